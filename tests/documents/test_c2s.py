"""The C2S on paper: its frames and labels, a household on its sheets, the twelve months, its law, nothing too long."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions import papers
from app.documents import c2s_incomes
from app.forms import c2s
from app.models.kinds import euros
from app.models.text import speaking
from tests.builders import valmont
from tests.documents.drawn import faults, noted, pages, saisine, shown, whole
from tests.forms.official import table
from tests.forms.official.filled_c2s import typed
from tests.forms.official.people import Person, person

ALONE = person(c2s.FORM, "c2s", "alone-tenant", typed)
RSA = person(c2s.FORM, "c2s", "rsa-mother", typed)
COUPLE = person(c2s.FORM, "c2s", "couple-with-ages-at-the-limit", typed)
TEN = person(c2s.FORM, "c2s", "ten-people", typed)
REFUSES = person(c2s.FORM, "c2s", "collection-refused-above-the-ceiling", typed)
ABROAD = person(c2s.FORM, "c2s", "self-employed-and-foreign-pension", typed)
DOMICILED = person(c2s.FORM, "c2s", "domiciled-and-urgent", typed)
EVERYBODY = (ALONE, RSA, COUPLE, TEN, REFUSES, ABROAD, DOMICILED)
LETTERS = st.sampled_from("aéWiœЇґєЖ’ʼ- ")


def crossed(said: str, label: str) -> bool:
    """Whether the box of *label* is ticked."""
    assert label in said, label
    return f"X {label}" in said


def ordered(said: str, *parts: str) -> bool:
    places = [said.index(part) for part in parts]
    return places == sorted(places)


# Frames and labels


@pytest.mark.parametrize("who", EVERYBODY)
def test_every_frame_is_there_in_its_order(who: Person) -> None:
    assert ordered(whole(who), *(frame.name for frame in table("c2s").frames))


def test_every_label_that_is_printed_is_there() -> None:
    said = whole(ABROAD)
    asked = [field for field in table("c2s").fields if field.printed or field.ref.startswith("frame3/income/")]
    missing = {field.label for field in asked if field.label not in said}
    # nobody chooses a month: each stands over its sum
    assert missing == {"Mois"}
    assert "01/2025" in said


def test_a_woman_alone_has_two_pages_and_the_contact_sheet() -> None:
    assert len(pages(ALONE)) == 3


def test_who_is_domiciled_has_the_body_and_its_street_on_one_line() -> None:
    assert "Adresse CCAS de Valmont, 2 place de la Mairie" in whole(DOMICILED)


def test_what_the_form_does_not_ask_is_said_beside_it() -> None:
    assert "Date de votre première APS 15 mars 2022" in pages(TEN)[0]
    assert "Dernier jour de votre C2S 31 août 2026" in whole(ALONE, covered="yes", covered_until="31/8/2026")
    assert "hors formulaire" not in whole(ALONE)


def test_what_is_urgent_is_on_the_first_page_and_on_the_last() -> None:
    found = pages(DOMICILED)
    assert ["URGENT : une sortie d’hôpital" in page for page in found] == [True, *[False] * (len(found) - 2), True]


# The household


def test_four_members_stand_on_a_sheet() -> None:
    found = pages(TEN)
    assert [len(re.findall(r"personne \d sur 9", page)) for page in found] == [2, 4, 3, 0, 0, 0]


def test_each_member_has_their_own_answers() -> None:
    said = whole(COUPLE)
    first, second, third = (said.split(f"personne {place} sur 3")[1][:500] for place in (1, 2, 3))
    assert "Prénom Thanh-Mai Nom Nguyen" in first
    assert crossed(first, "conjoint/concubin/PACS")
    assert not crossed(second, "Garde alternée")
    assert crossed(third, "Garde alternée")
    assert "0 1 0 3 2 0 0 8" in third


def test_a_number_is_in_its_cells_and_none_is_said() -> None:
    assert "2 5 4 1 2 7 6 9 9 9 0 1 5 3 8" in whole(ALONE)
    assert "Pas encore de numéro, ou numéro provisoire" in whole(TEN)


# What spares the resources, and the resources


def test_benefits_and_work_tick_their_boxes() -> None:
    said = whole(ALONE, benefits="asi", worked="no")
    assert [label for label in ("RSA", "AAH", "ASPA", "ASV", "ASI") if f"X {label}" in said] == ["ASI"]
    assert crossed(said.split("Travail dans les trois derniers mois")[1], "Non")
    assert c2s_incomes.SPARED in said


def test_with_the_rsa_no_resources_are_shown() -> None:
    said = whole(RSA)
    assert c2s_incomes.RSA in said
    assert "Logement" not in said
    assert "J’autorise la collecte" not in said


def test_the_period_is_in_its_cells() -> None:
    assert ordered(whole(ALONE), "Du ", "0 1 0 1 2 0 2 5", "Au ", "3 1 1 2 2 0 2 5")


def test_housing_ticks_one_box() -> None:
    boxes = ("locataire sans aide au logement", "avec une aide au logement", "propriétaire", "logé gratuitement")
    for who, box in ((ALONE, boxes[0]), (COUPLE, boxes[1]), (DOMICILED, boxes[3])):
        assert [label for label in boxes if crossed(whole(who), label)] == [box]


def test_an_income_is_a_table_of_twelve_months_and_their_sum() -> None:
    said = whole(REFUSES)
    with speaking("fr"):
        sums = [euros(Decimal(amount)).replace("\u202f", " ").replace("\xa0", " ") for amount in
                ("17502.05", "1433.50", "1733.55")]  # fmt: skip
    told = said.replace("\u202f", " ").replace("\xa0", " ")
    assert "Björn Mac Aodha" in told
    assert "revenus d’activité" in told
    assert [told.count(each) for each in sums] == [1, 11, 1]
    assert ordered(told, *(f"{month:02d}/2025" for month in range(1, 13)))


def test_each_income_names_its_person() -> None:
    said = whole(ABROAD)
    assert ordered(
        said, "ligne 1 sur 2", "activité indépendante", "ligne 2 sur 2", "salaires et pensions de l’étranger"
    )
    assert "Joaquín Ortiz de la Peña" in said.split("ligne 2 sur 2")[1][:120]
    assert c2s_incomes.ABROAD in said


@pytest.mark.parametrize(("collection", "said"), c2s_incomes.NOTHING.items())
def test_nothing_declared_is_said_to_be_so(collection: str, said: str) -> None:
    assert said in whole(ALONE, collection=collection, all_incomes="yes")


# The end


def test_the_body_is_the_caisse_when_none_is_chosen() -> None:
    assert "Aucun choix : la caisse gère le droit." in whole(ALONE)
    chosen = whole(ABROAD)
    assert crossed(chosen, "un organisme de la liste")
    assert "Mutuelle des Deux Rives" in chosen
    assert "Aucun choix" not in chosen


@pytest.mark.parametrize(("who", "agreed"), [(ALONE, True), (REFUSES, False)])
def test_the_consent_to_the_collection_is_ticked_or_not(who: Person, agreed: bool) -> None:
    assert crossed(whole(who), "J’autorise la collecte de mes ressources") is agreed


def test_what_cannot_be_proved_is_attested() -> None:
    for who, attested in ((TEN, True), (ALONE, False)):
        assert crossed(whole(who), "Je ne peux pas donner les papiers de certains revenus.") is attested


def test_the_papers_are_those_of_the_household() -> None:
    said = whole(ABROAD)
    assert "Dernier avis d’impôt ou de situation déclarative (ASDIR)" in said
    assert "(ASDIR), s’il est à part Joaquín Ortiz de la Peña à joindre" in said
    assert "Papiers d’impôt et de sécurité sociale du pays" in said
    assert "Pièces à joindre" not in whole(RSA)


def test_the_law_is_named_by_its_articles() -> None:
    said = whole(ALONE).replace("L. ", "L")
    for mention in table("c2s").mentions:
        assert mention.law.casefold() in said.casefold()
        assert [article for article in mention.articles if article not in said] == []


# Nothing is too long


def long(limit: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=limit).map(lambda text: f"a{text}a")


@settings(max_examples=15, deadline=None)
@given(name=long(78), first_name=long(78), street=long(78), elected=long(78), town=long(43), body_name=long(78),
       body_address=long(118), caf_number=long(13), made_in=long(43), member=long(78))  # fmt: skip
def test_long_answers_stay_whole_apart_and_on_the_page(member: str, **answers: str) -> None:
    everybody = {f"members/m{place}/member_{name}": member for place in range(1, 10) for name in ("name", "first_name")}
    changes = answers | everybody | {"home": "elected", "body": "listed"}
    drawn = noted(lambda: papers.document(saisine(TEN, **changes), valmont()))
    assert faults(drawn) == []
    assert [answer for answer in (member, *answers.values()) if answer.replace(" ", "") not in shown(drawn)] == []


def test_ten_people_and_twenty_incomes_stay_on_the_page() -> None:
    sums = {"category": "property", "months": ";".join(["9999999,99"] * 12)}
    incomes = {f"incomes/i{place}/income_{name}": text for place in range(20) for name, text in sums.items()}
    incomes |= {f"incomes/i{place}/income_person": f"m{place % 9 + 1}" for place in range(20)}
    drawn = noted(lambda: papers.document(saisine(TEN, **incomes), valmont()))
    assert faults(drawn) == []
    assert shown(drawn).count("Montantdes12mois") == 20


def test_sums_that_were_left_unfinished_leave_their_table_empty() -> None:
    """A sheet can be printed only once everything is right; made earlier it does not fail."""
    assert "ligne 1 sur 2" in whole(ABROAD, **{"incomes/i1/income_months": "870;x"})
