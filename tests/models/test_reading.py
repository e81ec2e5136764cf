"""An offer page as people read it: headings, tables, ways to reach somebody, and how old all that is."""

from dataclasses import replace
from datetime import date

import pytest

from app.models import rates
from app.models.reading import Note, Way, credit, in_words, main_link, parts
from app.models.text import PSEUDO, speaking
from tests.models.catalogued import a_block, a_rate, a_row, said
from tests.models.pages import a_page, for_agents, reached

DAY = date(2026, 11, 21)
IN_WRITING = "Par écrit : compte ameli (« Espace d’échanges »), ou lettre à votre caisse"


def ways(**changes):
    """What leads to a contact with these ways, read by an agent."""
    page = a_page({"kind": "contact", "contacts": ["x"]}, audience="agents", contacts={"x": reached(**changes)})
    ((found,),) = [part.leads for part in parts(page)]
    return list(found.ways)


def notes(*, language="fr", day=DAY, **changes):
    with speaking(language):
        return [note for part in parts(a_page(a_block(**changes), day=day)) for note in part.notes]


def test_a_title_stands_over_the_first_of_a_run_of_its_kind():
    page = a_page(*(a_block(kind=kind) for kind in ("who", "who", "get", "who")))
    assert [part.title for part in parts(page)] == [
        "Qui peut l’avoir ?",
        "",
        "Ce que vous obtenez",
        "Qui peut l’avoir ?",
    ]


def test_a_part_says_what_its_block_says_in_the_language_in_use():
    block = a_block(kind="steps", heading=said("Titre"), items=[said("un"), said("deux")])
    with speaking("uk"):
        (part,) = parts(a_page(block))
    assert (part.title, part.heading, part.text) == ("Що робити", "УК Titre", "УК Un texte.")
    assert (part.items, part.numbered, part.grid, part.leads, part.notes) == (("УК un", "УК deux"), True, None, (), ())
    assert not parts(a_page(a_block(items=[said("un")])))[0].numbered


def test_no_word_of_ours_is_left_untranslated():
    blocks = (
        a_block(rate="ceilings", seen=2023, **{"from": date(2025, 1, 1)}),
        {"kind": "contact", "contacts": ["x"]},
    )
    page = a_page(*blocks, contacts={"x": reached(phone="3989", sms="07 00", name=said("x"))})
    with speaking(PSEUDO):
        read = parts(page)
        known = [*(part.title for part in read), *(note.words for part in read for note in part.notes), credit(page)]
        assert [words for words in known if not words.startswith("⟦")] == []


def test_a_table_is_of_amounts_when_only_its_first_column_has_letters():
    def of_amounts(*rows):
        (part,) = parts(a_page(a_block(table={"head": ["a", "b"], "rows": list(rows)})))
        assert part.grid
        return part.grid.amounts

    assert of_amounts(["un", "8 €"], ["deux", "10,50 €"], ["trois", "?"])
    assert not of_amounts(["un", "8 €"], ["deux", "8 € par mois"])


def test_a_rate_is_a_table_of_amounts_under_its_own_title():
    (part,) = parts(a_page(a_block(rate="ceilings")))
    assert part.grid == (
        ("Personnes", "Plafond"),
        (("1", "10\u202f166\xa0€"), ("en plus", "4\u202f066\xa0€")),
        True,
        "Plafonds",
    )


@pytest.mark.parametrize(
    ("language", "period", "over"),
    [
        ("fr", "Montants du 1er avril 2024 au 31 mars 2025", "Barème périmé depuis 600 jours"),
        ("en", "Amounts from 1 April 2024 to 31 March 2025", "Amounts out of date for 600 days"),
        ("uk", "Суми чинні з 1 квітня 2024\u202fр. до 31 березня 2025\u202fр.", "Суми застаріли 600 днів тому"),
    ],
)
def test_amounts_say_their_days_and_for_how_long_they_have_been_over(language, period, over):
    assert notes(rate="ceilings", language=language) == [Note("period", period), Note("over", over)]


def test_amounts_that_have_no_last_day_say_their_first():
    page = a_page(a_block(rate="ceilings"))
    open_ = replace(page, rates={"ceilings": rates.parse("ceilings", a_rate(a_row(valid_to=None)))})
    assert [note for part in parts(open_) for note in part.notes] == [
        Note("period", "Montants depuis le 1er avril 2024")
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 3, 31), None),
        (date(2025, 4, 1), "Barème périmé depuis 1 jour"),
        (date(2025, 4, 2), "Barème périmé depuis 2 jours"),
    ],
)
def test_a_table_is_over_from_the_day_after_its_last(day, words):
    assert next((note.words for note in notes(rate="ceilings", day=day) if note.kind == "over"), None) == words


