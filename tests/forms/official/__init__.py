"""What the official forms ask, and made-up people before them, written from the documents and not from the program.

A NIR is whole in the facts, key last: the second box of the C2S is filled from the same answer. ``none`` is « I have no
number ». « today » is the day of the situation.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

FORMS = ("mas", "s1106", "s1110", "s3705", "c2s")
KINDS = frozenset(
    {
        "text", "name", "nir", "date", "phone", "email", "postcode", "country", "choice", "choices", "yes_no", "amount",
        "tick", "signature", "consent", "repeat",
    }
)  # fmt: skip
OUTCOMES = frozenset({"ready", "waits", "stopped", "elsewhere"})
"""Can be sealed; waits for the second parent; something is missing or wrong; no form is begun, a page is shown."""

Fact: TypeAlias = str | bool | date | int | Decimal | list[str]
Facts: TypeAlias = Mapping[str, Fact]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of the paper; its *key* is ours."""

    key: str
    name: str
    source: str
    printed: bool = True


@dataclass(frozen=True, slots=True)
class OfficialField:
    """A field of the paper.

    *part* tells apart several answers written on one printed line; *also* holds the label of another layout;
    *printed* is false when the label is ours.
    """

    ref: str
    frame: str
    label: str
    kind: str
    required: str
    source: str
    options: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    repeat: str = ""
    part: str = ""
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to join, and who joins it."""

    key: str
    situation: str
    paper: str
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A law named at the foot of the form, and the articles that its text names."""

    law: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An official form; *rows* is how many lines of a repeat the paper has, 0 when it has none."""

    key: str
    title: str
    cerfa: str
    print_reference: str
    basis: tuple[str, ...]
    signs: str
    sent_to: str
    mentions: tuple[Mention, ...]
    rows: int
    frames: tuple[Frame, ...]
    fields: tuple[OfficialField, ...]
    papers: tuple[Paper, ...]
    notice: tuple[str, ...] = ()

    def at(self, ref: str) -> OfficialField:
        """The field *ref*."""
        return next(field for field in self.fields if field.ref == ref)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of an answer."""

    ref: str
    why: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a repeat, each with its answers."""

    group: str
    rows: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of a situation; *shown* are pages of the program, *says* words of the PDF."""

    outcome: str
    frames: tuple[str, ...] = ()
    problems: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    papers: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    sheets: int = 1
    period: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A made-up person before a form; *asked* are answers to what the program asks and the paper does not."""

    form: str
    name: str
    who: str
    today: date
    facts: Facts
    expected: Expected
    asked: Facts = field(default_factory=dict)
    rows: tuple[Rows, ...] = ()

    def sets(self) -> list[Facts]:
        """The answers of the form, then those of each row."""
        return [self.facts, *(row for rows in self.rows for row in rows.rows)]

    def every_fact(self) -> list[tuple[str, Fact]]:
        """The answers, those of the rows too."""
        return [fact for facts in self.sets() for fact in facts.items()]


@cache
def table(form: str) -> Table:
    """The official form *form*."""
    read = _read(form)
    about = read["form"]
    return Table(
        **{name: _tuples(value) for name, value in about.items() if name != "mentions"},
        mentions=tuple(Mention(mention["law"], tuple(mention["articles"])) for mention in about["mentions"]),
        frames=tuple(Frame(**frame) for frame in read["frames"]),
        fields=tuple(
            OfficialField(**{name: _tuples(value) for name, value in field.items()}) for field in read["fields"]
        ),
        papers=tuple(Paper(**paper) for paper in read.get("papers", ())),
    )


@cache
def situations() -> tuple[Situation, ...]:
    """The made-up people."""
    read = _read("situations")
    return tuple(_situation(one, read["today"], read["always"]) for one in read["situations"])


def _situation(read: dict[str, Any], today: date, always: dict[str, Facts]) -> Situation:
    day = read.get("today", today)
    begun = {} if read["expected"]["outcome"] == "elsewhere" else always[read["form"]]
    facts = {ref: day if fact == "today" else fact for ref, fact in {**begun, **read.get("facts", {})}.items()}
    return Situation(
        form=read["form"],
        name=read["name"],
        who=read["who"],
        today=day,
        facts={ref: fact for ref, fact in facts.items() if fact != ""},
        expected=_expected(read["expected"]),
        asked=read.get("asked", {}),
        rows=tuple(_rows(rows) for rows in read.get("rows", ())),
    )


def _expected(read: dict[str, Any]) -> Expected:
    said = {name: tuple(Remark(**one) for one in read.get(name, ())) for name in ("problems", "warnings")}
    return Expected(**{name: _tuples(value) for name, value in (read | said).items()})


def _rows(read: dict[str, Any]) -> Rows:
    """Rows written as a table; an empty cell is no answer."""
    named = (zip(read["columns"], row, strict=True) for row in read["rows"])
    return Rows(read["group"], tuple({ref: fact for ref, fact in row if fact != ""} for row in named))


def _tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
