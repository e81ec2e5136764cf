"""The ceilings that the C2S compares with, as ``resources/rates`` has them."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

from app.models import ceilings, rates
from app.models.ceilings import Ceilings
from app.models.rates import Rate
from app.paths import RESOURCES


def rate(key: str) -> Rate:
    """A file of rates."""
    text = (RESOURCES / "rates" / f"{key}.toml").read_text(encoding="utf-8")
    return rates.parse(key, tomllib.loads(text, parse_float=Decimal))


def printed(day: date) -> Ceilings:
    """The ceilings of *day*, which somebody has printed."""
    found = ceilings.of_day({key: rate(key) for key in (ceilings.KEY, ceilings.BASE_KEY)}, day)
    assert found
    return found


def of_2025() -> Ceilings:
    """Those from April 2025 to March 2026."""
    return printed(date(2026, 2, 28))
