"""Offers and contacts: read whole or refused with every fault, and what of them a reader may see."""

from datetime import date, datetime

import pytest

from app.models import contact, offer, shelves
from app.models.offer import Card, Reader
from app.models.sheet import Malformed
from app.models.text import PSEUDO, speaking
from app.models.words import Words, same
from tests.models.catalogued import a_block, a_contact, an_offer, said

DAY = date(2026, 11, 22)
PUBLIC, AGENTS = Reader("public", DAY), Reader("agents", DAY)


def parse(**changes):
    return offer.parse("lunettes", "aid", an_offer(**changes))


def faults(read, *args):
    """What is wrong, as pairs of key and reason."""
    with pytest.raises(Malformed) as refused:
        read(*args)
    return [(fault.key, fault.reason) for fault in refused.value.faults]


def test_words_are_those_of_the_language_in_use():
    words = Words("oui", "yes", "так")
    assert [str(words), words.in_("en"), words.in_("uk")] == ["oui", "yes", "так"]
    with speaking("uk"):
        assert str(words) == "так"
    with speaking(PSEUDO):
        assert str(words) == "⟦oui⟧"


def test_an_offer_is_read_as_its_file_says():
    found = parse(caisses=["91"], forms=["mas"], related=["c2s"])
    assert found.card == Card(
        "lunettes", "aid", "public", Words(**said("Lunettes")), Words(**said("Payer ses lunettes.")), ("91",), ("mas",)
    )
    assert found.related == ("c2s",)
    assert [found.synonyms.in_(code) for code in ("fr", "en", "uk")] == [("optique",), ("glasses",), ("окуляри",)]


def test_a_block_is_read_as_its_file_says():
    table = {"head": [said("Âge"), "€"], "rows": [[said("moins de 30 ans"), "8 €"]]}
    block = a_block(
        heading=said("Prix"), items=[said("un"), "2"], table=table, rate="c2s", territory="dom", contacts=["3646"],
        audience="agents", caisses=["91"], sources=["001"], seen=2023, until=date(2025, 3, 31),
    )  # fmt: skip
    found = parse(blocks=[block | {"from": "2024-04-01"}]).blocks[0]
    assert found.heading == Words(**said("Prix"))
    assert found.items == (Words(**said("un")), same("2"))
    assert found.table
    assert found.table.rows == ((Words(**said("moins de 30 ans")), same("8 €")),)
    assert (found.rate, found.territory, found.contacts) == ("c2s", "dom", ("3646",))
    assert (found.audience, found.caisses, found.sources, found.seen) == ("agents", ("91",), ("001",), 2023)
    assert (found.since, found.until) == (date(2024, 4, 1), date(2025, 3, 31))


def test_a_block_has_the_sources_and_the_scope_of_its_offer_when_it_names_none():
    found = parse(caisses=["91"]).blocks[0]
    assert (found.sources, found.caisses) == (("002",), ("91",))


def test_a_list_needs_no_blocks():
    data = an_offer(blocks=None, synonyms=None, sources=None)
    assert offer.card("lunettes", "aid", data) == parse().card


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"audience": None}, "audience", "manque"),
        ({"audience": "all"}, "audience", "doit être public, agents"),
        ({"price": 8}, "price", "clé inconnue"),
        ({"title": {"fr": "Lunettes", "en": "Glasses"}}, "title.uk", "manque"),
        ({"title": said("x") | {"de": "Brille"}}, "title.de", "clé inconnue"),
        ({"title": "PUMa"}, "title", "doit être une table"),
        ({"title": said("x") | {"uk": " "}}, "title.uk", "est vide"),
        ({"title": said("x") | {"fr": "x" * 61}}, "title.fr", "61 caractères, 60 au plus"),
        ({"purpose": said("x") | {"en": "x" * 141}}, "purpose.en", "141 caractères, 140 au plus"),
        ({"caisses": "91"}, "caisses", "doit être une liste"),
        ({"caisses": [91]}, "caisses.1", "doit être un texte"),
        ({"caisses": ["91", "42", "91"]}, "caisses.3", "91 : déjà dans la liste"),
        ({"forms": ["1105"]}, "forms.1", "doit être 1106, s1110, s3705, c2s, mas"),
        ({"sources": None}, "sources", "manque"),
        ({"synonyms": {"fr": ["a"], "en": ["b"], "uk": []}}, "synonyms.uk", "est vide"),
        ({"blocks": []}, "blocks", "est vide"),
        ({"blocks": None}, "blocks", "manque"),
        ({"blocks": ["texte"]}, "blocks.1", "doit être une table"),
    ],
)
def test_what_an_offer_may_not_say_is_refused_with_its_key(changes, key, reason):
    assert (key, reason) in faults(parse_with, changes)


