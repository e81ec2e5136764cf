"""The seconds left before the screen is erased, as a ring that empties."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.models.text import Plural
from app.ui.theme import Look
from app.ui.widgets.words import Words


class Ring(QWidget):
    """Shows what it is told: whoever counts also knows when time stands still."""

    def __init__(self, total: int, look: Look) -> None:
        super().__init__()
        self._total, self._look = total, look
        side = look.scaled(look.px(16) * 2 + look.px(4))
        self.setFixedSize(side, side)
        self.show_seconds(total)

    def show_seconds(self, left: int) -> None:
        """Show *left* seconds."""
        look = self._look
        word = Plural("seconde", "secondes", left)
        self._left = left
        self._figure = Words(str(left), look.type("display"))
        self._word = Words(str(word), look.type("small"))
        self.setAccessibleName(f"{left} {word}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, across = self._look, self._look.px(3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(across, across, -across, -across)
        painter.setPen(QPen(look.colour("line" if not look.contrast else "sunken"), across))
        painter.drawEllipse(area)
        painter.setPen(QPen(look.colour("primary"), across, c=Qt.PenCapStyle.RoundCap))
        # Sixteenths of a degree, clockwise from noon.
        painter.drawArc(area, 90 * 16, -round(360 * 16 * self._left / self._total))
        self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        high, low = self._figure.line, self._word.line
        top = (self.height() - high - low) // 2
        centre = Qt.AlignmentFlag.AlignHCenter
        self._figure.draw(painter, QRect(0, top, self.width(), high), self._look.colour("ink"), centre)
        self._word.draw(painter, QRect(0, top + high, self.width(), low), self._look.colour("ink-soft"), centre)
