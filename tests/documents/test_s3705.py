"""The S3705 on paper: both volets, a sheet for three children, two signatures with their days, nothing too long."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions import papers
from app.documents.s3705 import VOLETS
from app.forms import s3705
from tests.builders import valmont
from tests.documents.drawn import faults, noted, pages, saisine, shown, whole
from tests.forms.official import situations, table
from tests.forms.official.filled_s3705 import typed
from tests.forms.official.people import Person, person

MOTHER = person(s3705.FORM, "s3705", "one-mother-one-child", typed)
BOTH = person(s3705.FORM, "s3705", "two-parents-second-day", typed)
GUARDIAN = person(s3705.FORM, "s3705", "guardian-with-waiting-number", typed)
LETTERS = st.sampled_from("aéWiœЇґєЖ’ʼ- ")


def volets(who: Person, **changes: str) -> tuple[list[str], list[str]]:
    """The pages of each volet; between them stands the contact sheet."""
    found = pages(who, **changes)
    first, second = ([page for page in found if name in page] for name in VOLETS)
    assert len(found) == len(first) + len(second) + 1
    assert [*first, *second] == [page for page in found if "Fiche de contact" not in page]
    return first, second


def contact(who: Person, **changes: str) -> str:
    """The contact sheet."""
    return next(page for page in pages(who, **changes) if "Fiche de contact" in page)


def test_every_frame_and_every_printed_label_is_there() -> None:
    said = whole(BOTH)
    wanted = {frame.name for frame in table("s3705").frames}
    wanted |= {field.label for field in table("s3705").fields if field.printed}
    assert {words for words in wanted if words not in said} == set()


def test_the_second_frame_is_there_only_when_both_ask() -> None:
    assert "Parent 2" not in whole(MOTHER)
    assert "Parent 2" in whole(BOTH)


def test_each_volet_is_one_page_and_says_whose_it_is() -> None:
    for who in (MOTHER, BOTH):
        first, second = volets(who)
        assert (len(first), len(second)) == (1, 1)
        assert VOLETS[0] in first[0]
        assert first[0].replace(VOLETS[0], "").split("Page")[0] == second[0].replace(VOLETS[1], "").split("Page")[0]


READY = [one.name for one in situations() if one.form == "s3705" and one.expected.outcome == "ready"]


@pytest.mark.parametrize("name", READY)
def test_everybody_has_the_sheets_and_the_words_that_their_situation_expects(name: str) -> None:
    expected = next(one.expected for one in situations() if (one.form, one.name) == ("s3705", name))
    first, second = volets(person(s3705.FORM, "s3705", name, typed))
    assert len(first) == len(second) == expected.sheets
    assert [words for words in expected.says if words not in first[0]] == []


def test_ten_children_take_four_sheets_with_the_same_parent_choice_and_signature() -> None:
    first, _second = volets(GUARDIAN)
    assert [page.count("DATE DE NAISSANCE") for page in first] == [3, 3, 3, 1]
    for number, page in enumerate(first, start=1):
        assert f"{VOLETS[0]} (feuille {number} sur 4)" in page
        for same in ("Гриценко", "4 7 5 0 6 9 9 1 5 5 0 1 1 4 2", "X tuteur", "X au parent désigné ci-dessus", "Ганна",
                     "Signature du ou des parents"):  # fmt: skip
            assert same in page
    assert "Myroslava-Anastasiia" in first[1]


def test_three_children_fit_on_one_sheet_and_a_fourth_begins_another() -> None:
    fourth = {
        "children/c4/child_name": "Dell’Acqua",
        "children/c4/child_first_name": "Ugo",
        "children/c4/birth_date": "1/1/2025",
    }
    assert len(volets(BOTH)[0]) == 1
    assert len(volets(BOTH, **fourth)[0]) == 2


def test_dates_and_numbers_stand_one_digit_a_cell() -> None:
    first = pages(BOTH)[0]
    for digits in ("1 8 7 0 5 9 9 1 3 6 0 0 9 6 3", "2 8 9 0 9 9 9 1 2 7 0 1 0 5 4", "7 6 5 4 0", "2 9 0 2 2 0 2 4"):
        assert digits in first


def test_a_parent_without_a_number_has_empty_cells_and_says_so() -> None:
    assert "Pas encore de numéro, ou numéro provisoire" in pages(MOTHER, nir="none")[0]


def test_each_parent_signs_with_a_day_of_their_own() -> None:
    first = pages(BOTH)[0]
    assert "Fait à Valmont" in first
    assert (
        "Le 2 6 0 2 2 0 2 6 Signature du ou des parents : Fergus O'Malley, dessinée sur l’écran le 26/02/2026" in first
    )
    assert (
        "Le 2 8 0 2 2 0 2 6 Signature du ou des parents : Chiara Dell’Acqua, dessinée sur l’écran le 28/02/2026"
        in first
    )


def test_who_signs_by_hand_has_an_empty_day_and_room() -> None:
    first = pages(BOTH, second_on_paper="yes")[0]
    assert "Le Signature du ou des parents : Chiara Dell’Acqua (à signer à la main, avec la date)" in first
    assert "Fergus O'Malley, dessinée sur l’écran le 26/02/2026" in first


def test_an_agent_attests_for_a_parent_by_name() -> None:
    attested = {"mode": "poste", "second_attested": "yes", "second_attested_by": "Camille Morel"}
    first = pages(BOTH, **attested)[0]
    assert "Chiara Dell’Acqua. Ne peut pas signer. Accord attesté par l’agent : Camille Morel" in first


def test_the_letters_go_to_the_parent_who_was_chosen() -> None:
    frame = "Choix du parent destinataire des courriers NOM {} PRÉNOM(S) {}"
    assert frame.format("Dell’Acqua", "Chiara") in pages(BOTH)[0]
    assert frame.format("O'Malley", "Fergus") in pages(BOTH, letters="first")[0]
    assert frame.format("Ben Saïd", "Élodie") in pages(MOTHER)[0]


def test_the_same_home_and_fund_are_written_out_for_the_second_parent() -> None:
    first = pages(BOTH, second_home="same")[0]
    assert first.count("31 chemin du Moulin") == 2
    assert first.count("CPAM de Valmont, 99900 Valmont") >= 2
    assert "MSA de la Loire" in pages(BOTH, second_fund="other", second_body="MSA de la Loire")[0]


def test_the_pieces_are_with_the_contact_sheet_before_what_the_parents_keep() -> None:
    assert "Copie du livret de famille, ou extrait d’acte de naissance de chaque enfant" in contact(BOTH)
    assert "Papier qui montre la tutelle" in contact(GUARDIAN)
    assert "Jugement d’adoption" in contact(BOTH, second_link="adopter")
    assert "Fiche de contact" in pages(BOTH)[1]


def test_the_law_is_named_by_its_articles_on_each_volet() -> None:
    for volet in volets(GUARDIAN):
        said = volet[-1].replace("L. ", "L").replace("R. ", "R")
        for mention in table("s3705").mentions:
            assert mention.law.casefold() in said.casefold()
            assert [article for article in mention.articles if article not in said] == []
        for article in ("L160-2", "L161-15-3", "R161-8", "4 mai 2007"):
            assert article in said
        assert "2016/679" not in said


def test_a_caisse_that_does_not_take_our_layout_gets_a_preparation() -> None:
    silent = replace(valmont(), accepts={})
    drawn = noted(lambda: papers.document(saisine(BOTH), silent))
    assert "Préparationduformulaire«" in shown(drawn)
    assert faults(drawn) == []


@settings(max_examples=12, deadline=None)
@given(
    names=st.lists(st.text(LETTERS, min_size=1, max_size=78).map(lambda text: f"a{text}a"), min_size=9, max_size=9),
    children=st.integers(0, 10),
)
def test_long_answers_stay_whole_apart_and_on_the_page(names: list[str], children: int) -> None:
    fields = ("name", "usage_name", "first_name", "street", "second_name", "second_usage_name", "second_first_name",
              "second_street", "second_body")  # fmt: skip
    rows = {
        f"children/d{row}/{field}": text
        for row in range(children)
        for field, text in (("child_name", names[0]), ("child_first_name", names[1]), ("birth_date", "1/1/2020"))
    }
    answers = dict(zip(fields, names, strict=True)) | rows | {"second_fund": "other"}
    drawn = noted(lambda: papers.document(saisine(BOTH, **answers), valmont()))
    assert faults(drawn) == []
    assert [answer for answer in names if answer.replace(" ", "") not in shown(drawn)] == []
