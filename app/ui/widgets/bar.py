"""How far something has come: a bar that fills; a part of it that moves, where nobody knows how much there is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets.paint import Slab

BEAT_MS = 40
ROUND = 60
"""Beats for one way to the right and back."""
SHARE = 0.3
"""Of the bar, the part that moves."""


class Bar(QWidget):
    """*part*: how much is done, from 0 to 1; None when that is not known. In the contrast theme nothing moves."""

    def __init__(self, part: float | None, look: Look) -> None:
        super().__init__()
        self._look, self._part, self._beat = look, part, 0
        self.setFixedHeight(look.px(3))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._move)
        self.show_part(part)

    def show_part(self, part: float | None) -> None:
        """Show that *part* is done."""
        self._part = part
        if part is None and not self._look.contrast:
            self._timer.start(BEAT_MS)
        else:
            self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(16), self._look.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, area = self._look, QRectF(self.rect())
        painter = QPainter(self)
        ground, ink = look.colour("sunken" if look.contrast else "line"), look.colour("info")
        Slab(ground, ground, 0, self.height() // 2).draw(painter, area)
        start, share = (0.0, self._part) if self._part is not None else self._moving()
        done = QRectF(start * area.width(), 0, max(share * area.width(), area.height()), area.height())
        Slab(ink, ink, 0, self.height() // 2).draw(painter, done)
        painter.end()

    def _moving(self) -> tuple[float, float]:
        """Where the part that moves begins, and how much it is."""
        there = abs(self._beat % ROUND - ROUND / 2) / (ROUND / 2)
        return (1 - there) * (1 - SHARE), SHARE

    def _move(self) -> None:
        self._beat += 1
        self.update()