@pytest.mark.parametrize("changes", [{"day": date(2024, 3, 31)}, {"territory": "dom"}])
def test_amounts_that_nobody_has_printed_are_said_to_be_unknown(changes):
    unknown = [Note("unknown", "Barème inconnu : demandez au 3646.")]
    assert notes(rate="ceilings", **changes) == notes(rate="other") == unknown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"from": date(2026, 1, 1)}, "Valable depuis le 1er janvier 2026"),
        ({"until": date(2026, 12, 31)}, "Valable jusqu’au 31 décembre 2026"),
        ({"from": date(2026, 1, 11), "until": date(2026, 12, 31)}, "Valable du 11 janvier 2026 au 31 décembre 2026"),
    ],
)
def test_a_part_says_from_when_to_when_it_holds(changes, words):
    assert notes(**changes) == [Note("period", words)]


def test_a_part_says_the_year_it_describes_when_that_may_have_changed():
    assert notes(seen=2023) == [Note("dated", "Information de 2023, à vérifier")]


def test_every_way_to_a_contact_has_its_icon_and_its_line():
    found = ways(
        phone="04 00", sms="07 00", email="a@exemple.fr", address="1 place", link="https://exemple.fr/a",
        hours="le matin", note="gratuit",
    )  # fmt: skip
    assert found == [
        Way("phone", "04 00"),
        Way("bold/clock", "le matin"),
        Way("chat-text", "SMS : 07 00"),
        Way("envelope-simple", "a@exemple.fr"),
        Way("map-pin", "1 place"),
        Way("globe-hemisphere-west", "exemple.fr/a", "https://exemple.fr/a"),
        Way("info", "gratuit"),
    ]


@pytest.mark.parametrize(
    ("changes", "beside"),
    [
        ({"phone": "3646"}, [IN_WRITING]),
        ({"phone": "09 74 75 36 46"}, [IN_WRITING]),
        (
            {"phone": "3989"},
            ["Par écrit : nos documents ne donnent pas d’adresse. Demandez à l’accueil d’appeler pour vous."],
        ),
        ({"phone": "04 00", "audience": "agents"}, ["Par écrit : nos documents ne donnent pas d’adresse"]),
        ({"phone": "3646", "email": "a@exemple.fr"}, []),
        ({"phone": "3646", "address": "1 place"}, []),
        ({"address": "1 place"}, []),
    ],
)
def test_a_telephone_never_stands_alone(changes, beside):
    assert [way.words for way in ways(**changes) if way.words.startswith("Par écrit")] == beside


def test_what_is_for_agents_alone_is_marked_and_only_they_get_it():
    blocks = (a_block(), a_block(audience="agents"), {"kind": "contact", "contacts": ["x", "y"]})
    contacts = {"x": reached(phone="1"), "y": reached(phone="2", audience="agents")}
    seen = {who: parts(a_page(*blocks, audience=who, contacts=contacts)) for who in ("public", "agents")}
    assert [part.agents for part in seen["agents"]] == [False, True, False]
    assert [leads.agents for leads in seen["agents"][-1].leads] == [False, True]
    assert [(part.agents, [leads.agents for leads in part.leads]) for part in seen["public"]] == [
        (False, []),
        (False, [False]),
    ]


def test_the_main_link_is_the_first_that_the_public_may_have():
    block = {"kind": "contact", "contacts": ["tool", "phone", "site", "other"]}
    contacts = {
        "tool": reached(link="https://outil.fr", audience="agents"),
        "phone": reached(phone="3646"),
        "site": reached(link="https://ameli.fr"),
        "other": reached(link="https://autre.fr"),
    }
    assert main_link(a_page(block, audience="agents", contacts=contacts)) == "https://ameli.fr"
    assert main_link(a_page(block, contacts={"tool": contacts["tool"]})) == main_link(a_page(a_block())) == ""


def test_the_main_link_is_never_of_what_only_agents_read():
    contacts = {"tool": reached(link="https://outil.fr", audience="agents"), "site": reached(link="https://ameli.fr")}
    shut = a_page(a_block(contacts=["site"], audience="agents"), audience="agents", contacts=contacts)
    tool = a_page(a_block(contacts=["tool"]), audience="agents", contacts=contacts)
    assert main_link(shut) == main_link(tool) == ""
    assert main_link(for_agents(shut)) == "https://ameli.fr"
    assert main_link(for_agents(tool)) == "https://outil.fr"


def test_the_credit_names_years_articles_and_pages():
    page = a_page(a_block(sources=["003", "R861-4", "ameli.fr"]), a_block(sources=["004", "L861-2", "003"]))
    assert credit(page) == (
        "D’après : documents de l’Assurance Maladie (2022, 2024) ; "
        "Code de la sécurité sociale (L861-2, R861-4) ; ameli.fr."
    )
    assert credit(a_page(a_block(sources=["ameli.fr"]))) == "D’après : ameli.fr."
    with speaking("en"):
        assert credit(page) == (
            "Sources: documents of the Assurance Maladie (2022, 2024); "
            "French social security code (L861-2, R861-4); ameli.fr."
        )


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("fr", date(2024, 4, 1), "1er avril 2024"),
        ("fr", date(2024, 4, 11), "11 avril 2024"),
        ("en", date(2024, 4, 1), "1 April 2024"),
        ("uk", date(2024, 4, 1), "1 квітня 2024\u202fр."),
    ],
)
def test_a_day_is_written_as_in_a_sentence(language, day, words):
    with speaking(language):
        assert in_words(day) == words
