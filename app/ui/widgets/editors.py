"""Which answer each kind of field of the model takes."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

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
from app.models.path import Asked
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
from app.ui.widgets.inputs import keyboard
from app.ui.widgets.nirbox import NirAnswer

PHONE, EMAIL, NAME = 18, 32, 32
"""Characters expected."""


@singledispatch
def answer(field: Field[Any], asked: Asked, typed: str, look: Look) -> Answer:
    """The boxes in which *field* is answered, holding what was *typed*."""
    raise TypeError(f"no editor for {type(field).__name__}")


@answer.register
def _line(field: Line, asked: Asked, typed: str, look: Look) -> Answer:
    return LineAnswer(typed, look, asked.path, field.width)


@answer.register
def _paragraph(field: Paragraph, asked: Asked, typed: str, look: Look) -> Answer:
    return SheetAnswer(typed, look, asked.path)


@answer.register
def _name(field: Name, asked: Asked, typed: str, look: Look) -> Answer:
    made = LineAnswer(typed, look, asked.path, NAME)
    keyboard(made.box, "letters", capital=True)
    return made


@answer.register
def _post_code(field: PostCode, asked: Asked, typed: str, look: Look) -> Answer:
    return LineAnswer(typed, look, asked.path, field.width, "digits")


@answer.register
def _nir(field: Nir, asked: Asked, typed: str, look: Look) -> Answer:
    return NirAnswer(typed, look, asked.path)


@answer.register
def _date(field: Date, asked: Asked, typed: str, look: Look) -> Answer:
    return DateAnswer(typed, look, asked.path)


@answer.register
def _phone(field: Phone, asked: Asked, typed: str, look: Look) -> Answer:
    return LineAnswer(typed, look, asked.path, PHONE, "phone")


@answer.register
def _email(field: Email, asked: Asked, typed: str, look: Look) -> Answer:
    return LineAnswer(typed, look, asked.path, EMAIL, "email")


@answer.register
def _choice(field: Choice, asked: Asked, typed: str, look: Look) -> Answer:
    return ChoiceAnswer(ChoiceGroup(asked.options, look, asked.path, icons=field.icons, chosen=(typed,)))


@answer.register
def _choices(field: Choices, asked: Asked, typed: str, look: Look) -> Answer:
    return ChoiceAnswer(
        ChoiceGroup(
            asked.options,
            look,
            asked.path,
            several=True,
            alone=field.alone,
            icons=field.icons,
            chosen=typed.split(),
        )
    )


@answer.register
def _tick(field: Tick, asked: Asked, typed: str, look: Look) -> Answer:
    return TickAnswer(typed, look, asked.path, field.label, field.hint or "")


@answer.register
def _notice(field: Notice, asked: Asked, typed: str, look: Look) -> Answer:
    return Silent()


@answer.register
def _signature(field: Signature, asked: Asked, typed: str, look: Look) -> Answer:
    return PadAnswer(typed, look, asked.path)
