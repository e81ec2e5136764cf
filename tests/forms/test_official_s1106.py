"""The S1106 beside its table: every field of the paper and its label, every made-up person and what is said to them."""

from __future__ import annotations

from typing import Any

import pytest

from app.forms import s1106
from app.models.path import Path, Remark, path, remarks
from app.models.pieces import pieces
from tests.forms.official import Situation, situations, table
from tests.forms.official.begun import TERMINAL
from tests.forms.official.compared import differences
from tests.forms.official.declared import asked
from tests.forms.official.filled_s1106 import FILLED_BY, JOBS, PAGES, STANDS_FOR, typed

DIFFERENT: dict[tuple[str, str], object] = {
    # the telephone is asked of who chooses to be called (P7); then it is required
    ("A8", "required"): True,
    # the signature may be drawn or put on paper (P14): neither is required alone
    ("C/date", "required"): False,
    ("C/signature", "required"): False,
}
"""What the program says otherwise than the table, and why."""


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The fields that the program shows, each with what its step depends on."""
    return asked("1106")


def test_every_field_of_the_paper_is_filled_and_none_is_invented(declared):
    assert {field.ref for field in table("s1106").fields} == set(FILLED_BY)
    official = {name for name, field in declared.items() if field["official"]}
    # where one was born: the question that spares the name of the country
    assert official - set(FILLED_BY.values()) == {"birth_place"}


def test_what_differs_from_the_table_is_known(declared):
    found: dict[tuple[str, str], object] = {}
    for ref, name in FILLED_BY.items():
        if ref not in JOBS:
            found |= differences(table("s1106").at(ref), declared[name])
    assert found == DIFFERENT


def test_the_three_boxes_of_work_are_one_question(declared):
    job = declared["job"]
    labels = [table("s1106").at(ref).label for ref in JOBS]
    assert [option["box"] for option in job["options"].values()] == labels
    assert {table("s1106").at(ref).frame for ref in JOBS} == {job["official"]["frame"]}
    assert job["required"]


# The made-up people

people = pytest.mark.parametrize(
    "person", [pytest.param(one, id=one.name) for one in situations() if one.form == "s1106"]
)


def way(person: Situation) -> Path:
    return path(s1106.FORM, TERMINAL | {"form": "1106"} | typed(person), person.today)


def said(person: Situation) -> list[Remark]:
    found = way(person)
    return [remark for page in found.pages for remark in remarks(page, found.answers)]


def refs(found: list[Remark]) -> set[str]:
    fields = {name: ref for ref, name in FILLED_BY.items()} | STANDS_FOR
    return {fields[remark.path] for remark in found}


@people
def test_everybody_is_told_what_their_situation_expects(person):
    if person.expected.outcome == "elsewhere":
        return
    stopping = [remark for remark in said(person) if remark.stops]
    assert refs(stopping) == {remark.ref for remark in person.expected.problems}
    assert refs([one for one in said(person) if not one.stops]) == {one.ref for one in person.expected.warnings}
    assert bool(stopping) == (person.expected.outcome == "stopped")


@people
def test_who_is_covered_otherwise_is_sent_to_the_page_before_they_begin(person):
    first = way(person).pages[0]
    sent = [remark.finding.page for remark in remarks(first, way(person).answers) if remark.stops]
    assert first.step.name == "case"
    assert sent == [PAGES[page] for page in person.expected.shown]


@people
def test_the_papers_are_those_of_the_situation(person):
    if person.expected.outcome == "ready":
        keys = [piece.paper.key for piece in pieces(s1106.FORM, way(person).answers)]
        assert keys == list(person.expected.papers)


def test_the_papers_are_named_as_in_the_table():
    keys = dict.fromkeys(paper.key for paper in s1106.FORM.papers)
    assert list(keys) == [paper.key for paper in table("s1106").papers]


@people
def test_everything_that_is_typed_is_asked(person):
    if person.expected.outcome == "ready":
        assert set(typed(person)) <= set(way(person).answers.typed)
