"""The months and the days that a request for C2S counts from (rules.md 4 and 5)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

MONTHS_SINCE = date(2022, 1, 1)
"""Since when LAW R861-8 counts the months so; it took the twelve months before the request until then."""
RENEWAL_SINCE = date(2022, 4, 1)
"""Since when LAW R861-18 opens the renewal four months before the end."""


class Period(NamedTuple):
    """Twelve calendar months, from the *first* day to the *last*."""

    first: date
    last: date

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each."""
        return tuple(shifted(self.first, number) for number in range(12))


class Renewal(NamedTuple):
    """The *first* and the *last* day to renew, both good; the renewed right begins on *effect*."""

    first: date
    last: date
    effect: date


def twelve_months(asked: date) -> Period | None:
    """The months whose resources count for a request made on *asked*: the 13th to the 2nd before its own.

    None before 2022, when the law counted otherwise.
    """
    if asked < MONTHS_SINCE:
        return None
    month = asked.replace(day=1)
    return Period(shifted(month, -13), shifted(month, -1) - timedelta(days=1))


def renewal(end: date) -> Renewal | None:
    """When a right whose last day is *end* can be renewed: from four to two months before, both days included.

    None for a right that ended before that rule. An end on the 31st counts back to the last day of a shorter month.
    """
    if end < RENEWAL_SINCE:
        return None
    return Renewal(shifted(end, -4), shifted(end, -2), shifted(end.replace(day=1), 1))


def shifted(day: date, months: int) -> date:
    """*day*, so many *months* later; the last day of the month when that one has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
