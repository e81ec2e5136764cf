"""A small mark of state: icon and words on a tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase


class Chip(Label):
    """A state, never by its colour alone: ``Chip(_("Résolu"), "check-circle", "success", "success-tint", look)``."""

    def __init__(self, text: Phrase, icon: str, colour: str, tint: str, look: Look) -> None:
        super().__init__(text, look, "small", colour)
        self._icon, self._tint = f"bold/{icon}", look.colour(tint)
        self.embolden()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        high = self._look.type("small").line
        return QSize(self._words.natural + self._mark() + 3 * self._look.px(2), high + self._look.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Slab(self._tint, self._tint, 0, self._look.radius("chip")).draw(painter, QRectF(self.rect()))
        mark, side = self._mark(), self._look.px(2)
        painter.drawPixmap(side, (self.height() - mark) // 2, icon(self._icon, mark, self._colour))
        self._words.draw(painter, self.rect().adjusted(2 * side + mark, 0, -side, 0), self._colour)
        painter.end()

    def _mark(self) -> int:
        return self._look.type("small").size
