"""The cancel code of a ticket: twelve characters in one box, grouped 4-4-4 as they are printed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.models.code import shown
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.codeboxes import CodeBoxes
from app.ui.widgets.words import Words

LONGEST = "MMMM-MMMM-MMMM"


class CancelCode(CodeBoxes):
    """Holds the characters alone, as the boxes of the resume code do."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setAccessibleName(str(_("Code pour annuler")))
        self.setAccessibleDescription(str(_("12 lettres et chiffres.")))

    def sizeHint(self) -> QSize:
        return QSize(self._words(LONGEST).natural + 2 * self._look.px(5), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(self.hasFocus()).draw(painter, QRectF(self.rect()))
        inside = self.rect().adjusted(self._look.px(5), 0, -self._look.px(5), 0)
        written = self._words(_grouped(self.text()))
        written.draw(painter, inside, self._look.colour("ink"), Qt.AlignmentFlag.AlignLeft)
        if self.hasFocus():
            before = self._words(_grouped(self.text()[: self.cursorPosition()])).natural if self.cursorPosition() else 0
            line = self._look.type("code").line
            caret = QRect(inside.left() + before, (self.height() - line) // 2, self._look.border("selected"), line)
            painter.fillRect(caret, self._look.colour("primary"))
        painter.end()

    def _words(self, text: str) -> Words:
        return Words(text, self._look.type("code"))


def _grouped(characters: str) -> str:
    """In fours, a dash after each full group but the last; nine characters are no reference here."""
    if len(characters) == 9:
        return f"{shown(characters[:8])}-{characters[8]}"
    return shown(characters)
