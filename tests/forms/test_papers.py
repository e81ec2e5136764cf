"""The papers of every form beside their table: exactly these, for whom, needed or « si vous l’avez »."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.forms import FORMS
from app.models.form import Answers, Form, Paper
from app.models.path import path
from app.models.pieces import MOST, pieces
from tests.builders import mas_answers
from tests.forms.official import Situation, filled_c2s, filled_s1106, filled_s1110, filled_s3705, situations, table
from tests.forms.official.people import person
from tests.forms.papers_of import MAS, OTHERWISE, PEOPLE, Otherwise
from tests.forms.person import TODAY

IDS = {"s1106": "1106"}
TYPED: dict[str, Callable[[Situation], dict[str, str]]] = {
    "s1106": filled_s1106.typed, "s1110": filled_s1110.typed, "s3705": filled_s3705.typed, "c2s": filled_c2s.typed,
}  # fmt: skip
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())


def form_of(key: str) -> Form:
    return FORMS[IDS.get(key, key)]


def asked(form: Form, answers: Answers) -> list[str]:
    """What is asked, written as in the table."""

    def line(paper: Paper, whose: str) -> str:
        return paper.key + (f": {whose}" if whose else "") + ("" if paper.needed else " ?")

    return [line(piece.paper, piece.concerns(answers)) for piece in pieces(form, answers)]


def of(form: str, name: str, **changes: str) -> list[str]:
    return asked(form_of(form), person(form_of(form), form, name, TYPED[form]).way(**changes).answers)


@pytest.mark.parametrize(("form", "name"), PEOPLE)
def test_everybody_is_asked_exactly_their_papers(form: str, name: str) -> None:
    assert of(form, name) == list(PEOPLE[form, name])


@pytest.mark.parametrize("other", OTHERWISE, ids=lambda one: f"{one.form}-{one.name}-{'-'.join(one.changes.values())}")
def test_what_is_otherwise_changes_the_papers(other: Otherwise) -> None:
    assert of(other.form, other.name, **other.changes) == list(other.papers)


@pytest.mark.parametrize(("changes", "papers"), MAS)
def test_the_mas_asks_only_who_speaks_for_the_person(changes: dict[str, str], papers: tuple[str, ...]) -> None:
    assert asked(FORMS["mas"], path(FORMS["mas"], mas_answers(**changes), TODAY).answers) == list(papers)


def test_nobody_who_comes_to_the_page_of_the_papers_is_left_out() -> None:
    """Who is stopped, or sent elsewhere on the first page, does not come to it."""
    assert len(situations()) == 31
    assert {(one.form, one.name) for one in situations() if one.expected.outcome in ("ready", "waits")} == set(PEOPLE)


def test_the_situations_expect_the_same_keys() -> None:
    for one in situations():
        if (one.form, one.name) in PEOPLE:
            keys = (line.partition(":")[0].removesuffix(" ?") for line in PEOPLE[one.form, one.name])
            assert tuple(dict.fromkeys(keys)) == one.expected.papers, one.name


@pytest.mark.parametrize("key", ["mas", *TYPED])
def test_every_paper_is_in_the_table_of_its_form(key: str) -> None:
    """The slip of the contribution is no paper of the request: it comes with a letter, months later."""
    known = {paper.key for paper in table(key).papers} - {"membership_slip"}
    assert {paper.key for paper in form_of(key).papers} == known


@every_form
def test_every_paper_says_in_a_line_what_it_is(form: Form) -> None:
    for paper in form.papers:
        assert paper.what is not None, paper.key
        assert len(str(paper.label)) <= 110, paper.key
        assert len(str(paper.what)) <= 110, paper.key


@every_form
def test_a_rule_of_a_paper_reads_what_the_form_asks(form: Form) -> None:
    """A row's in its row: a field that is not asked would leave the paper out for ever."""
    steps = [step for section in (*form.sections, form.signing) for step in section.steps]
    plain = {field.name for step in steps for field in step.fields} | {field.name for field in form.given}
    for paper in form.papers:
        inner = {field.name for field in paper.of.fields} if paper.of else set()
        assert {field.name for field in (*paper.when.reads, *paper.whose)} <= plain | inner, paper.key


def test_the_papers_of_ten_people_are_not_too_many() -> None:
    assert max(map(len, PEOPLE.values())) <= MOST
