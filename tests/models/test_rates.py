"""Rates: exactly one row answers for a day, or nobody knows."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import rates
from app.models.rates import Row, Source, lookup
from app.models.sheet import Malformed
from tests.models.catalogued import a_rate, a_row, said

DAY = date(2024, 11, 22)
SECOND = {"valid_from": date(2025, 4, 1), "valid_to": date(2026, 3, 31), "value": [[10339], [4135]]}


def parse(*rows, **changes):
    return rates.parse("ceilings", a_rate(*rows, **changes))


def at(rate, day, territory="metropole", caisse=None):
    return lookup(rate.rows, "ceilings", territory, caisse, day)


def faults(*rows, **changes):
    with pytest.raises(Malformed) as refused:
        parse(*rows, **changes)
    return [(fault.key, fault.reason) for fault in refused.value.faults]


def test_a_rate_is_read_as_its_file_says():
    source = {"doc": "service-public.fr", "page": "F10027", "read_on": date(2026, 11, 20)}
    rate = parse(a_row(value=[[Decimal("2.80")], ["?"]], status="published", source=source, caisse="91"))
    assert rate.layout
    assert (rate.layout.unit, len(rate.layout.head), len(rate.layout.labels)) == ("eur", 2, 2)
    assert rate.rows == (
        Row(
            "ceilings", "metropole", "91", date(2024, 4, 1), date(2025, 3, 31), ((Decimal("2.80"),), (None,)),
            "published", Source("service-public.fr", "F10027", date(2026, 11, 20)),
        ),
    )  # fmt: skip


def test_a_single_number_needs_no_table():
    data = {"title": said("Base"), "rows": [a_row(value=Decimal("635.71"))]}
    rate = rates.parse("base", data)
    assert rate.layout is None
    assert rate.rows[0].value == ((Decimal("635.71"),),)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2024, 3, 31), None),
        (date(2024, 4, 1), 10166),
        (date(2025, 3, 31), 10166),
        (date(2025, 4, 1), 10339),
        (date(2026, 3, 31), 10339),
        (date(2026, 4, 1), None),
    ],
)
def test_the_row_of_the_day_answers_and_a_day_of_no_row_is_not_known(day, first):
    row = at(parse(a_row(), a_row(**SECOND)), day)
    assert (row and row.value[0][0]) == first


def test_nothing_is_inferred_from_another_place_or_another_key():
    rate = parse()
    assert at(rate, DAY)
    assert at(rate, DAY, territory="dom") is None
    assert lookup(rate.rows, "contributions", "metropole", None, DAY) is None


def test_the_row_of_the_caisse_goes_before_that_of_the_country():
    rate = parse(a_row(), a_row(caisse="91", value=[[1], [2]]))
    assert [at(rate, DAY, caisse=code).value[0][0] for code in (None, "42", "91")] == [10166, 10166, 1]


@pytest.mark.parametrize("status", ["computed", "unverified"])
def test_what_nobody_has_printed_answers_nobody(status):
    own = a_row(caisse="91", status=status, value=[[1], [2]])
    rate = parse(a_row(), own)
    assert at(rate, DAY, caisse="91") is None
    assert at(parse(a_row(status=status)), DAY) is None


def test_a_table_whose_end_is_not_known_goes_on():
    assert at(parse(a_row(valid_to=None)), date(2050, 1, 1))


def test_a_page_shows_the_last_table_and_for_how_long_it_has_been_over():
    rate = parse(a_row(), a_row(**SECOND), a_row(valid_from=date(2026, 4, 1), valid_to=None, status="unverified"))
    row = rate.newest("metropole", None, date(2026, 11, 21))
    assert row
    assert row.valid_to == date(2026, 3, 31)
    assert row.days_over(date(2026, 11, 21)) == 235
    assert [row.days_over(date(2026, 3, 31)), parse(a_row(valid_to=None)).rows[0].days_over(DAY)] == [0, 0]


def test_a_page_shows_no_table_that_has_not_begun():
    assert parse().newest("metropole", None, date(2024, 3, 31)) is None


def test_a_page_shows_the_row_in_force_before_a_newer_one_that_is_over():
    over = a_row(caisse="91", valid_from=date(2024, 5, 1), valid_to=date(2024, 5, 31))
    row = parse(a_row(), over).newest("metropole", "91", DAY)
    assert row
    assert row.caisse is None


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"territory": "lune"}, "territory", "doit être metropole, dom, alsace-moselle"),
        ({"valid_from": None}, "valid_from", "manque"),
        ({"valid_from": "avril"}, "valid_from", "doit être une date : 2024-04-01"),
        ({"valid_to": date(2024, 3, 31)}, "valid_to", "avant valid_from"),
        ({"value": [[10166]]}, "value", "doit avoir 2 × 1 nombres"),
        ({"value": [[10166, 1], [4066, 1]]}, "value", "doit avoir 2 × 1 nombres"),
        ({"value": 10166}, "value", "doit avoir 2 × 1 nombres"),
        ({"value": []}, "value", "est vide"),
        ({"value": [[10166], ["4066"]]}, "value.2.1", "doit être un nombre, ou « ? »"),
        ({"value": [[10166], [True]]}, "value.2.1", "doit être un nombre, ou « ? »"),
        ({"status": "vu"}, "status", "doit être source, law, published, computed, unverified"),
        ({"source": {"page": "1"}}, "source.doc", "manque"),
        ({"fund": "91"}, "fund", "clé inconnue"),
    ],
)
def test_what_a_row_may_not_say_is_refused_with_its_key(changes, key, reason):
    assert (f"rows.1.{key}", reason) in faults(a_row(**changes))


def test_what_a_file_may_not_say_is_refused_with_its_key():
    assert faults(table={"unit": "dollar"}) == [
        ("table.unit", "doit être eur, percent, number"), ("table.head", "manque"), ("table.labels", "manque"),
    ]  # fmt: skip
    assert faults(rows=[]) == [("rows", "est vide")]
    assert rates.parse("x", a_rate())


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": "computed"},
        {"valid_from": date(2025, 3, 31), "valid_to": None},
        {"valid_from": date(2024, 1, 1), "valid_to": date(2024, 4, 1)},
        {"valid_from": date(2024, 1, 1), "valid_to": None},
    ],
)
def test_two_rows_of_one_place_that_share_a_day_are_refused(changes):
    assert faults(a_row(), a_row(**changes)) == [("rows.2", "les mêmes jours que la ligne 1")]


@pytest.mark.parametrize("changes", [{"territory": "dom"}, {"caisse": "91"}, SECOND])
def test_rows_that_share_no_day_or_no_place_stand_together(changes):
    assert len(parse(a_row(), a_row(**changes)).rows) == 2


DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 900) | st.none()), max_size=4)


@given(SPANS, DAYS)
def test_whatever_stands_in_a_file_that_is_accepted_one_row_at_most_holds_a_day(spans, day):
    ends = [None if days is None else begin + timedelta(days) for begin, days in spans]
    rows = [a_row(valid_from=begin, valid_to=end) for (begin, _days), end in zip(spans, ends, strict=True)]
    try:
        rate = parse(*rows)
    except Malformed:
        return
    holding = [row for row in rate.rows if row.holds(day)]
    assert len(holding) <= 1
    assert at(rate, day) == (holding[0] if holding else None)