def parse_with(changes):
    return parse(**changes)


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"kind": "price"}, "kind", "doit être who, get, steps, documents, delays, contact, good"),
        ({"kind": None}, "kind", "manque"),
        ({"note": "x"}, "note", "clé inconnue"),
        ({"text": None}, "", "ne dit rien : ni text, ni items, ni table, ni rate, ni contacts"),
        ({"text": " x"}, "text", "commence ou finit par un blanc"),
        ({"text": 8}, "text", "doit être une table"),
        ({"items": [said("x"), {"fr": "y"}]}, "items.2.en", "manque"),
        ({"territory": "lune"}, "territory", "doit être metropole, dom, alsace-moselle"),
        ({"seen": "2023"}, "seen", "doit être une année : 2023"),
        ({"seen": 23}, "seen", "doit être une année : 2023"),
        ({"from": "1er avril"}, "from", "doit être une date : 2024-04-01"),
        ({"from": datetime(2024, 4, 1)}, "from", "doit être une date : 2024-04-01"),  # noqa: DTZ001 - as TOML reads it
        ({"until": 2024}, "until", "doit être une date : 2024-04-01"),
        ({"from": date(2025, 1, 1), "until": date(2024, 1, 1)}, "until", "avant from"),
        ({"table": {"head": ["a", "b"], "rows": [["1", "2"], ["3"]]}}, "table.rows.2", "1 cases sous un en-tête de 2"),
        ({"table": {"head": ["a"]}}, "table.rows", "manque"),
        ({"table": {"rows": [["1"]]}}, "table.head", "manque"),
    ],
)
def test_what_a_block_may_not_say_is_refused_with_its_key(changes, key, reason):
    blocks = [a_block(), a_block(**changes)]
    assert (f"blocks.2.{key}".rstrip("."), reason) in faults(parse_with, {"blocks": blocks})


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ({"fr": "Sophia", "en": "Sophia", "uk": "«Софія»"}, []),
        ({"fr": "Demandez votre carte ici", "en": "Demandez votre carte ici", "uk": "Так"}, ["en"]),
        ({"fr": "Oui", "en": "Yes", "uk": "Oui"}, ["uk"]),
        ({"fr": "8 €", "en": "8 €", "uk": "8 €"}, []),
    ],
)
def test_a_text_that_is_french_by_accident_is_refused(words, wrong):
    if not wrong:
        assert parse(blocks=[a_block(text=words)]).blocks[0].text == Words(**words)
    else:
        found = faults(parse_with, {"blocks": [a_block(text=words)]})
        assert [key for key, _reason in found] == [f"blocks.1.text.{code}" for code in wrong]


def test_no_fault_hides_the_next():
    found = faults(parse_with, {"audience": "x", "purpose": None, "blocks": [a_block(kind="x", seen=1)]})
    assert [key for key, _reason in found] == ["audience", "purpose", "blocks.1.kind", "blocks.1.seen"]


def test_a_refusal_reads_as_lines():
    with pytest.raises(Malformed, match="audience : manque\nprice : clé inconnue"):
        parse(audience=None, price=8)


@pytest.mark.parametrize(
    ("changes", "reader", "seen"),
    [
        ({}, PUBLIC, True),
        ({"audience": "agents"}, PUBLIC, False),
        ({"audience": "agents"}, AGENTS, True),
        ({"caisses": ["91"]}, PUBLIC, True),
        ({"caisses": ["91"]}, Reader("public", DAY, "91"), True),
        ({"caisses": ["91"]}, Reader("agents", DAY, "42"), False),
        ({"from": DAY}, PUBLIC, True),
        ({"from": date(2026, 11, 23)}, PUBLIC, False),
        ({"until": DAY}, PUBLIC, True),
        ({"until": date(2026, 11, 21)}, AGENTS, False),
    ],
)
def test_a_block_is_seen_by_its_audience_in_its_caisses_on_its_days(changes, reader, seen):
    found = parse(blocks=[a_block(**changes)])
    assert bool(found.for_(reader).blocks) is seen
    assert found.for_(reader).card == found.card


@pytest.mark.parametrize(
    ("changes", "reader", "seen"),
    [
        ({}, PUBLIC, True),
        ({"audience": "agents"}, PUBLIC, False),
        ({"audience": "agents"}, AGENTS, True),
        ({"caisses": ["91"]}, PUBLIC, True),
        ({"caisses": ["91"]}, Reader("public", DAY, "42"), False),
    ],
)
def test_an_offer_exists_for_its_audience_in_its_caisses(changes, reader, seen):
    assert parse(**changes).card.seen_by(reader) is seen


def test_a_contact_is_read_as_its_file_says():
    data = a_contact(
        email="mas@exemple.fr", link="https://exemple.fr/mas", address="1 place du Marché", sms="07 00", note=said("x")
    )
    found = contact.parse("999/mas", data | {"audience": "agents", "hours": said("le matin")})
    assert (found.key, found.phone, found.email, found.audience) == ("999/mas", "3646", "mas@exemple.fr", "agents")
    assert found.address == same("1 place du Marché")


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"fax": "1"}, "fax", "clé inconnue"),
        ({"phone": ""}, "phone", "est vide"),
        ({"email": "mas.exemple.fr"}, "email", "doit être une adresse e-mail"),
        ({"email": "a b@exemple.fr"}, "email", "doit être une adresse e-mail"),
        ({"link": "http://exemple.fr"}, "link", "doit être une adresse https://"),
        ({"link": "https://exemple.fr ou ameli"}, "link", "doit être une adresse https://"),
        ({"audience": "tous"}, "audience", "doit être public, agents"),
    ],
)
def test_what_a_contact_may_not_say_is_refused(changes, key, reason):
    assert (key, reason) in faults(contact.parse, "3646", a_contact(**changes))


def test_a_contact_leads_somewhere():
    data = {"name": said("x"), "sources": ["002"]}
    assert faults(contact.parse, "x", data) == [
        ("", "ne mène nulle part : ni phone, ni sms, ni email, ni address, ni link")
    ]


def test_a_subject_is_read_as_its_file_says():
    assert shelves.subject("costs", {"offers": ["c2s"]}) == ("c2s",)


@pytest.mark.parametrize(
    ("subject", "offers", "key", "reason"),
    [
        ("costs", [], "offers", "est vide"),
        ("costs", ["c2s", "c2s"], "offers.2", "c2s : déjà dans la liste"),
        ("money", ["c2s"], "", "aucun sujet de ce nom à l’accueil"),
    ],
)
def test_a_subject_that_leads_nowhere_is_refused(subject, offers, key, reason):
    assert (key, reason) in faults(shelves.subject, subject, {"offers": offers})
