"""What a form is made of: answers read on demand, words that fit."""

from datetime import date

import pytest

from app.models.fields import Choice, Date, Line
from app.models.form import UNANSWERED, Answers, Field, Unreadable, Worded, said
from app.models.rules import equals
from app.models.text import Text

TODAY = date(2026, 2, 12)
who = Choice(name="who", label=Text("Qui ?"), options={"me": Text("Moi"), "child": Text("Mon enfant")})
day = Date(name="day", label=Text("Quand ?"))


def answers(**typed):
    return Answers(typed, TODAY)


def test_a_value_is_read_from_what_was_typed():
    assert answers(day="14/3/1988").value(day) == date(1988, 3, 14)


@pytest.mark.parametrize("typed", [{}, {"day": ""}, {"day": "  "}, {"day": "30/2/1988"}])
def test_what_is_missing_or_unreadable_has_no_value(typed):
    assert answers(**typed).value(day) is None


def test_spaces_around_an_answer_do_not_count():
    assert answers(who=" me ").text(who) == "me"


def test_a_field_is_required_and_asks_to_be_answered_unless_it_says_otherwise():
    field = Line(name="f", label=Text("?"))
    assert (field.required, field.missing) == (True, UNANSWERED)


def test_two_fields_alike_are_two_questions():
    assert Line(name="f", label=Text("?")) != Line(name="f", label=Text("?"))


def test_a_kind_of_field_must_say_how_it_is_read():
    with pytest.raises(NotImplementedError):
        Field(name="f", label=Text("?")).read("x")


def test_a_field_shows_what_was_typed_unless_its_kind_says_otherwise():
    assert Field(name="f", label=Text("?")).show("x") == "x"


def test_what_is_unreadable_says_why_and_where():
    error = Unreadable(Text("Ajoutez le jour."), "day")
    assert (str(error), error.message, error.part) == ("Ajoutez le jour.", Text("Ajoutez le jour."), "day")


def test_words_are_the_first_that_fit_and_else_the_usual_ones():
    words = Worded(Text("Vous"), ((equals(who, "child"), Text("Votre enfant")), (equals(who, "child"), Text("Jamais"))))
    assert said(words, answers(who="child")) == Text("Votre enfant")
    assert said(words, answers(who="me")) == Text("Vous")
    assert said(Text("Toujours"), answers()) == Text("Toujours")
