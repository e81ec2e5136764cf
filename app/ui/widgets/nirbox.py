"""The social security number: spaces that write themselves, the key in its own box, and a way to say « aucun »."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.models import nir
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer, Given
from app.ui.widgets.cards import ChoiceCard
from app.ui.widgets.inputs import Box
from app.ui.widgets.labels import Label

NUMBER, KEY = 13, 2


class NumberBox(Box):
    """The 13 characters, written 1 2 2 2 3 3; the caret stays where it was among them."""

    overflowed = Signal(str)
    """What was written past the end: the key, for those who write it all in one go."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, 21, "nir")
        self.textEdited.connect(self._space)

    def number(self) -> str:
        """What is written, without spaces."""
        return _kept(self.text())

    def _space(self) -> None:
        before = len(_kept(self.text()[: self.cursorPosition()]))
        written = self.number()
        self.setText(nir.spaced(written[:NUMBER]))
        self.setCursorPosition(self._place(before))
        if before == len(written) > NUMBER:
            self.overflowed.emit(written[NUMBER:])

    def _place(self, before: int) -> int:
        """Where the caret stands after *before* characters that are not spaces."""
        text = self.text()
        return next((place for place in range(len(text) + 1) if len(_kept(text[:place])) == before), len(text))


class NirAnswer(Answer):
    """Number, key, and the card of those who have none or a provisional one."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        typed, look, name = given.typed, given.look, given.path
        number, key = ("", "") if typed == nir.NONE else nir.split(typed)
        self.number = NumberBox(look, f"{name}.number")
        self.number.setText(nir.spaced(number))
        self.key = Box(look, f"{name}.key", 3, "nir")
        self.key.setText(key)
        self.key.setMaxLength(KEY)
        self.key.setAccessibleName(str(_("clé")))
        self.none = ChoiceCard(_("Je n’ai pas ce numéro, ou il est provisoire"), look, f"{name}.none", several=True)
        self.none.setChecked(typed == nir.NONE)
        self.parts = {"number": self.number, "key": self.key, "none": self.none}
        self._lay_out(given.column, look)
        self._open(typed != nir.NONE)
        self._connect()

    def first(self) -> QWidget:
        return self.none if self.none.isChecked() else self.number

    def text(self) -> str:
        if self.none.isChecked():
            return nir.NONE
        number, key = self.number.number(), self.key.text().strip()
        return f"{number}/{key}" if number or key else ""

    def _lay_out(self, column: QBoxLayout, look: Look) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(look.px(3))
        grid.setVerticalSpacing(look.px(3))
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(Label(_("clé"), look, "hint", "ink-soft"), 0, 1)
        grid.addWidget(self.key, 0, 2)
        grid.setColumnStretch(3, 1)
        grid.addWidget(self.none, 1, 0, 1, 4)

    def _connect(self) -> None:
        self.number.overflowed.connect(self._continue)
        for box in (self.number, self.key):
            box.textEdited.connect(self._tell)
            box.left.connect(self._leave)
        self.none.toggled.connect(self._without)

    def _continue(self, rest: str) -> None:
        self.key.setText((self.key.text() + rest)[:KEY])

    def _without(self, none: bool) -> None:
        self._open(not none)
        if none:
            self.number.clear()
            self.key.clear()
        self._tell()
        self._leave()

    def _open(self, open_: bool) -> None:
        self.number.setEnabled(open_)
        self.key.setEnabled(open_)


def _kept(text: str) -> str:
    return re.sub(r"[^0-9AB]", "", text.upper())
