"""What somebody may type in answer to a question: what fits it, in some form at least, and what does not."""

from __future__ import annotations

from datetime import date, timedelta
from functools import singledispatch
from itertools import product
from typing import Any
from zlib import crc32

from app.models import nir
from app.models.fields import Choice, Choices, Date, Email, Iban, Line, Name, Nir, Phone, PostCode, Signature, Tick
from app.models.form import Field
from app.models.kinds import MONTHS, Amount, Months
from app.models.path import Asked
from app.models.period import shifted
from tests.builders import STROKES

WRONG = ("", " ", "x", "?", "0", "31/2/1988", "1/1/", "9" * 90, "wings rights", "12;;870,555", "Ω\u0301\udcff/", "yes")
"""What may not fit; the last is good where a box is to be ticked."""
AGES = (35, 0, 1, 4, 11, 15, 16, 17, 18, 20, 24, 25, 60, 90)
"""Those that forms ask about, and those beside them."""
SUMS = ("870", "0", "1 433,50", "99999.99")
NUMBERS = tuple(f"{sex}880399999{order}" for sex, order in product("1278", ("012", "345")))


def mark(path: str) -> str:
    """A word that stands in no text of ours, the same for the same *path*."""
    return "Zq" + "".join("abcdefghijklmnop"[crc32(path.encode()) >> shift & 15] for shift in range(0, 32, 4))


def fitting(asked: Asked, today: date) -> tuple[str, ...]:
    """Answers to *asked* that its kind takes; which of them the form takes too is for the form to say."""
    return _fitting(asked.field, asked, today)


@singledispatch
def _fitting(field: Field[Any], asked: Asked, today: date) -> tuple[str, ...]:
    raise TypeError(f"nobody has said how to answer a {type(field).__name__}")


@_fitting.register
def _line(field: Line, asked: Asked, today: date) -> tuple[str, ...]:
    return (mark(asked.path)[: field.limit],)


@_fitting.register
def _name(field: Name, asked: Asked, today: date) -> tuple[str, ...]:
    return mark(asked.path), f"D’{mark(asked.path)}-Щербак"


@_fitting.register
def _post_code(field: PostCode, asked: Asked, today: date) -> tuple[str, ...]:
    return "76540", "20200"


@_fitting.register
def _iban(field: Iban, asked: Asked, today: date) -> tuple[str, ...]:
    return ("FR14 2004 1010 0505 0001 3M02 606",)


@_fitting.register
def _phone(field: Phone, asked: Asked, today: date) -> tuple[str, ...]:
    return "06 39 98 12 34", "+380 44 000 00 00"


@_fitting.register
def _email(field: Email, asked: Asked, today: date) -> tuple[str, ...]:
    return (f"{mark(asked.path).lower()}@exemple.fr",)


@_fitting.register
def _number(field: Nir, asked: Asked, today: date) -> tuple[str, ...]:
    return ("none", *(f"{number}/{nir.key_of(number)}" for number in NUMBERS))


@_fitting.register
def _date(field: Date, asked: Asked, today: date) -> tuple[str, ...]:
    birthdays = (shifted(today, -12 * age) for age in AGES)
    near = (day + timedelta(days=days) for day in birthdays for days in (0, 1, -1))
    return tuple(f"{day.day}/{day.month}/{day.year}" for day in (*near, shifted(today, -13), shifted(today, 7)))


@_fitting.register
def _choice(field: Choice, asked: Asked, today: date) -> tuple[str, ...]:
    return tuple(asked.options)


@_fitting.register
def _choices(field: Choices, asked: Asked, today: date) -> tuple[str, ...]:
    several = [option for option in asked.options if option != field.alone]
    return (*asked.options, " ".join(several[:2]), " ".join(several))


@_fitting.register
def _tick(field: Tick, asked: Asked, today: date) -> tuple[str, ...]:
    return ("yes",)


@_fitting.register
def _amount(field: Amount, asked: Asked, today: date) -> tuple[str, ...]:
    return SUMS


@_fitting.register
def _months(field: Months, asked: Asked, today: date) -> tuple[str, ...]:
    return tuple(";".join([each] * MONTHS) for each in SUMS)


@_fitting.register
def _signature(field: Signature, asked: Asked, today: date) -> tuple[str, ...]:
    return (STROKES,)
