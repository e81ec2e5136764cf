"""Which answer each kind of field of the model takes."""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import Any, NamedTuple

from app.catalogue.communes import communes
from app.models.fields import (
    Choice,
    Choices,
    Date,
    Email,
    Line,
    Name,
    Nir,
    Notice,
    Paragraph,
    Phone,
    PostCode,
    Signature,
    Tick,
)  # fmt: skip
from app.models.form import Field
from app.models.kinds import Amount, Months, Town
from app.models.path import Asked
from app.models.period import MONTHS_SINCE, twelve_months
from app.ui.theme import Look
from app.ui.widgets.answers import (
    Answer,
    ChoiceAnswer,
    DateAnswer,
    LineAnswer,
    PadAnswer,
    SheetAnswer,
    Silent,
    TickAnswer,
)  # fmt: skip
from app.ui.widgets.cards import ChoiceGroup
from app.ui.widgets.inputs import Box, Keyboard, SumBox, keyboard
from app.ui.widgets.months import MonthsAnswer
from app.ui.widgets.names import NameAnswer
from app.ui.widgets.nirbox import NirAnswer
from app.ui.widgets.towns import TownAnswer

PHONE, EMAIL, NAME = 18, 32, 32
"""Characters expected."""


class Given(NamedTuple):
    """What the boxes of an answer are made from: the question, what was *typed*, and the day it is."""

    asked: Asked
    typed: str
    look: Look
    today: date | None


@singledispatch
def answer(field: Field[Any], given: Given) -> Answer:
    """The boxes in which *field* is answered, holding what was typed."""
    raise TypeError(f"no editor for {type(field).__name__}")


@answer.register
def _line(field: Line, given: Given) -> Answer:
    return LineAnswer(_box(given, field.width), given.typed)


@answer.register
def _paragraph(field: Paragraph, given: Given) -> Answer:
    return SheetAnswer(given.typed, given.look, given.asked.path)


@answer.register
def _name(field: Name, given: Given) -> Answer:
    box = _box(given, NAME)
    keyboard(box, "letters", capital=True)
    return NameAnswer(box, given.typed, given.look)


@answer.register
def _town(field: Town, given: Given) -> Answer:
    box = _box(given, field.width)
    keyboard(box, "letters", capital=True)
    code = given.asked.path.removesuffix(field.name) + field.code
    return TownAnswer(box, given.typed, given.look, communes, code=code)


@answer.register
def _amount(field: Amount, given: Given) -> Answer:
    return LineAnswer(SumBox(given.look, given.asked.path), given.typed)


@answer.register
def _months(field: Months, given: Given) -> Answer:
    # A clock that is years late has the first months of the law.
    period = twelve_months(max(given.today or MONTHS_SINCE, MONTHS_SINCE))
    assert period  # noqa: S101  for the type checker
    return MonthsAnswer(given.typed, given.look, given.asked.path, period.months)


@answer.register
def _post_code(field: PostCode, given: Given) -> Answer:
    return LineAnswer(_box(given, field.width, "digits"), given.typed)


@answer.register
def _nir(field: Nir, given: Given) -> Answer:
    return NirAnswer(given.typed, given.look, given.asked.path)


@answer.register
def _date(field: Date, given: Given) -> Answer:
    return DateAnswer(given.typed, given.look, given.asked.path)


@answer.register
def _phone(field: Phone, given: Given) -> Answer:
    return LineAnswer(_box(given, PHONE, "phone"), given.typed)


@answer.register
def _email(field: Email, given: Given) -> Answer:
    return LineAnswer(_box(given, EMAIL, "email"), given.typed)


@answer.register
def _choice(field: Choice, given: Given) -> Answer:
    asked, look = given.asked, given.look
    return ChoiceAnswer(ChoiceGroup(asked.options, look, asked.path, icons=field.icons, chosen=(given.typed,)))


@answer.register
def _choices(field: Choices, given: Given) -> Answer:
    return ChoiceAnswer(
        ChoiceGroup(
            given.asked.options,
            given.look,
            given.asked.path,
            several=True,
            alone=field.alone,
            icons=field.icons,
            chosen=given.typed.split(),
        )
    )


@answer.register
def _tick(field: Tick, given: Given) -> Answer:
    return TickAnswer(given.typed, given.look, given.asked.path, field.label, field.hint or "")


@answer.register
def _notice(field: Notice, given: Given) -> Answer:
    return Silent()


@answer.register
def _signature(field: Signature, given: Given) -> Answer:
    return PadAnswer(given.typed, given.look, given.asked.path)


def _box(given: Given, width: int, layout: Keyboard = "letters") -> Box:
    return Box(given.look, given.asked.path, width, layout)
