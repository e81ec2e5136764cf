"""Where the person is on the screen: focus, caret, selection, scroll; kept across a rebuild."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.pager import Pager

PANEL = "panel."
"""How the name of every panel begins; panels themselves are loaded after the first frame."""


class Place(NamedTuple):
    """The focused widget by name; *anchor* and *caret* are positions in its text, *scroll* that of the page."""

    name: str = ""
    anchor: int = 0
    caret: int = 0
    scroll: int = 0


def remember(window: QWidget) -> Place:
    """Where the person is now in *window*."""
    focused = window.focusWidget()
    pager = _pager(window)
    scroll = pager.position() if pager else 0
    if focused is None or not focused.objectName():
        return Place(scroll=scroll)
    anchor, caret = _selection(focused)
    return Place(focused.objectName(), anchor, caret, scroll)


def restore(window: QWidget, place: Place) -> None:
    """Put the person back at *place*; what no longer exists is left out."""
    same = _named(window, place.name)
    if same:
        same.setFocus(Qt.FocusReason.OtherFocusReason)
        _select(same, place)
    if pager := _pager(window):
        pager.go_to(place.scroll)


def enter(screen: QWidget) -> None:
    """Give a new screen the focus where it asks for it: its ``entrance``, else its title."""
    if holder := screen.parentWidget():
        holder.show()  # now, not at the next turn: what is hidden has no place to scroll to and is not found
        screen.show()
    entrance = getattr(screen, "entrance", None) or screen.findChild(QWidget, "title")
    if entrance is not None:
        entrance.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(window: QWidget, name: str) -> QWidget | None:
    """The living widget called *name*: those of a replaced screen are hidden and wait to be deleted."""
    found = window.findChildren(QWidget, name) if name else []
    return next((widget for widget in found if widget.isVisibleTo(window)), None)


def _pager(window: QWidget) -> Pager | None:
    """The pager of the screen: neither that of a replaced one nor that of a panel over it."""
    found = (pager for pager in window.findChildren(Pager) if pager.isVisibleTo(window))
    return next((pager for pager in found if not _in_panel(pager)), None)


def _in_panel(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not parent.objectName().startswith(PANEL):
        parent = parent.parentWidget()
    return parent is not None


def _selection(widget: QWidget) -> tuple[int, int]:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit  # not before somebody writes

    if isinstance(widget, QLineEdit):
        caret = widget.cursorPosition()
        if not widget.hasSelectedText():
            return caret, caret
        start, end = widget.selectionStart(), widget.selectionEnd()
        return (end, caret) if caret == start else (start, caret)
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        return cursor.anchor(), cursor.position()
    return 0, 0


def _select(widget: QWidget, place: Place) -> None:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(place.anchor)
        if place.anchor != place.caret:
            widget.setSelection(place.anchor, place.caret - place.anchor)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(place.anchor)
        cursor.setPosition(place.caret, cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
