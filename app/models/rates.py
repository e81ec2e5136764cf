"""Amounts with the dates they hold for: exactly one row answers, or nobody knows (« inconnu »)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any, Literal

from app.models.offer import TERRITORIES, Territory
from app.models.sheet import Keys, Place, day, one_of, several, some, string, translated, whole, words
from app.models.words import Words

Status = Literal["source", "law", "published", "computed", "unverified"]
Unit = Literal["eur", "percent", "number"]
Value = tuple[tuple[Decimal | None, ...], ...]
"""Lines of numbers; None where no source gives the number. A single number is one line of one."""

STATUSES: tuple[Status, ...] = ("source", "law", "published", "computed", "unverified")
USABLE: tuple[Status, ...] = ("source", "law", "published")
UNITS: tuple[Unit, ...] = ("eur", "percent", "number")
UNKNOWN = "?"


@dataclass(frozen=True)
class Source:
    """Where a row was read: a document of the catalogue, an article, or who published it."""

    doc: str
    page: str = ""
    read_on: date | None = None


@dataclass(frozen=True)
class Row:
    """The value of a rate for a while; *caisse* is None for the country's."""

    key: str
    territory: Territory
    caisse: str | None
    valid_from: date
    valid_to: date | None
    value: Value
    status: Status
    source: Source

    @property
    def usable(self) -> bool:
        """Whether it may be shown to a person: somebody has printed it."""
        return self.status in USABLE

    def holds(self, on: date) -> bool:
        """Whether *on* is one of its days."""
        return self.valid_from <= on and not self.days_over(on)

    def days_over(self, on: date) -> int:
        """For how many days it has ended on *on*; none while it holds."""
        return max((on - self.valid_to).days, 0) if self.valid_to else 0

    def overlaps(self, other: Row) -> bool:
        """Whether a day could be answered by both."""
        same_place = (self.territory, self.caisse) == (other.territory, other.caisse)
        return same_place and (self.holds(other.valid_from) or other.holds(self.valid_from))


@dataclass(frozen=True)
class Layout:
    """How the value is a table: *head* is of the labels, then of each column; *labels* are of the lines."""

    unit: Unit
    head: tuple[Words, ...]
    labels: tuple[Words, ...]


@dataclass(frozen=True)
class Rate:
    """A whole file: what the amounts are, how they are shown, every row."""

    key: str
    title: Words
    layout: Layout | None
    rows: tuple[Row, ...]

    def newest(self, territory: Territory, caisse: str | None, on: date) -> Row | None:
        """The usable row of *on*, else the last one begun before, which is over: to show, never to reckon with."""
        begun = (row for row in _of(self.rows, self.key, territory, caisse) if row.usable and row.valid_from <= on)
        last = max(begun, key=lambda row: (row.valid_from, row.caisse is not None), default=None)
        return lookup(self.rows, self.key, territory, caisse, on) or last


def lookup(rows: Iterable[Row], key: str, territory: Territory, caisse: str | None, on: date) -> Row | None:
    """The row of *on*, the caisse's own before the country's; None is « inconnu »."""
    holding = [row for row in _of(rows, key, territory, caisse) if row.holds(on)]
    found = max(holding, key=lambda row: row.caisse is not None, default=None)
    return found if found and found.usable else None


def _of(rows: Iterable[Row], key: str, territory: Territory, caisse: str | None) -> Iterator[Row]:
    return (row for row in rows if (row.key, row.territory) == (key, territory) and row.caisse in (caisse, None))


def parse(key: str, data: Mapping[str, Any]) -> Rate:
    """The rate that a parsed file describes; raises Malformed with everything that is wrong."""

    def read(value: object, place: Place) -> Rate:
        with Keys(value, place) as keys:
            rate = Rate(
                key,
                keys.need("title", translated),
                keys.may("table", _layout, None),
                keys.need("rows", some(several(lambda row, at: _row(key, row, at)))) or (),
            )
        if not place.faults:
            _agree(rate, place)
        return rate

    return whole(data, read)


def _layout(value: object, place: Place) -> Layout:
    with Keys(value, place) as keys:
        return Layout(
            keys.need("unit", one_of(*UNITS)),
            keys.need("head", some(several(words))),
            keys.need("labels", some(several(words))),
        )


def _row(key: str, value: object, place: Place) -> Row:
    with Keys(value, place) as keys:
        row = Row(
            key,
            territory=keys.need("territory", one_of(*TERRITORIES)),
            caisse=keys.may("caisse", string, None),
            valid_from=keys.need("valid_from", day),
            valid_to=keys.may("valid_to", day, None),
            value=keys.need("value", _value),
            status=keys.need("status", one_of(*STATUSES)),
            source=keys.need("source", _source),
        )
    if row.valid_to and row.valid_from and row.valid_to < row.valid_from:
        place.within("valid_to").wrong("avant valid_from")
    return row


def _source(value: object, place: Place) -> Source:
    with Keys(value, place) as keys:
        return Source(keys.need("doc", string), keys.may("page", string, ""), keys.may("read_on", day, None))


def _value(value: object, place: Place) -> Value:
    return (
        some(several(some(several(_number))))(value, place) if isinstance(value, list) else ((_number(value, place),),)
    )


def _number(value: object, place: Place) -> Decimal | None:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if value != UNKNOWN:
        place.wrong(f"doit être un nombre, ou « {UNKNOWN} »")
    return None


def _agree(rate: Rate, place: Place) -> None:
    """The rows agree with the table, and no two of them answer for one day."""
    rows = list(enumerate(rate.rows, 1))
    lines, columns = (len(rate.layout.labels), len(rate.layout.head) - 1) if rate.layout else (1, 1)
    for number, row in rows:
        if [len(line) for line in row.value] != [columns] * lines:
            place.within("rows").within(number).within("value").wrong(f"doit avoir {lines} × {columns} nombres")
    for (first, one), (second, other) in combinations(rows, 2):
        if one.overlaps(other):
            place.within("rows").within(second).wrong(f"les mêmes jours que la ligne {first}")
