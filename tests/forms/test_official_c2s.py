"""The C2S beside its table: every field of the paper and its label, every made-up person and what is said to them."""

from __future__ import annotations

from typing import Any

import pytest

from app.forms import c2s
from app.models.ceilings import Ceilings
from app.models.path import Path, Remark, path, remarks
from app.models.period import twelve_months
from app.models.pieces import pieces
from tests.forms.official import Situation, situations, table
from tests.forms.official.begun import TERMINAL
from tests.forms.official.compared import differences
from tests.forms.official.declared import pages, shown
from tests.forms.official.filled_c2s import COMPUTED, FILLED_BY, PAGES, typed
from tests.forms.tables import of_2025

HOUSEHOLD = "La composition de votre foyer"
NATIONALITIES = ("française", "UE/EEE/Suisse", "autre")
DIFFERENT: dict[tuple[str, str], object] = {
    # forms.md gives no words for the choices: those of the 1106, so that people answer the same question once
    ("frame1/applicant/nationality", "options"): NATIONALITIES,
    ("frame1/member/nationality", "options"): NATIONALITIES,
    # the same, and the two answers that matter to the household
    ("frame1/applicant/family", "options"): ("seul(e)", "en couple"),
    # one answer fills the two boxes: « 13 chiffres » and « clé »
    ("frame1/applicant/nir", "required"): True,
    ("frame1/applicant/nir_key", "label"): "N° de sécurité sociale (13 chiffres)",
    ("frame1/applicant/nir_key", "required"): True,
    ("frame1/member/nir", "required"): True,
    ("frame1/member/nir_key", "label"): "N° de sécurité sociale (13 chiffres)",
    ("frame1/member/nir_key", "required"): True,
    # « Avez-vous déjà fait cette demande ? » is always asked (P10)
    ("frame1/applicant/c2s_asked", "required"): True,
    # asked of who chooses to be called or written to; then they are required
    ("frame1/applicant/phone", "required"): True,
    ("frame1/applicant/email", "required"): True,
    # « Aucune » is an answer: what spares the resources is asked of everybody
    ("frame2/benefits", "required"): True,
    # one row holds the twelve months of the period, which is computed: nobody chooses a month; each has its amount
    ("frame3/income/month", "kind"): "months",
    ("frame3/income/amount", "kind"): "months",
    # the applicant, or one of the members of the household
    ("frame3/income/person", "kind"): "among",
    # without an answer the caisse manages the right (LAW R861-16)
    ("frame4/body", "required"): False,
    # the consent steers what is asked: yes or no, on a page of its own (P10); nobody goes on without an answer
    ("frame5/collection", "kind"): "agreement",
    ("frame5/collection", "required"): True,
    # the signature may be drawn or put on paper (P14): neither is required alone
    ("frame5/date", "required"): False,
    ("frame5/signature", "required"): False,
}
"""What the program says otherwise than the table, and why."""
NAMES = {ref: path.rpartition("/")[2] for ref, path in FILLED_BY.items()}
YES_NO = {"tick", "choice"}
"""A yes that nobody has to say is a box; one that has to be said, or not, is a choice."""


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The fields that the program shows, those of the rows too, each with what its step depends on."""
    return dict(
        shown(one, step)
        for step in pages("c2s")
        for field in step["fields"]
        for one in ((field, *field["fields"]) if field["kind"] == "repeat" else (field,))
    )


def test_every_field_of_the_paper_is_filled_and_none_is_invented(declared):
    assert {field.ref for field in table("c2s").fields} == {*FILLED_BY, *COMPUTED}
    named = {name for name, field in declared.items() if field.get("official") or field["kind"] == "repeat"}
    # the name of the body where one is domiciled stands on the line of the address
    assert named == {*NAMES.values(), "elected"}
    assert declared["elected"]["official"] == {"frame": HOUSEHOLD, "label": "Adresse"}


def test_what_differs_from_the_table_is_known(declared):
    found: dict[tuple[str, str], object] = {}
    for ref, name in NAMES.items():
        wanted, field = table("c2s").at(ref), declared[name]
        if wanted.kind == "repeat":
            assert field["kind"] == "repeat", ref
            continue
        found |= differences(wanted, field)
        if wanted.kind == "yes_no" and field["kind"] in YES_NO:
            found.pop((ref, "kind"), None)
            found.pop((ref, "options"), None)
    assert found == DIFFERENT


# The made-up people

people = pytest.mark.parametrize(
    "person", [pytest.param(one, id=one.name) for one in situations() if one.form == "c2s"]
)


def way(person: Situation, ceilings: Ceilings | None = None) -> Path:
    known = TERMINAL | {"form": "c2s", "ceilings": (ceilings or of_2025()).typed()}
    return path(c2s.FORM, known | typed(person), person.today)


def said(person: Situation) -> list[Remark]:
    """What is said of the fields of the paper."""
    found = way(person)
    every = [remark for page in found.pages for remark in remarks(page, found.answers)]
    return [remark for remark in every if remark.path.rpartition("/")[2] in {*NAMES.values()} - {"already_filed"}]


def refs(found: list[Remark]) -> set[str]:
    fields = {name: ref for ref, name in NAMES.items() if not ref.endswith("/nir_key")}
    return {fields[remark.path.rpartition("/")[2]] for remark in found}


@people
def test_everybody_is_told_what_their_situation_expects(person):
    if person.expected.outcome != "elsewhere":
        stopping = [remark for remark in said(person) if remark.stops]
        assert refs(stopping) == {remark.ref for remark in person.expected.problems}
        assert refs([one for one in said(person) if not one.stops]) == {one.ref for one in person.expected.warnings}
        assert bool(stopping) == (person.expected.outcome == "stopped")


@people
def test_who_is_sent_elsewhere_is_told_so_on_the_first_page(person):
    first = way(person).pages[0]
    stopping = [remark.finding.page for remark in remarks(first, way(person).answers) if remark.stops]
    assert first.step.name == "protection"
    assert stopping == [PAGES[page] for page in person.expected.shown]


@people
def test_the_papers_are_those_of_the_situation(person):
    if person.expected.outcome != "stopped":
        keys = dict.fromkeys(piece.paper.key for piece in pieces(c2s.FORM, way(person).answers))
        assert tuple(keys) == person.expected.papers


@people
def test_the_frames_that_are_filled_are_those_of_the_situation(person):
    if person.expected.outcome == "ready":
        frames = {frame.name: frame.key for frame in table("c2s").frames}
        found = way(person)
        answered = [
            frames[official.frame]
            for page in found.pages
            for asked in page.asked
            if (official := c2s.FORM.official(asked.field))
            and found.answers.typed.get(asked.path, "") not in ("", "none")
        ]
        assert [key for key in frames.values() if key in answered] == list(person.expected.frames)


@people
def test_the_period_is_that_of_the_day(person):
    if person.expected.period:
        assert twelve_months(person.today) == person.expected.period


@people
def test_everything_that_is_typed_is_asked(person):
    assert set(typed(person)) <= set(way(person).answers.typed)
