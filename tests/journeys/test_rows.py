"""A group filled person by person in the real window: added, changed, removed, and found again after a power cut."""

import pytest

from app.forms import FORMS
from tests.journeys.person import BORNE, Person
from tests.journeys.test_resume import comes_back
from tests.models.trip import FORM


@pytest.fixture
def family(tmp_path, monkeypatch, qtbot):
    """Somebody in front of the empty list of a made-up form."""
    monkeypatch.setitem(FORMS, "trip", FORM)
    person = Person(tmp_path, BORNE)
    person.visit.start("trip")
    person.touches("traveller.family")
    person.goes_on()
    person.goes_on()
    assert person.step == "family"
    return person


def adds(person, first, day="2", month="9", year="2005"):
    person.touches("people.add")
    row = person.visit.filling.row
    person.types(f"people/{row}/first", first)
    for part, words in (("day", day), ("month", month), ("year", year)):
        person.types(f"people/{row}/born.{part}", words)
    return row


def test_a_person_is_added_on_a_page_of_their_own_and_named_in_the_list(family):
    row = adds(family, "Danylo")
    family.goes_on()
    assert family.step == "family"
    assert family.says(f"people.{row}.title") == "Danylo"


def test_what_is_missing_of_a_row_is_told_on_its_page_and_in_the_list(family):
    family.touches("people.add")
    row = family.visit.filling.row
    family.types(f"people/{row}/first", "Olena")
    family.goes_on()
    assert family.visit.filling.row == row
    family.touches("back")
    assert "À compléter" not in family.reads()
    family.goes_on()
    assert "À compléter" in family.reads()
    family.touches(f"people.{row}.edit")
    assert family.says(f"people/{row}/first") == "Olena"


def test_removing_asks_once(family):
    row = adds(family, "Danylo")
    family.goes_on()
    family.touches(f"people.{row}.remove")
    assert family.hand == f"people.{row}.keep"
    family.touches(f"people.{row}.keep")
    assert family.hand == f"people.{row}.remove"
    assert family.sees(f"people.{row}.title")
    family.touches(f"people.{row}.remove")
    family.touches(f"people.{row}.sure")
    assert family.sees(f"people.{row}.title") is None
    assert family.visit.filling.rows == ()


def test_after_a_power_cut_the_rows_are_those_that_were_there(family, tmp_path):
    kept = adds(family, "Danylo")
    family.goes_on()
    gone = adds(family, "Olena")
    family.goes_on()
    family.touches(f"people.{gone}.remove")
    family.touches(f"people.{gone}.sure")
    family.until(lambda: "Enregistré" in family.reads(), "« Enregistré »")
    code = family.visit.request.work.code
    family.is_cut_off()
    again = comes_back(tmp_path, code, BORNE)
    again.until(lambda: again.step == "family", "the page that was left")
    assert again.visit.filling.rows == (kept,)
    assert again.says(f"people.{kept}.title") == "Danylo"
