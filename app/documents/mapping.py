"""Which answer goes where on a blank official PDF (people.md P18): what a mapping file says, read by ``plan.py``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.models.fields import Date, Nir
from app.models.form import Field, Form, Repeat

OF_REQUEST = ("request.reference", "request.day", "request.hour", "request.recipient")
"""What is written beside answers: the number of the request, when it was signed, and whom it goes to."""
PARTS = {Date: ("day", "month", "year"), Nir: ("number", "key")}
"""Of a date, and of a social security number: official forms may have a box for each."""
SIZE = 10.0
"""Of letters, in points, where the file says nothing."""


@dataclass(frozen=True)
class Blank:
    """What there is to fill in a PDF: its fields by name, each with the states of a box, and how many pages."""

    pages: int
    fields: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Filled:
    """A field of the PDF for *answer*; *states*: of a box or a group of them, by option."""

    name: str
    answer: str
    part: str = ""
    states: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """*answer* in letters that begin at (x, y), their line; *room* wide, or in *cells*, one letter every *comb*."""

    page: int
    x: float
    y: float
    answer: str
    part: str = ""
    size: float = SIZE
    room: float = 0
    comb: float = 0
    cells: int = 0


@dataclass(frozen=True)
class Ticked:
    """A cross that begins at (x, y) when *option* is among the *answer*."""

    page: int
    x: float
    y: float
    answer: str
    option: str
    size: float = SIZE


@dataclass(frozen=True)
class SigningPlace:
    """The signature *answer*, its top left corner at (x, y)."""

    page: int
    x: float
    y: float
    answer: str
    width: float
    height: float


@dataclass(frozen=True)
class Plan:
    """A whole mapping; millimetres from the top left corner of the sheet, as a ruler gives them."""

    fields: tuple[Filled, ...] = ()
    texts: tuple[Written, ...] = ()
    ticks: tuple[Ticked, ...] = ()
    signatures: tuple[SigningPlace, ...] = ()


def named(form: Form, answer: str) -> Field[Any] | None:
    """The field that *answer* means: its name, or ``group/number/name`` in a row, counted from 1."""
    group, _slash, rest = answer.partition("/")
    row, _slash, name = rest.partition("/")
    return fields(form).get(f"{group}//{name}" if re.fullmatch(r"[1-9]\d?", row, re.ASCII) else answer)


def fields(form: Form) -> dict[str, Field[Any]]:
    """Every field of *form*; those of a row as ``group//name``."""
    found: dict[str, Field[Any]] = {given.name: given for given in form.given}
    for section in (*form.sections, form.signing):
        for element in (element for step in section.steps for element in step.fields):
            if isinstance(element, Repeat):
                found |= {f"{element.name}//{inner.name}": inner for inner in element.fields}
            else:
                found[element.name] = element
    return found
