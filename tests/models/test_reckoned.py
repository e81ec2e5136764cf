"""Texts worked out from answers, and what the checks of a group say in each of its rows."""

from dataclasses import replace
from datetime import date

from app.models.fields import Line
from app.models.form import Answers, Caution, Problem, Reckoned, Repeat, Step, said
from app.models.path import path, remarks
from app.models.text import Text
from tests.models.trip import FORM, TODAY

first, last = Line(name="first", label=Text("Prénom")), Line(name="last", label=Text("Nom"), required=False)


def _named(answers):
    return (last.name, Problem(Text("Le même mot."))) if answers.text(first) == answers.text(last) else None


def _short(answers):
    return (first.name, Caution(Text("Court."))) if len(answers.text(first)) == 1 else None


people = Repeat(name="people", title=Text("Personne"), add=Text("+"), fields=(first, last), checks=(_short, _named))
STEP = Step(
    name="people",
    title=Text("Qui ?"),
    hint=Reckoned(lambda answers: Text("Le {day}.").with_(day=answers.today.day)),
    fields=(people,),
)
PEOPLE = replace(FORM, sections=(replace(FORM.sections[0], steps=(STEP,)),))


def page(**typed):
    way = path(PEOPLE, {name.replace("__", "/"): text for name, text in typed.items()}, TODAY)
    return way.pages[0], way.answers


def test_a_text_is_worked_out_from_the_day_and_the_answers():
    assert str(page()[0].hint) == "Le 12."
    echo = Reckoned(lambda answers: Text(answers.text(first)), reads=(first,))
    assert said(echo, Answers({"first": "Ana"}, date(2026, 2, 12))) == Text("Ana")


def test_the_checks_of_a_group_are_made_in_each_of_its_rows():
    listed, answers = page(people__a__first="x", people__a__last="x", people__b__first="y", people__b__last="y")
    told = {remark.path: str(remark.finding.message) for remark in remarks(listed, answers)}
    assert told == {
        "people/a/first": "Court.",
        "people/a/last": "Le même mot.",
        "people/b/first": "Court.",
        "people/b/last": "Le même mot.",
    }


def test_the_page_of_a_row_says_what_is_said_of_that_row():
    listed, answers = page(people__a__first="xx", people__a__last="xx", people__b__first="yy")
    assert [remark.path for remark in remarks(listed.of("a"), answers)] == ["people/a/last"]
    assert remarks(listed.of("b"), answers) == ()
