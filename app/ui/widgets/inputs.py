"""Boxes to write in, and what they tell the on-screen keyboard."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.paint import Slab

Keyboard = Literal["letters", "digits", "sum", "nir", "code", "email", "phone"]

PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The window lost the focus, not the box."""

EURO = "€"
DIGITS = 8
"""Of a sum, with room for its cents; a longer one slides."""

WRITTEN = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
HINTS = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData


def keyboard(box: QWidget, layout: Keyboard, *, capital: bool = False, native: bool = False) -> None:
    """Say which on-screen keyboard *box* opens; *capital* begins words with one, *native* has Ukrainian's letters."""
    box.setProperty("keyboard", layout)
    if capital:
        box.setProperty("capital", True)
    if native:
        box.setProperty("native", True)


def mark_faulty(box: QWidget, faulty: bool) -> None:
    """Give *box* the border of an answer to repair, or take it away."""
    if bool(box.property("faulty")) != faulty:
        box.setProperty("faulty", faulty)
        box.update()


def ground(box: QWidget, look: Look) -> Slab:
    """What *box* stands on: it tells whether one may write there, writes there, or has something to repair."""
    fill, line, width = "surface", "line-strong", "control"
    if not box.isEnabled():
        fill, line = "sunken", "line"
    elif box.property("faulty"):
        line = width = "error"
    elif box.hasFocus():
        line, width = "primary", "selected"
    return Slab(look.colour(fill), look.colour(line), look.border(width), look.radius("control"))


@cache
def inset(look: Look) -> int:
    """From the side of a box to its words: a border that grows moves none of them."""
    return look.px(3) + look.border("error")


@cache
def inks(look: Look) -> QPalette:
    """The colours of what is written, on a ground that the box paints itself."""
    palette = QPalette()
    groups = QPalette.ColorGroup
    for group in (groups.Active, groups.Inactive, groups.Disabled):
        ink = "ink-soft" if group == groups.Disabled else "ink"
        palette.setColor(group, QPalette.ColorRole.Text, look.colour(ink))
        palette.setColor(group, QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(group, QPalette.ColorRole.Highlight, look.colour("primary"))
        palette.setColor(group, QPalette.ColorRole.HighlightedText, look.colour("on-primary"))
    return palette


@cache
def _high(look: Look) -> int:
    """The height of a box of one line."""
    return max(look.target("field"), look.type("input").line + 2 * look.px(2))


@cache
def _across(letter: str, look: Look) -> int:
    """The width of *letter* in a box; asked several times for each one."""
    return QFontMetrics(look.font("input")).horizontalAdvance(letter)


class Box(QLineEdit):
    """One line to write in; *width* is the number of characters expected."""

    left = Signal()

    def __init__(self, look: Look, name: str, width: int, layout: Keyboard = "letters") -> None:
        super().__init__()
        self._look, self._characters = look, width
        self.setObjectName(name)
        self.setFont(look.font("input"))
        self.setPalette(inks(look))
        self.setFrame(False)
        self.setTextMargins(inset(look), 0, inset(look), 0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(HINTS)
        keyboard(self, layout)
        self.setFixedHeight(_high(look))
        self.setSizePolicy(WRITTEN)
        self.setMaximumWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        around = 2 * (self._look.px(4) + self._look.border("error"))
        return QSize(self._characters * _across("n", self._look) + around, _high(self._look))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.target("field") * 2), _high(self._look))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground(self, self._look).draw(painter, QRectF(self.rect()))
        painter.end()
        super().paintEvent(event)
        # The caret of the style is 1 px wide and blinks: too thin to be found from a step away.
        if self.hasFocus() and not self.hasSelectedText() and not self.isReadOnly():
            caret = self.cursorRect()
            painter = QPainter(self)
            across = self._look.border("selected")
            painter.fillRect(caret.center().x(), caret.top(), across, caret.height(), self._look.colour("primary"))
            painter.end()


class SumBox(Box):
    """A sum in euros, against its sign at the right."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, DIGITS, "sum")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(inset(look), 0, inset(look) + self._beside(), 0)
        self.setAccessibleName(str(_("en euros")))

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._beside(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("ink-soft"))
        right = self.width() - self._look.px(1) - inset(self._look)
        sign = _across(EURO, self._look)
        area = QRectF(right - sign, 0, sign + self._look.px(1), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, EURO)
        painter.end()

    def _beside(self) -> int:
        """The room of the sign, and of the caret that may stand before it."""
        return _across(EURO, self._look) + self._look.px(2)


class Sheet(QPlainTextEdit):
    """Several lines to write in."""

    left = Signal()

    def __init__(self, look: Look, name: str, lines: int = 4) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setFont(look.font("input"))
        self.setPalette(inks(look))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(*(4 * [inset(look)]))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(HINTS)
        self.setCursorWidth(look.border("selected"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keyboard(self, "letters", native=True)
        self.setFixedHeight(lines * look.type("input").line + 2 * look.px(4))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in PASSING:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        # ``paintEvent`` is that of the viewport: the ground lies under it.
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            ground(self, self._look).draw(painter, QRectF(self.rect()))
            painter.end()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
