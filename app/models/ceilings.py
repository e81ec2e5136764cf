"""The ceilings of the C2S on a day, as a given answer: forms read no file, so what they compare with is typed too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.models.form import Field, Unreadable
from app.models.text import _

if TYPE_CHECKING:
    from app.models.rates import Rate

UNKNOWN = "?"
KEY, BASE_KEY = "c2s-ceilings", "rsa-base"
"""The files of ``resources/rates``."""
LISTED = 4
"""The table names households of one to four; its last line is for each further person."""
FLAT = {"owner": ("12", "14", "14"), "free": ("12", "14", "14"), "aid": ("12", "16", "16.5")}
"""What housing adds, in percent of the RSA base of 1, 2, 3 or more people (LAW R861-5, R861-7)."""
BASES = (Decimal(1), Decimal("1.5"), Decimal("1.8"))
"""The RSA base of 1, 2, 3 people, in that of one (rules.md 4)."""

Pair = tuple[Decimal | None, Decimal | None]
"""Free up to the first, with a contribution up to the second; None where nobody has published it."""


@dataclass(frozen=True)
class Ceilings:
    """The table in force from *first* to *last* (None: not yet known), a year; *base*: the RSA of one, a month."""

    first: date
    last: date | None
    base: Decimal | None
    lines: tuple[Pair, ...]

    def holds(self, day: date) -> bool:
        """Whether it is the table of *day*; of another day nobody knows."""
        return self.first <= day and (self.last is None or day <= self.last)

    def highest(self, people: int) -> Decimal | None:
        """What the resources of *people* may not exceed."""
        listed, further = self.lines[min(people, LISTED) - 1][1], self.lines[LISTED][1]
        if listed is None or (people > LISTED and further is None):
            return None
        return listed + max(people - LISTED, 0) * (further or 0)

    def flat(self, housing: str, people: int) -> Decimal:
        """What *housing* adds to the resources of a year; nothing for a tenant without aid, or when not known."""
        size = min(people, len(BASES)) - 1
        if self.base is None or housing not in FLAT:
            return Decimal(0)
        return 12 * (self.base * BASES[size] * Decimal(FLAT[housing][size]) / 100).quantize(Decimal("0.01"))

    def typed(self) -> str:
        """As ``Table`` reads it."""
        days = f"{self.first}/{self.last or UNKNOWN}"
        return " ".join((days, _written(self.base), *("/".join(map(_written, pair)) for pair in self.lines)))


def of_day(rates: Mapping[str, Rate], day: date) -> Ceilings | None:
    """The table of *day* among *rates*, by the keys of their files; None is « barème inconnu »."""
    from app.models.rates import lookup

    rows = {key: lookup(rates[key].rows, key, "metropole", None, day) for key in (KEY, BASE_KEY) if key in rates}
    table, base = rows.get(KEY), rows.get(BASE_KEY)
    if table is None:
        return None
    lines = tuple((free, band) for free, band in table.value)
    return Ceilings(table.valid_from, table.valid_to, base.value[0][0] if base else None, lines)


@dataclass(frozen=True, eq=False, kw_only=True)
class Table(Field[Ceilings]):
    """Ceilings, typed ``2025-04-01/2026-03-31 646.52 10339/13957 … 4135/5583``, « ? » where nothing is known."""

    def read(self, typed: str) -> Ceilings:
        try:
            days, base, *lines = typed.split()
            first, last = days.split("/")
            table = Ceilings(date.fromisoformat(first), _day(last), _number(base), tuple(map(_pair, lines)))
        except (ValueError, InvalidOperation):
            raise Unreadable(_("Ce barème n’est pas lisible.")) from None
        if len(table.lines) != LISTED + 1:
            raise Unreadable(_("Ce barème n’est pas lisible."))
        return table

    def show(self, typed: str) -> str:
        return typed.partition(" ")[0].replace("/", " – ")


def _pair(typed: str) -> Pair:
    free, band = typed.split("/")
    return _number(free), _number(band)


def _day(typed: str) -> date | None:
    return None if typed == UNKNOWN else date.fromisoformat(typed)


def _number(typed: str) -> Decimal | None:
    if typed == UNKNOWN:
        return None
    number = Decimal(typed)
    if not number.is_finite():
        raise ValueError
    return number


def _written(number: Decimal | None) -> str:
    return UNKNOWN if number is None else f"{number}"
