"""Where a person is in a form: the step, its name, what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase


class Segments(QWidget):
    """One segment a step: done, current, to come."""

    def __init__(self, number: int, total: int, look: Look) -> None:
        super().__init__()
        self._number, self._total, self._look = number, total, look
        self._high = look.radius("button")
        self.setFixedHeight(self._high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._total * self._look.px(10), self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = self._look.px(2) if self._look.contrast else self._look.radius("chip")
        across = (self.width() - gap * (self._total - 1)) / self._total
        for step in range(1, self._total + 1):
            area = QRectF((step - 1) * (across + gap), 0, across, self._high)
            self._slab(step).draw(painter, area)
        painter.end()

    def _slab(self, step: int) -> Slab:
        contrast = self._look.contrast
        fill, line = {
            -1: ("ink", "ink") if contrast else ("primary", "primary"),
            0: ("primary", "primary") if contrast else ("leave", "primary"),
            1: ("page", "line") if contrast else ("line", "line"),
        }[(step > self._number) - (step < self._number)]
        return Slab(self._look.colour(fill), self._look.colour(line), self._look.border("card"), self._high // 2)


class Progress(QWidget):
    """« Étape 2 sur 5 · Vos difficultés », the segments under it, and « Ensuite : … » at the right."""

    def __init__(self, number: int, total: int, title: Phrase, following: Phrase | None, look: Look) -> None:
        super().__init__()
        self.setObjectName("progress")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(1))
        row = QHBoxLayout()
        row.setSpacing(0)
        step = Label(_("Étape {number} sur {total}").with_(number=number, total=total), look, "hint")
        step.embolden()
        row.addWidget(step)
        row.addWidget(Label(f"\u00a0· {title}", look, "hint", "ink-soft"))
        row.addStretch()
        # At A++ there is no room for two sentences: what comes next gives way.
        if following and look.size != "xlarge":
            row.addWidget(Label(_("Ensuite : {title}").with_(title=following), look, "hint", "ink-soft"))
        column.addLayout(row)
        column.addWidget(Segments(number, total, look))
