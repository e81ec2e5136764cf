"""Every day of seven years has its one row of each real rate, or none; a page says when its table has ended.

The first amount of each row, by the day it begins, is copied from shared/design/rules.md and the documents, not from
the files: 1 (ceilings), 2 (contributions), 3 and 4 (household, resources), 8 (PCS); home help from document 001.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.catalogue import loading, offers
from app.models.offer import Reader
from app.models.rates import lookup
from app.models.reading import parts
from app.models.text import speaking
from app.paths import RESOURCES
from tests.catalogue import compiled

DAYS = [date(2020, 1, 1) + timedelta(number) for number in range((date(2027, 1, 1) - date(2020, 1, 1)).days)]
ALWAYS, NEVER = date(2020, 1, 1), None

SPANS = {
    ("c2s-ceilings", "metropole", None): {
        date(2020, 4, 1): "9032", date(2021, 4, 1): "9041", date(2022, 4, 1): "9203", date(2022, 7, 1): "9571",
        date(2023, 4, 1): "9719", date(2024, 4, 1): "10166", date(2025, 4, 1): "10339", date(2026, 4, 1): NEVER,
    },
    # The 2020 table is on the page F10027 too, beside that of the mainland.
    ("c2s-ceilings", "dom", None): {
        date(2020, 4, 1): "10053", date(2021, 4, 1): NEVER, date(2022, 4, 1): "10243", date(2022, 7, 1): NEVER,
        date(2024, 4, 1): "11315", date(2025, 4, 1): NEVER,
    },
    ("c2s-contributions", "metropole", None): {ALWAYS: "8"},
    ("c2s-contributions", "dom", None): {ALWAYS: "8"},
    ("c2s-contributions", "alsace-moselle", None): {ALWAYS: "2.80"},
    ("c2s-age-limit", "metropole", None): {ALWAYS: "25"},
    ("c2s-benefit-cuts", "metropole", None): {date(2021, 4, 1): "68"},
    ("rsa-base", "metropole", None): {
        date(2022, 4, 1): "575.52", date(2022, 7, 1): "598.54", date(2023, 4, 1): "607.75", date(2024, 4, 1): "635.71",
        date(2025, 4, 1): "646.52", date(2026, 4, 1): "651.69",
    },
    ("pcs", "metropole", "91"): {date(2023, 6, 23): "140"},
    ("pcs", "metropole", None): {},
    ("home-help", "metropole", "91"): {date(2023, 1, 1): "25.60"},
    ("home-help", "metropole", None): {},
}  # fmt: skip


@pytest.fixture(scope="module")
def rates():
    """The real ones, by key."""
    return {key: entry.thing for key, entry in loading.load(RESOURCES).rates.items()}


def test_the_days_of_every_real_rate_are_looked_at(rates):
    places = {(row.key, row.territory, row.caisse) for rate in rates.values() for row in rate.rows}
    assert places == {place for place, spans in SPANS.items() if spans}


@pytest.mark.parametrize("place", SPANS)
def test_every_day_of_seven_years_has_its_one_row_or_none(rates, place):
    key, territory, caisse = place
    rows = rates[key].rows
    found = {day: lookup(rows, key, territory, caisse, day) for day in DAYS}
    assert {day: row and row.value[0][0] for day, row in found.items()} == {
        day: said and Decimal(said) for day, said in expected(SPANS[place]).items()
    }
    holding = {day: [row for row in rows if row.territory == territory and row.holds(day)] for day in DAYS}
    assert all(row in (None, *holding[day]) and len(holding[day]) <= 1 for day, row in found.items())


def expected(spans):
    """The first amount of each day: that of the last span begun, none before the first."""
    return {day: spans[max(begun)] if (begun := [start for start in spans if start <= day]) else None for day in DAYS}


@pytest.mark.parametrize(
    ("language", "period", "over"),
    [
        ("fr", "Montants du 1er avril 2025 au 31 mars 2026", "Barème périmé depuis 235 jours"),
        ("en", "Amounts from 1 April 2025 to 31 March 2026", "Amounts out of date for 235 days"),
        ("uk", "Суми чинні з 1 квітня 2025\u202fр. до 31 березня 2026\u202fр.", "Суми застаріли 235 днів тому"),
    ],
)
def test_the_page_of_a_day_without_ceilings_says_when_the_last_ended(tmp_path, language, period, over):
    compiled.lay(tmp_path / "catalogue.db")
    page = offers.page(tmp_path / "catalogue.db", "c2s", Reader("public", date(2026, 11, 21)))
    with speaking(language):
        shown = [[note.words for note in part.notes] for part in parts(page) if part.grid]
    assert shown[0] == [period, over]
