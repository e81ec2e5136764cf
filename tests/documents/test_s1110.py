"""The S1110 on paper: its frames and labels, what is not told, its law, and no answer too long for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions import papers
from app.forms import s1110
from tests.builders import valmont
from tests.documents.drawn import faults, noted, pages, saisine, shown, whole
from tests.forms.official import table
from tests.forms.official.filled_s1110 import typed
from tests.forms.official.people import Person, person

HOME = person(s1110.FORM, "s1110", "sixteen-today", typed)
CARE = person(s1110.FORM, "s1110", "young-person-in-care", typed)
APART = person(s1110.FORM, "s1110", "sixteen-on-29-february", typed)
LETTERS = st.sampled_from("aéWiœЇґєЖ’ʼ- ")


def long(limit: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=limit).map(lambda text: f"a{text}a")


@pytest.mark.parametrize("who", [HOME, CARE, APART])
def test_every_frame_and_every_printed_label_is_there(who: Person) -> None:
    said = whole(who)
    wanted = {frame.name for frame in table("s1110").frames}
    wanted |= {field.label for field in table("s1110").fields if field.printed}
    assert {words for words in wanted if words not in said} == set()


def test_it_is_one_page_and_the_contact_sheet() -> None:
    assert len(pages(HOME)) == 2


def test_what_is_not_told_of_the_parent_is_said_to_be_so() -> None:
    first = pages(CARE)[0]
    assert "Ses nom et prénoms non communiqué" in first
    assert "Son adresse non communiqué" in first
    assert "Ses nom et prénoms non communiqué" in pages(HOME, insured_told="unknown", insured_home="unknown")[0]


def test_the_same_address_is_written_out() -> None:
    first = pages(HOME)[0]
    assert "9 rue de l’Église (même adresse)" in first
    assert first.count("7 6 5 4 0") == 2
    assert first.count("Commune Valmont") == 2


def test_another_address_is_that_of_the_parent() -> None:
    first = pages(APART)[0]
    assert "40 avenue du Port" in first
    assert "2 0 2 0 0" in first
    assert "Commune Bastia" in first


def test_the_young_person_signs_and_is_marked_a_minor() -> None:
    said = whole(HOME)
    assert "Signature du demandeur : Anne-Lise Maëlle Le Goff-D’Arras" in said
    assert "Mineur(e) : contacter seulement ainsi : Par un appel" in said


def test_the_rib_goes_with_an_account() -> None:
    assert "RIB avec l’IBAN, à vos nom et prénom" in pages(HOME)[-2]
    assert "RIB" not in whole(CARE)


def test_the_law_is_named_by_its_articles() -> None:
    said = whole(HOME).replace("L. ", "L").replace("D. ", "D")
    for mention in table("s1110").mentions:
        assert mention.law.casefold() in said.casefold()
        assert [article for article in mention.articles if article not in said] == []
    assert [article for article in table("s1110").basis if article not in said] == []
    assert "2016/679" not in said


@settings(max_examples=25, deadline=None)
@given(name=long(78), usage_name=long(78), first_name=long(78), street=long(78), town=long(43), insured_name=long(78),
       insured_usage_name=long(78), insured_first_name=long(78), insured_street=long(78), insured_town=long(43),
       made_in=long(43))  # fmt: skip
def test_long_answers_stay_whole_apart_and_on_the_page(**answers: str) -> None:
    drawn = noted(lambda: papers.document(saisine(APART, **answers), valmont()))
    assert faults(drawn) == []
    assert [answer for answer in answers.values() if answer.replace(" ", "") not in shown(drawn)] == []
