"""The checks that any form may use."""

from datetime import date, timedelta

import pytest

from app.models.checks import birth_date, latin_letters, not_in_future
from app.models.form import Caution, Problem

TODAY = date(2026, 2, 12)


@pytest.mark.parametrize("check", [not_in_future, birth_date])
def test_today_has_come_and_tomorrow_has_not(check):
    assert check(TODAY, TODAY) is None
    found = check(TODAY + timedelta(days=1), TODAY)
    assert isinstance(found, Problem)
    assert (found.part, "pas encore arrivée" in str(found.message)) == ("year", True)


def test_nobody_was_born_more_than_125_years_ago():
    assert birth_date(date(1901, 1, 1), TODAY) is None
    found = birth_date(date(1900, 12, 31), TODAY)
    assert isinstance(found, Problem)
    assert (found.part, "année de naissance" in str(found.message)) == ("year", True)


@pytest.mark.parametrize("name", ["Олена", "Kovalенко", "Ґанна"])
def test_cyrillic_is_said_and_does_not_stop(name):
    assert isinstance(latin_letters(name, TODAY), Caution)


@pytest.mark.parametrize("name", ["Olena", "D’Hérouville", "Œuvré", "Nguyễn"])
def test_latin_letters_are_not_remarked(name):
    assert latin_letters(name, TODAY) is None
