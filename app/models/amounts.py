"""Amounts as they are written in the language in use."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from app.models.rates import UNKNOWN, Layout, Row, Unit
from app.models.text import locale

PATTERNS: dict[Unit, dict[str, str]] = {
    "eur": {"fr": "{}\xa0€", "en": "€{}", "uk": "{}\xa0€"},
    "percent": {"fr": "{}\xa0%", "en": "{}%", "uk": "{}\xa0%"},
    "number": {"fr": "{}", "en": "{}", "uk": "{}"},
}
"""With no-break spaces. Babel writes EUR in Ukrainian."""


def lines(layout: Layout, row: Row) -> list[list[str]]:
    """The lines of the table of *row*, each after its label."""
    return [
        [str(label), *(written(number, layout.unit) for number in line)]
        for label, line in zip(layout.labels, row.value, strict=True)
    ]


def written(number: Decimal | None, unit: Unit) -> str:
    """One number; a question mark when no source gives it."""
    return UNKNOWN if number is None else _written(number, unit, locale())


@cache
def _written(number: Decimal, unit: Unit, language: str) -> str:
    from babel.numbers import format_decimal

    whole = number == number.to_integral_value()
    pattern = "#,##0" if whole else "#,##0.00" if unit == "eur" else "#,##0.##"
    return PATTERNS[unit][language].format(format_decimal(number, format=pattern, locale=language))
