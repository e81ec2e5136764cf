"""A question on a page: its label, its hint, what is said of the answer, and the boxes to answer in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.fields import Choice, Choices, Signature, Tick
from app.models.path import Asked, Remark
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer, Given, Heard
from app.ui.widgets.banner import Banner
from app.ui.widgets.editors import answer
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.towns import TownAnswer

BAR = 6
"""Width of the red bar at the left of an answer to repair (visual.md 5)."""


class Editor(QWidget):
    """One question being answered, in the model's grammar.

    *today*: what the months of an answer are counted from. *heard*: what tells of it, one for a whole page. *labelled*
    is False where the page's title is the question.
    """

    def __init__(
        self, asked: Asked, typed: str, look: Look,
        *, today: date | None = None, heard: Heard | None = None, labelled: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.path, self.heard = asked.path, heard or Heard()
        self._asked, self._look, self._faulty = asked, look, False
        self._said: QWidget | None = None
        self._labelled = labelled and not isinstance(asked.field, Tick)
        self.setObjectName(f"editor:{asked.path}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.answer: Answer = answer(asked.field, Given(asked, typed, look, today, self._column, self.heard))
        self._above = self._put_words()
        self.answer.name_boxes(str(asked.field.label))
        self._describe(None)

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
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None
        self._faulty = remark is not None and remark.stops
        if remark is not None:
            self._said = self._error(remark) if remark.stops else self._caution(remark)
            self._column.insertWidget(self._above, self._said)
        self.answer.mark(getattr(remark.finding, "part", "") if remark is not None and remark.stops else None)
        self._column.setContentsMargins(BAR + self._look.px(5) if self._faulty else 0, 0, 0, 0)
        self._describe(remark)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._faulty:
            painter = QPainter(self)
            painter.fillRect(0, 0, BAR, self.height(), self._look.colour("error"))
            painter.end()

    def _put_words(self) -> int:
        """Label and hint before the boxes; how many places they take."""
        label = Label(self._label(), self._look, "label") if self._labelled else None
        before: list[QWidget | QHBoxLayout] = [] if label is None else [label]
        if self.answer.tool is not None:
            before = [_head(label, self.answer.tool)]
        if self._labelled and self._asked.field.hint is not None:
            before.append(Label(self._asked.field.hint, self._look, "hint", "ink-soft"))
        for place, part in enumerate(before):
            if isinstance(part, QWidget):
                self._column.insertWidget(place, part)
            else:
                self._column.insertLayout(place, part)
        if self._labelled:
            self._column.insertSpacing(len(before), self._look.px(2))
        return len(before)

    def _label(self) -> str:
        label = str(self._asked.field.label)
        # A signature has other ways beside it, and one of them is wanted: it is not optional.
        wanted = self._asked.field.required or isinstance(self._asked.field, Signature)
        return label if wanted else str(_("{label} (facultatif)").with_(label=label))

    def _error(self, remark: Remark) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self._look.px(1), 0, 0 if self._labelled else self._look.px(2))
        row.setSpacing(self._look.px(3))
        row.addWidget(Picture("fill/warning-circle", self._look.type("label").line, self._look, "error"))
        row.addWidget(Label(remark.finding.message, self._look, "label", "error"), 1)
        return line

    def _caution(self, remark: Remark) -> QWidget:
        """A banner that touches neither the hint above it nor, without a label, the boxes under it."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, self._look.px(1), 0, 0 if self._labelled else self._look.px(2))
        column.addWidget(Banner("warning", remark.finding.message, self._look))
        return held

    def _describe(self, remark: Remark | None) -> None:
        """Tell a screen reader, box by box, what the eye sees around the boxes."""
        field = self._asked.field
        grouped = isinstance(field, Choice | Choices)
        duty = _("Réponse obligatoire.") if field.required else _("Réponse facultative.")
        said = [field.label if grouped else "", field.hint or "", duty, remark.finding.message if remark else ""]
        self.answer.describe(" ".join(str(words) for words in said if words))


def _head(label: Label | None, tool: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    if label is not None:
        row.addWidget(label, 1)
    row.addStretch()
    row.addWidget(tool)
    return row


def tie_towns(editors: Mapping[str, Editor], typed: Mapping[str, str], heard: Heard) -> None:
    """The communes of a postal code are proposed where one is asked, from now on as the code is typed."""
    towns = [shown.answer for shown in editors.values() if isinstance(shown.answer, TownAnswer)]
    for town in towns:
        town.show_code(typed.get(town.code, ""))
        heard.typed.connect(town.hear_code)
