"""Conditions: what they hold for, and what they say they read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.fields import Choice, Choices, Date, Line, Tick
from app.models.form import ALWAYS, Answers
from app.models.rules import age, all_of, any_of, equals, includes, one_of, ticked, unless, younger_than
from app.models.text import Text

TODAY = date(2026, 2, 12)
OPTIONS = {"car": Text("Voiture"), "taxi": Text("Taxi"), "bus": Text("Bus")}
one = Choice(name="one", label=Text("?"), options=OPTIONS)
many = Choices(name="many", label=Text("?"), options=OPTIONS)
line = Line(name="line", label=Text("?"))
box = Tick(name="box", label=Text("?"))
born = Date(name="born", label=Text("?"))
CAR, TICKED = equals(one, "car"), ticked(box)


def holds(rule, **typed):
    return rule.holds(Answers(typed, TODAY))


def test_equals_holds_for_one_value_only():
    assert holds(CAR, one="car")
    assert not holds(CAR, one="taxi")
    assert not holds(CAR)
    assert holds(equals(line, "x"), line=" x ")


def test_one_of_holds_for_each_of_its_values():
    rule = one_of(one, "car", "taxi")
    assert [holds(rule, one=option) for option in OPTIONS] == [True, True, False]


def test_includes_holds_when_one_of_the_options_is_chosen():
    rule = includes(many, "car", "taxi")
    assert holds(rule, many="bus taxi")
    assert not holds(rule, many="bus")
    assert not holds(rule)


def test_ticked_holds_for_a_ticked_box():
    assert holds(TICKED, box="yes")
    assert not holds(TICKED, box="no")
    assert not holds(TICKED)


def test_rules_combine():
    both, either = all_of(CAR, TICKED), any_of(CAR, TICKED)
    cases: tuple[dict[str, str], ...] = ({"one": "car", "box": "yes"}, {"one": "car"}, {"box": "yes"}, {})
    assert [holds(both, **typed) for typed in cases] == [True, False, False, False]
    assert [holds(either, **typed) for typed in cases] == [True, True, True, False]
    assert [holds(unless(CAR), **typed) for typed in cases] == [False, False, True, True]


def test_a_rule_says_what_it_reads():
    assert all_of(CAR, unless(any_of(TICKED, includes(many, "bus")))).reads == (one, box, many)
    assert younger_than(born, 16).reads == (born,)
    assert ALWAYS.reads == ()


def test_always_holds():
    assert holds(ALWAYS)


@pytest.mark.parametrize("rule", [lambda: equals(one, "plane"), lambda: includes(many, "car", "plane")])
def test_an_option_that_does_not_exist_fails_at_import(rule):
    with pytest.raises(ValueError, match="has no option 'plane'"):
        rule()


# Ages


@pytest.mark.parametrize(
    ("day", "younger"), [("13/2/2010", True), ("12/2/2010", False), ("11/2/2010", False), ("", False), ("?", False)]
)
def test_one_is_16_on_the_birthday_and_not_the_day_before(day, younger):
    assert holds(younger_than(born, 16), born=day) is younger


@pytest.mark.parametrize(
    ("born_on", "today", "years"),
    [
        (date(2010, 2, 12), date(2026, 2, 12), 16),
        (date(2010, 2, 13), date(2026, 2, 12), 15),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 2, 12), date(2026, 2, 12), 0),
    ],
)
def test_an_age_is_in_full_years(born_on, today, years):
    assert age(born_on, today) == years


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)).filter(lambda day: day.day <= 28), st.integers(0, 120))
def test_an_age_changes_on_the_birthday(born_on, years):
    birthday = born_on.replace(year=born_on.year + years)
    assert age(born_on, birthday) == years
    assert age(born_on, birthday - timedelta(days=1)) == years - 1
