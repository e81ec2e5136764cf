"""The resume code in 8 boxes that are one field; a longer reference is taken too."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.inputs import HINTS, keyboard
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Words

CODE, MOST = 8, 12
"""Characters of a resume code, and the most that can be typed: a reference has 9."""
OUTSIDE = re.compile(r"[^2-9A-HJ-NP-Z]")
"""What is no letter of the code alphabet: no I, O, 0 or 1."""


class CodeBoxes(QLineEdit):
    """Holds the characters alone, in capitals; dashes and spaces are drawn, not kept."""

    typed = Signal(str)
    complete = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(str(_("Code de votre ticket")))
        self.setAccessibleDescription(str(_("8 lettres et chiffres.")))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setInputMethodHints(HINTS)
        keyboard(self, "code")
        self.setFixedHeight(look.type("code").line + look.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._keep)
        self.cursorPositionChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        across = self._side()
        return QSize(CODE * across + (CODE - 2) * self._gap() + self._dash(), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursorPosition(len(self.text()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing to select."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing to select."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if len(self.text()) > CODE:
            self._draw_long(painter)
        else:
            for place in range(CODE):
                self._draw_box(painter, place)
            self._draw_dash(painter)
        painter.end()

    def _keep(self) -> None:
        before = len(OUTSIDE.sub("", self.text()[: self.cursorPosition()].upper()))
        kept = OUTSIDE.sub("", self.text().upper())[:MOST]
        self.setText(kept)
        self.setCursorPosition(before)
        self.typed.emit(kept)
        if len(kept) == CODE:
            self.complete.emit(kept)

    def _draw_box(self, painter: QPainter, place: int) -> None:
        left = place * (self._side() + self._gap()) + (self._dash() - self._gap() if place >= CODE // 2 else 0)
        area = QRect(left, 0, self._side(), self.height())
        here = self.hasFocus() and place == min(self.cursorPosition(), CODE - 1)
        self._ground(here).draw(painter, QRectF(area))
        if place < len(self.text()):
            self._write(painter, self.text()[place], area)
        elif here:
            line, across = self._look.type("code").line, self._look.border("selected")
            caret = QRect(area.center().x() - across // 2, area.center().y() - line // 2, across, line)
            painter.fillRect(caret, self._look.colour("primary"))

    def _draw_dash(self, painter: QPainter) -> None:
        look, half = self._look, CODE // 2
        left = half * self._side() + (half - 1) * self._gap() + self._gap()
        colour, high = look.colour("line-strong"), look.border("edge-bottom")
        area = QRectF(left, self.height() / 2 - high / 2, self._dash() - 2 * self._gap(), high)
        Slab(colour, colour, 0, high // 2).draw(painter, area)

    def _draw_long(self, painter: QPainter) -> None:
        self._ground(self.hasFocus()).draw(painter, QRectF(self.rect()))
        text = self.text()
        self._write(painter, "-".join(text[start : start + 3] for start in range(0, len(text), 3)), self.rect())

    def _ground(self, here: bool) -> Slab:
        look = self._look
        line, width = ("primary", "selected") if here else ("line-strong", "control")
        return Slab(look.colour("surface"), look.colour(line), look.border(width), look.radius("control"))

    def _write(self, painter: QPainter, text: str, area: QRect) -> None:
        words = Words(text, self._look.type("code"))
        words.draw(painter, area, self._look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)

    def _side(self) -> int:
        # At A++ the eight boxes still fit beside the pager on 1280 px.
        return self._look.type("code").size + self._look.px(5 if self._look.size == "xlarge" else 8)

    def _gap(self) -> int:
        return self._look.px(3)

    def _dash(self) -> int:
        """The room between the two halves."""
        return self._look.px(6) + 2 * self._gap()
