"""How each kind of answer is given: the boxes under a label, speaking the model's grammar."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from app.models.fields import Date
from app.models.path import Asked
from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets.buttons import TextButton
from app.ui.widgets.cards import ChoiceCard, ChoiceGroup
from app.ui.widgets.inputs import Box, Sheet, mark_faulty
from app.ui.widgets.labels import Label
from app.ui.widgets.signature import Pad

DAY, YEAR = 96, 148
"""Widths of the boxes of a date (visual.md 5), at a kiosk with letters A."""

RING = 8
"""Room for the focus ring around a box, in px."""


class Heard(QObject):
    """What the answers of a page tell, by their path: one for all, since a page has dozens to connect."""

    typed = Signal(str, str)
    """A path, and its answer in the model's grammar."""
    left = Signal(str)
    grown = Signal(str)
    """Something to choose has come under the boxes, or gone."""


class Given(NamedTuple):
    """What an answer is made from; its boxes come at the end of *column*, that of a widget."""

    asked: Asked
    typed: str
    look: Look
    today: date | None
    column: QBoxLayout
    heard: Heard

    @property
    def path(self) -> str:
        return self.asked.path


class Answer:
    """The boxes of one answer; *parts* are what can be faulty or take the focus, by name.

    It is no widget: each one more is a tenth of a millisecond, and a page has dozens.
    """

    def __init__(self, given: Given) -> None:
        self.path, self._heard = given.path, given.heard
        self.parts: dict[str, QWidget] = {}
        self.tool: QWidget | None = None
        """What stands at the right of the label."""

    def text(self) -> str:
        """The answer in the model's grammar."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What takes the focus when the answer is gone to."""
        return next(iter(self.parts.values()))

    def mark(self, part: str | None) -> None:
        """Show that *part* is to repair, or the whole (``""``), or nothing (None)."""
        whole = part is not None and part not in self.parts
        for name, box in self.parts.items():
            mark_faulty(box, whole or name == part)

    def name_boxes(self, label: str) -> None:
        """Say the question with each box: « Date de naissance, jour »."""
        for box in self.parts.values():
            if isinstance(box, QLineEdit | QPlainTextEdit):
                own = box.accessibleName()
                box.setAccessibleName(f"{label}, {own.lower()}" if own else label)

    def describe(self, words: str) -> None:
        """Say *words*, what the eye sees around the boxes, with each of them."""
        for box in self.parts.values():
            box.setAccessibleDescription(words)

    def _tell(self) -> None:
        self._heard.typed.emit(self.path, self.text())

    def _leave(self) -> None:
        self._heard.left.emit(self.path)


class LineAnswer(Answer):
    """One *box*, holding what was typed."""

    def __init__(self, given: Given, box: Box) -> None:
        super().__init__(given)
        self.box = box
        box.setText(given.typed)
        self.parts = {"": box}
        given.column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        box.textEdited.connect(self._tell)
        box.left.connect(self._leave)

    def text(self) -> str:
        return self.box.text()


class SheetAnswer(Answer):
    """Several lines."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.sheet = Sheet(given.look, given.path)
        self.sheet.setPlainText(given.typed)
        self.sheet.moveCursor(QTextCursor.MoveOperation.End)
        self.parts = {"": self.sheet}
        given.column.addWidget(self.sheet)
        self.sheet.textChanged.connect(self._tell)
        self.sheet.left.connect(self._leave)

    def text(self) -> str:
        return self.sheet.toPlainText()


class DateAnswer(Answer):
    """Three labelled boxes; the caret never jumps from one to the next."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.boxes: list[Box] = []
        look, grid = given.look, _grid(given)
        named: tuple[tuple[str, Text, int], ...] = (
            ("day", _("Jour"), DAY), ("month", _("Mois"), DAY), ("year", _("Année"), YEAR),
        )  # fmt: skip
        for place, ((part, label, width), value) in enumerate(zip(named, Date.parts(given.typed), strict=True)):
            box = Box(look, f"{given.path}.{part}", 4, "digits")
            box.setFixedWidth(look.scaled(width))
            box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.setText(value)
            box.setAccessibleName(str(label))
            box.textEdited.connect(self._tell)
            box.left.connect(self._leave)
            self.parts[part] = box
            self.boxes.append(box)
            grid.addWidget(Label(label, look, "small"), 0, place)
            grid.addWidget(box, 1, place)
        grid.setColumnStretch(len(named), 1)

    def text(self) -> str:
        day, month, year = (box.text().strip() for box in self.boxes)
        return f"{day}/{month}/{year}" if day or month or year else ""


class ChoiceAnswer(Answer):
    """Cards, one or several."""

    def __init__(self, given: Given, group: ChoiceGroup) -> None:
        super().__init__(given)
        self.group = group
        self.parts = dict(group.cards)
        given.column.addWidget(group)
        group.typed.connect(self._choose)

    def text(self) -> str:
        return " ".join(self.group.chosen())

    def first(self) -> QWidget:
        chosen = self.group.chosen()
        return self.group.cards[chosen[0]] if chosen else super().first()

    def mark(self, part: str | None) -> None:
        """A choice to repair has its bar and its words: a red card would look chosen."""

    def _choose(self, _chosen: str) -> None:
        self._tell()
        self._leave()


class TickAnswer(Answer):
    """One card that carries its own words."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        field = given.asked.field
        self.card = ChoiceCard(field.label, given.look, given.path, several=True, detail=field.hint or "")
        self.card.setChecked(given.typed == "yes")
        self.parts = {"": self.card}
        given.column.addWidget(self.card)
        self.card.toggled.connect(self._toggle)

    def text(self) -> str:
        return "yes" if self.card.isChecked() else ""

    def mark(self, part: str | None) -> None:
        """As for choices."""

    def _toggle(self, _checked: bool) -> None:
        self._tell()
        self._leave()


class PadAnswer(Answer):
    """A drawn signature."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.pad = Pad(given.look, given.path, strokes=given.typed)
        self.parts = {"": self.pad}
        self.tool = TextButton(_("Effacer et recommencer"), given.look, f"{given.path}.clear", icon="bold/eraser")
        self.tool.clicked.connect(self.pad.clear)
        self.tool.setParent(given.column.parentWidget())  # before the pad: Tab comes to it first, as the eyes do
        given.column.addWidget(self.pad)
        self.pad.typed.connect(self._draw)

    def text(self) -> str:
        return self.pad.text()

    def mark(self, part: str | None) -> None:
        self.pad.mark(part is not None)

    def _draw(self, _strokes: str) -> None:
        self._tell()
        self._leave()


class Silent(Answer):
    """Nothing to give: the screen draws the words."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._place = QWidget()
        given.column.addWidget(self._place)

    def text(self) -> str:
        return ""

    def first(self) -> QWidget:
        return self._place


def _grid(given: Given) -> QGridLayout:
    """For boxes in a row, each under its label."""
    grid = QGridLayout()
    given.column.addLayout(grid)
    grid.setHorizontalSpacing(given.look.px(4))
    grid.setVerticalSpacing(RING)  # the focus ring of a box leaves its label alone
    return grid
