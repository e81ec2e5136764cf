"""Somebody who fills a form in no order at all: types, hesitates, goes on, back, changes language, comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatchmethod
from random import Random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.models import nir
from app.models.fields import Choice, Choices, Date, Email, Line, Name, Nir, Notice, Phone, PostCode, Signature
from app.models.form import Field
from app.models.path import Asked
from tests.journeys.person import Person, wait

NUMBER = "2880399999012"
NAMES = ("Éléonore", "D’Almeida", "Kovalenko", "Anne-Marie", "Le Goff", "Sœur", "O’Neill", "Kovalenko 2")
PLACES = ("12 rue des Tilleuls", "Loire", "CCAS de Valmont", "n’écrivez pas chez mes parents", "Бахмут", "ENIM")
COMFORT = (
    "language.fr", "language.en", "language.uk", "size.normal", "size.large", "size.xlarge", "contrast",
)  # fmt: skip
LONGER_THAN_THE_DEBOUNCE = 320


class Monkey:
    """Drives *person* for ever; every turn of *dice* comes from its seed."""

    def __init__(self, person: Person, dice: Random) -> None:
        self._person, self._dice = person, dice

    def lives(self) -> None:
        """Until somebody pulls the plug."""
        acts: dict[Callable[[], None], int] = {
            self._answers: 14, self._goes_on: 6, self._goes_back: 1, self._changes: 1, self._pauses: 2,
            self._looks_at_the_code: 1, self._repairs: 1, self._answers_and_changes: 1,
        }  # fmt: skip
        while True:
            self._dice.choices(tuple(acts), tuple(acts.values()))[0]()

    def _answers(self) -> None:
        """A field of this page, the empty ones first, nearly always."""
        filling = self._person.visit.filling
        if filling is None or filling.page is None:
            return
        empty = [asked for asked in filling.page.asked if not filling.typed.get(asked.path)]
        asked = self._dice.choice(empty if empty and self._dice.random() < 0.8 else filling.page.asked)
        if self._person.sees(f"editor:{asked.path}"):
            self._answer(asked.field, asked)

    def _goes_on(self) -> None:
        filling = self._person.visit.filling
        page = filling.page if filling else None
        asked = page.asked if page else ()
        typed = filling.typed if filling else {}
        if all(typed.get(one.path) for one in asked if one.field.required) or self._dice.random() < 0.2:
            self._touches("continue")

    def _goes_back(self) -> None:
        self._touches("back")

    def _changes(self) -> None:
        self._touches(self._dice.choice(COMFORT))

    def _answers_and_changes(self) -> None:
        """An answer, and at once another language or size, while the answer is on its way to the disk."""
        self._answers()
        self._changes()

    def _pauses(self) -> None:
        wait(self._dice.choice((5, 30, LONGER_THAN_THE_DEBOUNCE)))

    def _looks_at_the_code(self) -> None:
        """« Garder et finir plus tard », then not."""
        self._touches("later")
        if self._person.sees("kept.code"):
            self._touches("back")

    def _repairs(self) -> None:
        """« Modifier », at the review."""
        buttons = self._person.shell.content.findChildren(QAbstractButton)
        names = [button.objectName() for button in buttons if button.objectName().startswith("change:")]
        if names:
            self._touches(self._dice.choice(names))

    def _touches(self, name: str) -> None:
        if self._person.sees(name):
            self._person.touches(name)

    def _types(self, name: str, words: str) -> None:
        """Key by key, with the hesitations of people; sometimes over what was there, sometimes after it."""
        box: Any = self._person.sees(name)
        if box is None:
            return
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._dice.random() < 0.8:
            box.selectAll()
        for letter in words:
            self._person.presses(letter)
            if self._dice.random() < 0.3:
                wait(self._dice.choice((1, 5, 20)))
        if self._dice.random() < 0.2:
            wait(LONGER_THAN_THE_DEBOUNCE)

    @singledispatchmethod
    def _answer(self, field: Field[Any], asked: Asked) -> None:
        """Ticks and consents."""
        self._touches(asked.path)

    @_answer.register
    def _line(self, field: Line, asked: Asked) -> None:
        self._types(asked.path, self._dice.choice(PLACES))

    @_answer.register
    def _name(self, field: Name, asked: Asked) -> None:
        self._types(asked.path, self._dice.choice(NAMES))

    @_answer.register
    def _post_code(self, field: PostCode, asked: Asked) -> None:
        self._types(asked.path, f"99{self._dice.randrange(1000):03d}")

    @_answer.register
    def _phone(self, field: Phone, asked: Asked) -> None:
        self._types(asked.path, f"06 39 98 {self._dice.randrange(100):02d} 34")

    @_answer.register
    def _email(self, field: Email, asked: Asked) -> None:
        self._types(asked.path, f"nom{self._dice.randrange(1000)}@exemple.fr")

    @_answer.register
    def _date(self, field: Date, asked: Asked) -> None:
        for part, words in (("day", "14"), ("month", self._dice.choice(("3", "mars"))), ("year", "1988")):
            if self._dice.random() < 0.9:
                self._types(f"{asked.path}.{part}", words)

    @_answer.register
    def _nir(self, field: Nir, asked: Asked) -> None:
        if self._dice.random() < 0.2:
            self._touches(f"{asked.path}.none")
            return
        self._types(f"{asked.path}.number", NUMBER)
        self._types(f"{asked.path}.key", nir.key_of(NUMBER))

    @_answer.register
    def _choice(self, field: Choice, asked: Asked) -> None:
        self._touches(f"{asked.path}.{self._dice.choice(tuple(asked.options))}")

    @_answer.register
    def _choices(self, field: Choices, asked: Asked) -> None:
        for option in self._dice.sample(tuple(asked.options), self._dice.randint(1, 2)):
            self._touches(f"{asked.path}.{option}")

    @_answer.register
    def _signature(self, field: Signature, asked: Asked) -> None:
        self._person.signs()

    @_answer.register
    def _notice(self, field: Notice, asked: Asked) -> None:
        """Going on says that it was read."""
