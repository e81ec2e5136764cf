"""The number of a step, on a disc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.ui.theme import Look
from app.ui.widgets.labels import Label


class Disc(Label):
    """*number*, from 1; read out before the words of its step."""

    def __init__(self, number: int, look: Look) -> None:
        super().__init__(str(number), look, "button", "on-primary", align=Qt.AlignmentFlag.AlignHCenter)
        self._ground = look.colour("primary")
        across = max(look.px(10), self.heightForWidth(look.px(10)))
        self.setFixedSize(across, across)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawEllipse(self.rect())
        painter.end()
        super().paintEvent(event)
