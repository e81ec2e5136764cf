"""A question on a page: its label, its hint, what is said of the answer, and the boxes to answer in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.fields import Choice, Choices, Signature, Tick
from app.models.path import Asked, Remark
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer
from app.ui.widgets.banner import Banner
from app.ui.widgets.editors import answer
from app.ui.widgets.labels import Label, Picture

BAR = 6
"""Width of the red bar at the left of an answer to repair (visual.md 5)."""


class Editor(QWidget):
    """One question being answered; speaks the model's grammar."""

    typed = Signal(str)
    """The answer, at each edit."""
    left = Signal()
    """A box was left, or a choice made."""

    def __init__(self, asked: Asked, answer: Answer, look: Look, *, labelled: bool = True) -> None:
        super().__init__()
        self.path, self.answer = asked.path, answer
        self._asked, self._look, self._faulty = asked, look, False
        self._labelled = labelled and not isinstance(asked.field, Tick)
        self.setObjectName(f"editor:{asked.path}")
        self._lay_out()
        self._name_boxes()
        answer.typed.connect(self.typed)
        answer.left.connect(self.left)

    def text(self) -> str:
        """The answer as it stands."""
        return self.answer.text()

    def first_focus(self) -> QWidget:
        """The box that takes the focus when the question is gone to."""
        return self.answer.first()

    def focus_part(self, part: str = "") -> None:
        """Give the focus to the box *part* (``day``, ``key``…), or to the first."""
        self.answer.parts.get(part, self.first_focus()).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_remark(self, remark: Remark | None) -> None:
        """Say *remark* between the hint and the boxes, in place of what was said before."""
        while (item := self._said.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._faulty = remark is not None and remark.stops
        if remark is not None:
            said = self._error(remark) if remark.stops else Banner("warning", remark.finding.message, self._look)
            self._said.addWidget(said)
        self.answer.mark(getattr(remark.finding, "part", "") if remark is not None and remark.stops else None)
        self._column.setContentsMargins(BAR + self._look.px(5) if self._faulty else 0, 0, 0, 0)
        self._describe(remark)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._faulty:
            painter = QPainter(self)
            painter.fillRect(0, 0, BAR, self.height(), self._look.colour("error"))
            painter.end()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._said = QVBoxLayout()
        self._said.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        if self._labelled:
            head.addWidget(Label(self._label(), self._look, "label"), 1)
        if self.answer.tool is not None:
            head.addStretch()
            head.addWidget(self.answer.tool)
        self._column.addLayout(head)
        if self._labelled and self._asked.field.hint is not None:
            self._column.addWidget(Label(self._asked.field.hint, self._look, "hint", "ink-soft"))
        self._column.addLayout(self._said)
        if self._labelled:
            self._column.addSpacing(self._look.px(2))
        self._column.addWidget(self.answer)

    def _label(self) -> str:
        label = str(self._asked.field.label)
        # A signature has other ways beside it, and one of them is wanted: it is not optional.
        wanted = self._asked.field.required or isinstance(self._asked.field, Signature)
        return label if wanted else str(_("{label} (facultatif)").with_(label=label))

    def _error(self, remark: Remark) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self._look.px(1), 0, 0)
        row.setSpacing(self._look.px(3))
        row.addWidget(Picture("fill/warning-circle", self._look.type("label").line, self._look, "error"))
        row.addWidget(Label(remark.finding.message, self._look, "label", "error"), 1)
        return line

    def _describe(self, remark: Remark | None) -> None:
        """Tell a screen reader, box by box, what the eye sees around the boxes."""
        field = self._asked.field
        grouped = isinstance(field, Choice | Choices)
        duty = _("Réponse obligatoire.") if field.required else _("Réponse facultative.")
        said = [field.label if grouped else "", field.hint or "", duty, remark.finding.message if remark else ""]
        description = " ".join(str(words) for words in said if words)
        for box in self.answer.parts.values():
            box.setAccessibleDescription(description)

    def _name_boxes(self) -> None:
        """Say the question with each box: « Date de naissance, jour »."""
        label = str(self._asked.field.label)
        for box in self.answer.parts.values():
            if isinstance(box, QLineEdit | QPlainTextEdit):
                own = box.accessibleName()
                box.setAccessibleName(f"{label}, {own.lower()}" if own else label)


def editor(asked: Asked, typed: str, look: Look, remark: Remark | None = None, *, labelled: bool = True) -> Editor:
    """The question *asked*, holding what was *typed*; *labelled* is False where the page's title is the question."""
    made = Editor(asked, answer(asked.field, asked, typed, look), look, labelled=labelled)
    made.show_remark(remark)
    return made
