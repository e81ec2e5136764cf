"""Which answer each kind of field of the model takes."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

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
from app.models.period import MONTHS_SINCE, twelve_months
from app.ui.widgets.answers import (
    Answer,
    ChoiceAnswer,
    DateAnswer,
    Given,
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


@singledispatch
def answer(field: Field[Any], given: Given) -> Answer:
    """The boxes in which *field* is answered, holding what was typed."""
    raise TypeError(f"no editor for {type(field).__name__}")


@answer.register
def _line(field: Line, given: Given) -> Answer:
    return LineAnswer(given, _box(given, field.width))


@answer.register
def _paragraph(field: Paragraph, given: Given) -> Answer:
    return SheetAnswer(given)


@answer.register
def _name(field: Name, given: Given) -> Answer:
    box = _box(given, NAME)
    keyboard(box, "letters", capital=True)
    return NameAnswer(given, box)


@answer.register
def _town(field: Town, given: Given) -> Answer:
    box = _box(given, field.width)
    keyboard(box, "letters", capital=True)
    code = given.path.removesuffix(field.name) + field.code
    return TownAnswer(given, box, communes, code=code)


@answer.register
def _amount(field: Amount, given: Given) -> Answer:
    return LineAnswer(given, SumBox(given.look, given.path))


@answer.register
def _months(field: Months, given: Given) -> Answer:
    # A clock that is years late has the first months of the law.
    period = twelve_months(max(given.today or MONTHS_SINCE, MONTHS_SINCE))
    assert period  # noqa: S101  for the type checker
    return MonthsAnswer(given, period.months)


@answer.register
def _post_code(field: PostCode, given: Given) -> Answer:
    return LineAnswer(given, _box(given, field.width, "digits"))


@answer.register
def _nir(field: Nir, given: Given) -> Answer:
    return NirAnswer(given)


@answer.register
def _date(field: Date, given: Given) -> Answer:
    return DateAnswer(given)


@answer.register
def _phone(field: Phone, given: Given) -> Answer:
    return LineAnswer(given, _box(given, PHONE, "phone"))


@answer.register
def _email(field: Email, given: Given) -> Answer:
    return LineAnswer(given, _box(given, EMAIL, "email"))


@answer.register
def _choice(field: Choice, given: Given) -> Answer:
    asked, look = given.asked, given.look
    group = ChoiceGroup(asked.options, look, asked.path, icons=field.icons, chosen=(given.typed,))
    return ChoiceAnswer(given, group)


@answer.register
def _choices(field: Choices, given: Given) -> Answer:
    group = ChoiceGroup(
        given.asked.options,
        given.look,
        given.asked.path,
        several=True,
        alone=field.alone,
        icons=field.icons,
        chosen=given.typed.split(),
    )
    return ChoiceAnswer(given, group)


@answer.register
def _tick(field: Tick, given: Given) -> Answer:
    return TickAnswer(given)


@answer.register
def _notice(field: Notice, given: Given) -> Answer:
    return Silent(given)


@answer.register
def _signature(field: Signature, given: Given) -> Answer:
    return PadAnswer(given)


def _box(given: Given, width: int, layout: Keyboard = "letters") -> Box:
    return Box(given.look, given.path, width, layout)
