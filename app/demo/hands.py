"""Hands and eyes before the real window: they touch, type and draw by events, and see what it shows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.demo.waiting import wait
from app.ui.widgets.pager import Pager

SAYING = (QLabel, QAbstractButton, QLineEdit)
NO_BUTTON, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
BUTTONS = {PRESS: (LEFT, LEFT), MOVE: (NO_BUTTON, LEFT), RELEASE: (LEFT, NO_BUTTON)}
"""What changes, and what is held from then on."""
STEPS = 8
"""Moves that a finger makes on a straight line."""


class Stuck(Exception):
    """The window does not show what was awaited, or something lies over it."""


class Hands:
    """Before *window*, which is shown."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 5) -> None:
        """Wait until *holds*; Stuck, with *what* was awaited."""
        for _turn in range(int(seconds * 100)):
            if holds():
                return
            wait(10)
        raise Stuck(f"{what}. On the screen: {self.reads()[:300]}")

    def sees(self, name: str) -> QWidget | None:
        """The widget called *name*, when it is on the screen (in the panel, when one is open)."""
        found = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
        return found[-1] if found else None

    def finds(self, name: str) -> QWidget:
        """The same, which has to be there, or to come: a screen that was built again is shown a moment later."""
        self.until(lambda: self.sees(name) is not None, name)
        return self.sees(name) or self.window

    def reads(self) -> str:
        """Every word on the screen, from top to bottom."""
        said = (w.text() for w in self.window.findChildren(QWidget) if isinstance(w, SAYING) and w.isVisible())
        return "\n".join(words for words in said if words)

    def says(self, name: str) -> str:
        """The words of *name*."""
        widget = self.finds(name)
        return widget.text() if isinstance(widget, SAYING) else ""

    def touches(self, name: str) -> None:
        """Press and let go in the middle of *name*; Stuck unless a finger would reach it there."""
        wait()  # the page comes to rest first: a widget found before may be gone afterwards
        widget = self.finds(name)
        self._reveal(widget)
        at = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(at)
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            raise Stuck(f"{name}, under {hit.objectName() if hit else 'the edge'}")
        self._touch(at)
        wait()

    def types(self, name: str, words: str) -> None:
        """Touch the field *name* and write *words* in it, key by key, in any alphabet."""
        self.touches(name)
        field = self.finds(name)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._send(QKeyEvent(kind, 0, NO_KEY, letter))
        wait()

    def draws(self, name: str, *points: tuple[int, int]) -> None:
        """One stroke over *name*, from point to point."""
        pad = self.finds(name)
        self._reveal(pad)
        corners = [pad.mapTo(self.window, QPoint(*point)) for point in points]
        self._mouse(PRESS, corners[0])
        for start, end in pairwise(corners):
            for part in range(1, STEPS + 1):
                self._mouse(MOVE, start + (end - start) * part / STEPS)
        self._mouse(RELEASE, corners[-1])
        wait()

    def _reveal(self, widget: QWidget) -> None:
        """Scroll as the person would, until *widget* can be touched."""
        for pager in self.window.findChildren(Pager):
            if pager.isVisible() and pager.isAncestorOf(widget):
                pager.show_widget(widget)

    def _touch(self, at: QPoint) -> None:
        self._mouse(PRESS, at)
        self._mouse(RELEASE, at)

    def _mouse(self, kind: QEvent.Type, at: QPoint) -> None:
        if kind == PRESS:
            self._focus(at)
        place = QPointF(at)
        self._send(QMouseEvent(kind, place, place, QPointF(self.window.mapToGlobal(at)), *BUTTONS[kind], NO_KEY))

    def _focus(self, at: QPoint) -> None:
        """Qt gives the focus by itself only to what a real device touches."""
        widget = self.window.childAt(at)
        while widget and not (widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled()):
            widget = widget.parentWidget()
        if widget:
            widget.setFocus(Qt.FocusReason.MouseFocusReason)

    def _send(self, event: QEvent) -> None:
        """By way of the window, where every key and touch comes in, and where inactivity is watched."""
        if native := self.window.windowHandle():
            QCoreApplication.sendEvent(native, event)
