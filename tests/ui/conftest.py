"""One application, with the fonts of a kiosk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.models.text import speak
from app.ui import theme
from app.ui.theme import Look


@pytest.fixture(scope="session")
def styled(qapp):
    """The application, with its fonts."""
    theme.load_fonts()
    return qapp


@pytest.fixture
def look(styled):
    """A kiosk of 1280 × 1024 in the normal theme, in French."""
    speak("fr")
    return Look()


@pytest.fixture
def shown(qtbot, styled):
    """Show a widget in *width* × *height*, active, and give it back."""

    kept = []

    def show(widget: QWidget, width: int = 1000, height: int = 700) -> QWidget:
        qtbot.addWidget(widget)
        kept.append(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def write():
    """Type *text* into a widget as a keyboard would, any alphabet (qtbot.keyClicks aborts on é)."""

    def send(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    return send
