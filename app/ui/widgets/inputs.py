"""Boxes to write in, and what they tell the on-screen keyboard."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.ui.theme import Look

Keyboard = Literal["letters", "digits", "nir", "code", "email", "phone"]

PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The window lost the focus, not the box."""

HINTS = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData


def keyboard(box: QWidget, layout: Keyboard, *, capital: bool = False, latin: bool = True) -> None:
    """Say which on-screen keyboard *box* opens; *capital* begins words with one, *latin* holds in Ukrainian too."""
    box.setProperty("keyboard", layout)
    box.setProperty("capital", capital)
    box.setProperty("latin", latin)


def mark_faulty(box: QWidget, faulty: bool) -> None:
    """Give *box* the border of an answer to repair, or take it away."""
    if bool(box.property("faulty")) != faulty:
        box.setProperty("faulty", faulty)
        box.style().unpolish(box)
        box.style().polish(box)


class Box(QLineEdit):
    """One line to write in; *width* is the number of characters expected."""

    left = Signal()

    def __init__(self, look: Look, name: str, width: int, layout: Keyboard = "letters") -> None:
        super().__init__()
        self._look, self._characters = look, width
        self.setObjectName(name)
        self.setFont(look.font("input"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(HINTS)
        keyboard(self, layout)
        self.setFixedHeight(max(look.target("field"), look.type("input").line + 2 * look.px(2)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        around = 2 * (self._look.px(4) + self._look.border("error"))
        return QSize(self._characters * self._advance() + around, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.target("field") * 2), self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The caret of the style is 1 px wide and blinks: too thin to be found from a step away.
        if self.hasFocus() and not self.hasSelectedText() and not self.isReadOnly():
            caret = self.cursorRect()
            painter = QPainter(self)
            across = self._look.border("selected")
            painter.fillRect(caret.center().x(), caret.top(), across, caret.height(), self._look.colour("primary"))
            painter.end()

    def _advance(self) -> int:
        return QFontMetrics(self._look.font("input")).horizontalAdvance("n")


class Sheet(QPlainTextEdit):
    """Several lines to write in."""

    left = Signal()

    def __init__(self, look: Look, name: str, lines: int = 4) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(look.font("input"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(HINTS)
        self.setCursorWidth(look.border("selected"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keyboard(self, "letters", latin=False)
        self.setFixedHeight(lines * look.type("input").line + 2 * look.px(4))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()
