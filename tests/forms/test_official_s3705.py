"""The S3705 beside its table: every field of the paper and its label, every made-up parent and what is said to them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.forms import s3705
from app.models.path import Path, Remark, path, remarks
from app.models.pieces import pieces
from tests.forms.official import Situation, situations, table
from tests.forms.official.begun import TERMINAL
from tests.forms.official.compared import differences
from tests.forms.official.declared import pages
from tests.forms.official.filled_s3705 import FILLED_BY, PAGES, typed

DIFFERENT: dict[tuple[str, str], object] = {
    # the signature may be drawn or put on paper (P14): neither is required alone
    ("16/date", "required"): False,
    ("16/signature", "required"): False,
}
"""What the program says otherwise than the table, and why."""


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The fields that the program shows, each with what its step depends on; those of a group under « group/*/ »."""
    return {
        name: field
        for step in pages("s3705")
        for one in step["fields"]
        for name, field in shown(one, step["when_reads"])
    }


def shown(field: dict[str, Any], reads: list[str], group: str = "") -> list[tuple[str, dict[str, Any]]]:
    """A question by its name, and what it depends on; of a group, the questions of a row."""
    if field["kind"] == "repeat":
        return [told for inner in field["fields"] for told in shown(inner, reads, f"{field['name']}/*/")]
    return [(f"{group}{field['name']}", field | {"when_reads": [*reads, *field["when_reads"]]})]


def test_every_field_of_the_paper_is_filled_and_none_is_invented(declared):
    assert {field.ref for field in table("s3705").fields} == set(FILLED_BY)
    assert {name for name, field in declared.items() if field["official"]} == set(FILLED_BY.values()) - {"children"}


def test_what_differs_from_the_table_is_known(declared):
    found: dict[tuple[str, str], object] = {}
    for ref, name in FILLED_BY.items():
        if ref != "13":  # the frame itself: a group, whose questions have the labels of the columns
            found |= differences(table("s3705").at(ref), declared[name])
    assert found == DIFFERENT


# The made-up people

people = pytest.mark.parametrize(
    "person", [pytest.param(one, id=one.name) for one in situations() if one.form == "s3705"]
)


def way(person: Situation) -> Path:
    return path(s3705.FORM, TERMINAL | {"form": "s3705"} | typed(person), person.today)


def said(person: Situation) -> list[Remark]:
    found = way(person)
    return [remark for page in found.pages for remark in remarks(page, found.answers)]


def refs(found: list[Remark]) -> set[str]:
    fields = {name: ref for ref, name in FILLED_BY.items()}
    return {fields[re.sub(r"/\w+/", "/*/", remark.path)] for remark in found}


@people
def test_everybody_is_told_what_their_situation_expects(person):
    stopping = {"16/signature2"} if person.expected.outcome == "waits" else set()
    stopping |= {remark.ref for remark in person.expected.problems}
    assert refs([one for one in said(person) if one.stops]) == stopping
    assert refs([one for one in said(person) if not one.stops]) == {one.ref for one in person.expected.warnings}
    assert bool(stopping) == (person.expected.outcome != "ready")


@people
def test_the_pages_that_help_are_shown(person):
    if person.expected.outcome == "ready":
        shown = {remark.finding.page for remark in said(person)} - {""}
        assert shown == {PAGES[page] for page in person.expected.shown}


@people
def test_the_papers_are_those_of_the_situation(person):
    if person.expected.outcome != "stopped":
        keys = [piece.paper.key for piece in pieces(s3705.FORM, way(person).answers)]
        assert keys == list(person.expected.papers)


@people
def test_everything_that_is_typed_is_asked(person):
    assert set(typed(person)) <= set(way(person).answers.typed)
