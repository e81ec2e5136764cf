"""How each kind of answer is given: the boxes under a label, speaking the model's grammar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.fields import Date
from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets.buttons import TextButton
from app.ui.widgets.cards import ChoiceCard, ChoiceGroup
from app.ui.widgets.inputs import Box, Sheet, mark_faulty
from app.ui.widgets.labels import Label
from app.ui.widgets.signature import Pad
from app.ui.widgets.words import Phrase

DAY, YEAR = 96, 148
"""Widths of the boxes of a date (visual.md 5), at a kiosk with letters A."""

RING = 8
"""Room for the focus ring around a box, in px."""


class Answer(QWidget):
    """The boxes of one answer; *parts* are what can be faulty or take the focus, by name."""

    typed = Signal(str)
    left = Signal()
    grown = Signal()
    """Something to choose has come under the boxes, or gone."""

    def __init__(self) -> None:
        super().__init__()
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

    @Slot()  # known to Qt beforehand, it is connected in half the time
    def _tell(self) -> None:
        self.typed.emit(self.text())

    @Slot()
    def _leave(self) -> None:
        self.left.emit()


class LineAnswer(Answer):
    """One *box*, holding what was *typed*."""

    def __init__(self, box: Box, typed: str) -> None:
        super().__init__()
        self.box = box
        box.setText(typed)
        self.parts = {"": box}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        box.textEdited.connect(self._tell)
        box.left.connect(self.left)

    def text(self) -> str:
        return self.box.text()


class SheetAnswer(Answer):
    """Several lines."""

    def __init__(self, typed: str, look: Look, name: str) -> None:
        super().__init__()
        self.sheet = Sheet(look, name)
        self.sheet.setPlainText(typed)
        self.sheet.moveCursor(QTextCursor.MoveOperation.End)
        self.parts = {"": self.sheet}
        _row(self, look).addWidget(self.sheet)
        self.sheet.textChanged.connect(self._tell)
        self.sheet.left.connect(self.left)

    def text(self) -> str:
        return self.sheet.toPlainText()


class DateAnswer(Answer):
    """Three labelled boxes; the caret never jumps from one to the next."""

    def __init__(self, typed: str, look: Look, name: str) -> None:
        super().__init__()
        self.boxes: list[Box] = []
        grid = _grid(self, look)
        named: tuple[tuple[str, Text, int], ...] = (
            ("day", _("Jour"), DAY), ("month", _("Mois"), DAY), ("year", _("Année"), YEAR),
        )  # fmt: skip
        for place, ((part, label, width), value) in enumerate(zip(named, Date.parts(typed), strict=True)):
            box = Box(look, f"{name}.{part}", 4, "digits")
            box.setFixedWidth(look.scaled(width))
            box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.setText(value)
            box.setAccessibleName(str(label))
            box.textEdited.connect(self._tell)
            box.left.connect(self.left)
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

    def __init__(self, group: ChoiceGroup) -> None:
        super().__init__()
        self.group = group
        self.parts = dict(group.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(group)
        group.typed.connect(self.typed)
        group.typed.connect(self._leave)

    def text(self) -> str:
        return " ".join(self.group.chosen())

    def first(self) -> QWidget:
        chosen = self.group.chosen()
        return self.group.cards[chosen[0]] if chosen else super().first()

    def mark(self, part: str | None) -> None:
        """A choice to repair has its bar and its words: a red card would look chosen."""


class TickAnswer(Answer):
    """One card that carries its own words."""

    def __init__(self, typed: str, look: Look, name: str, label: Phrase, detail: Phrase) -> None:
        super().__init__()
        self.card = ChoiceCard(label, look, name, several=True, detail=detail)
        self.card.setChecked(typed == "yes")
        self.parts = {"": self.card}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.card.toggled.connect(self._tell)
        self.card.toggled.connect(self._leave)

    def text(self) -> str:
        return "yes" if self.card.isChecked() else ""

    def mark(self, part: str | None) -> None:
        """As for choices."""


class PadAnswer(Answer):
    """A drawn signature."""

    def __init__(self, typed: str, look: Look, name: str) -> None:
        super().__init__()
        self.pad = Pad(look, name, strokes=typed)
        self.parts = {"": self.pad}
        self.tool = TextButton(_("Effacer et recommencer"), look, f"{name}.clear", icon="bold/eraser")
        self.tool.clicked.connect(self.pad.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad)
        self.pad.typed.connect(self.typed)
        self.pad.typed.connect(self._leave)

    def text(self) -> str:
        return self.pad.text()

    def mark(self, part: str | None) -> None:
        self.pad.mark(part is not None)


class Silent(Answer):
    """Nothing to give: the screen draws the words."""

    def text(self) -> str:
        return ""

    def first(self) -> QWidget:
        return self


def _row(parent: QWidget, look: Look) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(4))
    return row


def _grid(parent: QWidget, look: Look) -> QGridLayout:
    """For boxes in a row, each under its label."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(4))
    grid.setVerticalSpacing(RING)  # the focus ring of a box leaves its label alone
    return grid
