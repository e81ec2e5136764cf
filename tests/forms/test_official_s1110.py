"""The S1110 beside its table: every field of the paper and its label, every made-up person and what is said to them."""

from __future__ import annotations

from typing import Any

import pytest

from app.forms import s1110
from app.models.path import Path, Remark, path, remarks
from app.models.pieces import pieces
from tests.forms.official import Situation, situations, table
from tests.forms.official.begun import TERMINAL
from tests.forms.official.compared import differences
from tests.forms.official.declared import asked
from tests.forms.official.filled_s1110 import FILLED_BY, PAGES, typed

DIFFERENT: dict[tuple[str, str], object] = {
    # the telephone is asked of who chooses to be called (P7); then it is required
    ("5", "required"): True,
    # « même adresse » is one answer of four: another address, not known, not told (P8)
    ("9/same", "kind"): "choice",
    ("9/same", "required"): True,
    # the signature may be drawn or put on paper (P14): neither is required alone
    ("10/date", "required"): False,
    ("10/signature", "required"): False,
}
"""What the program says otherwise than the table, and why."""


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The fields that the program shows, each with what its step depends on."""
    return asked("s1110")


def test_every_field_of_the_paper_is_filled_and_none_is_invented(declared):
    assert {field.ref for field in table("s1110").fields} == set(FILLED_BY)
    assert {name for name, field in declared.items() if field["official"]} == set(FILLED_BY.values())


def test_what_differs_from_the_table_is_known(declared):
    found: dict[tuple[str, str], object] = {}
    for ref, name in FILLED_BY.items():
        found |= differences(table("s1110").at(ref), declared[name])
    assert found == DIFFERENT


# The made-up people

people = pytest.mark.parametrize(
    "person", [pytest.param(one, id=one.name) for one in situations() if one.form == "s1110"]
)


def way(person: Situation) -> Path:
    return path(s1110.FORM, TERMINAL | {"form": "s1110"} | typed(person), person.today)


def said(person: Situation) -> list[Remark]:
    """What is said of the fields of the paper; « care » is none of them."""
    found = way(person)
    every = [remark for page in found.pages for remark in remarks(page, found.answers)]
    return [remark for remark in every if remark.path != "care"]


def refs(found: list[Remark]) -> set[str]:
    fields = {name: ref for ref, name in FILLED_BY.items()}
    return {fields[remark.path] for remark in found}


@people
def test_everybody_is_told_what_their_situation_expects(person):
    stopping = [remark for remark in said(person) if remark.stops]
    assert refs(stopping) == {remark.ref for remark in person.expected.problems}
    assert refs([one for one in said(person) if not one.stops]) == {one.ref for one in person.expected.warnings}
    assert bool(stopping) == (person.expected.outcome == "stopped")


@people
def test_the_first_page_shows_what_a_young_person_in_care_can_do(person):
    first = way(person).pages[0]
    shown = [remark.finding.page for remark in remarks(first, way(person).answers)]
    assert first.step.name == "care"
    assert shown == [PAGES[page] for page in person.expected.shown]


@people
def test_the_papers_are_those_of_the_situation(person):
    if person.expected.outcome == "ready":
        keys = [piece.paper.key for piece in pieces(s1110.FORM, way(person).answers)]
        assert keys == list(person.expected.papers)


@people
def test_everything_that_is_typed_is_asked(person):
    assert set(typed(person)) <= set(way(person).answers.typed)
