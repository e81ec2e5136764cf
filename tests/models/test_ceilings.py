"""The ceilings of the C2S as a given answer, against the printed tables (rules.md 1 and 4)."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.ceilings import KEY, Table, of_day
from app.models.form import Unreadable
from app.models.text import Text
from tests.forms.tables import of_2025, printed, rate

table = Table(name="ceilings", label=Text("Plafonds"))


@pytest.mark.parametrize(
    ("day", "people", "most"),
    [
        (date(2026, 2, 28), 1, 13957), (date(2026, 2, 28), 4, 29311), (date(2026, 2, 28), 5, 34894),
        (date(2026, 2, 28), 10, 29311 + 6 * 5583), (date(2024, 4, 1), 2, 20586), (date(2025, 3, 31), 3, 24703),
    ],
)  # fmt: skip
def test_the_highest_is_that_of_the_day_and_of_the_household(day, people, most):
    assert printed(day).highest(people) == most


def test_what_nobody_has_published_is_not_known():
    half = printed(date(2022, 1, 1))
    assert [half.highest(people) for people in (1, 2, 5)] == [12205, None, None]
    assert printed(date(2022, 9, 1)).highest(1) is None
    four = table.read("2025-04-01/2026-03-31 ? 1/2 3/4 5/6 7/8 ?/?")
    assert [four.highest(people) for people in (4, 5)] == [8, None]


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2026, 4, 1), date(2030, 1, 1)])
def test_no_table_covers_the_day(day):
    assert of_day({KEY: rate(KEY)}, day) is None


def test_a_table_holds_on_its_days_alone():
    first, last = date(2025, 4, 1), date(2026, 3, 31)
    days = (first - timedelta(1), first, last, last + timedelta(1))
    assert [of_2025().holds(day) for day in days] == [False, True, True, False]
    assert table.read("2025-04-01/? ? 1/2 1/2 1/2 1/2 1/2").holds(date(2090, 1, 1))


@pytest.mark.parametrize(
    ("housing", "people", "month"),
    [
        ("owner", 1, "77.58"), ("free", 2, "135.77"), ("owner", 3, "162.92"), ("free", 10, "162.92"),
        ("aid", 1, "77.58"), ("aid", 2, "155.16"), ("aid", 4, "192.02"), ("tenant", 3, "0"), ("", 1, "0"),
    ],
)  # fmt: skip
def test_housing_adds_the_amounts_of_the_articles(housing, people, month):
    assert of_2025().flat(housing, people) == 12 * Decimal(month)


def test_without_a_published_base_housing_adds_nothing():
    assert table.read("2025-04-01/2026-03-31 ? 1/2 1/2 1/2 1/2 1/2").flat("owner", 1) == 0
    alone = of_day({KEY: rate(KEY)}, date(2026, 2, 28))
    assert alone
    assert alone.base is None


def test_nothing_is_known_without_the_file():
    assert of_day({}, date(2026, 2, 28)) is None


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2022, 1, 1), date(2022, 9, 1), date(2020, 5, 1)])
def test_a_table_is_read_as_it_was_typed(day):
    assert table.read(printed(day).typed()) == printed(day)


def test_a_table_is_shown_by_its_days():
    assert table.show(of_2025().typed()) == "2025-04-01 – 2026-03-31"


WHOLE = "2025-04-01/2026-03-31 646.52 10339/13957 15508/20936 18609/25123 21711/29311 4135/5583"


@pytest.mark.parametrize(
    "typed",
    ["", "x", WHOLE[:-9], WHOLE + " 1/2", WHOLE.replace("646.52", "NaN"), WHOLE.replace("646.52", "x"),
     WHOLE.replace("2025-04-01", "2025-13-01"), WHOLE.replace("10339/", "10339"), WHOLE.replace("13957", "1/2")],
)  # fmt: skip
def test_what_is_no_table_is_refused(typed):
    with pytest.raises(Unreadable, match="barème"):
        table.read(typed)


@given(st.text(alphabet="0123456789/-? .xE"))
def test_any_text_is_a_table_or_refused(typed):
    with suppress(Unreadable):
        table.read(typed)
