"""The twelve months and the days to renew, against reckonings of another kind."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.period import Renewal, renewal, shifted, twelve_months

MONTHS = [(year, month) for year in range(2022, 2027) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        (date(2022, 3, 15), date(2021, 2, 1), date(2022, 1, 31)),
        (date(2022, 1, 1), date(2020, 12, 1), date(2021, 11, 30)),
        (date(2025, 4, 30), date(2024, 3, 1), date(2025, 2, 28)),
        (date(2024, 4, 1), date(2023, 3, 1), date(2024, 2, 29)),
    ],
)
def test_what_the_sources_give_as_examples(asked, first, last):
    assert twelve_months(asked) == (first, last)


@pytest.mark.parametrize(("year", "month"), MONTHS)
def test_each_month_asks_for_the_thirteenth_to_the_second_before(year, month):
    """Counted one day at a time, from the month of the request backwards."""
    before: list[tuple[int, int]] = []
    day = date(year, month, 1)
    while len(before) < 13:
        day -= timedelta(days=1)
        if (day.year, day.month) not in before:
            before.append((day.year, day.month))
    found = twelve_months(date(year, month, 28))
    assert found
    assert [(day.year, day.month) for day in found.months] == before[:0:-1]
    assert (found.first, (found.last + timedelta(days=1)).day) == (found.months[0], 1)
    assert (found.last.year, found.last.month) == before[1]


@pytest.mark.parametrize(("year", "month"), MONTHS)
def test_each_day_of_a_month_asks_for_the_same(year, month):
    first = date(year, month, 1)
    days = {first + timedelta(days=number) for number in range(31)}
    assert len({twelve_months(day) for day in days if day.month == month}) == 1


def test_before_2022_the_law_counted_otherwise():
    assert twelve_months(date(2021, 12, 31)) is None


@pytest.mark.parametrize(
    ("end", "first", "last", "effect"),
    [
        (date(2026, 8, 31), date(2026, 4, 30), date(2026, 6, 30), date(2026, 9, 1)),
        (date(2028, 2, 29), date(2027, 10, 29), date(2027, 12, 29), date(2028, 3, 1)),
        (date(2026, 2, 28), date(2025, 10, 28), date(2025, 12, 28), date(2026, 3, 1)),
        (date(2026, 4, 30), date(2025, 12, 30), date(2026, 2, 28), date(2026, 5, 1)),
        (date(2024, 4, 30), date(2023, 12, 30), date(2024, 2, 29), date(2024, 5, 1)),
        (date(2026, 6, 30), date(2026, 2, 28), date(2026, 4, 30), date(2026, 7, 1)),
        (date(2024, 6, 30), date(2024, 2, 29), date(2024, 4, 30), date(2024, 7, 1)),
        (date(2026, 12, 31), date(2026, 8, 31), date(2026, 10, 31), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2026, 9, 30), date(2026, 11, 30), date(2027, 2, 1)),
        (date(2026, 5, 15), date(2026, 1, 15), date(2026, 3, 15), date(2026, 6, 1)),
    ],
)
def test_a_right_is_renewed_from_four_to_two_months_before_its_end(end, first, last, effect):
    assert renewal(end) == Renewal(first, last, effect)


@given(st.dates(date(2022, 4, 1), date(2999, 12, 31)))
def test_the_day_stays_unless_the_month_is_too_short(end):
    found = renewal(end)
    assert found
    for day, months in ((found.first, 4), (found.last, 2)):
        assert (end.year - day.year) * 12 + end.month - day.month == months
        assert day.day == end.day or (day.day < end.day and (day + timedelta(days=1)).day == 1)
    assert found.effect.day == 1
    assert 1 <= (found.effect - end).days <= 31


def test_before_april_2022_the_window_was_another():
    assert renewal(date(2022, 3, 31)) is None


def test_a_month_more_or_less():
    assert shifted(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shifted(date(2023, 12, 31), -12) == date(2022, 12, 31)
    assert shifted(date(2024, 2, 29), 12) == date(2025, 2, 28)
