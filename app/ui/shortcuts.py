"""The keys that work everywhere (visual.md 6); none of them loses anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.header import Header
from app.ui.rail import Rail
from app.ui.shell import Shell
from app.ui.theme import Size
from app.ui.widgets.panel import Panel

SIZES: tuple[Size, ...] = ("normal", "large", "xlarge")


def install(shell: Shell) -> None:
    """Bind them to *shell*."""
    bind = {
        "Alt+F": lambda: shell.speak("fr"),
        "Alt+E": lambda: shell.speak("en"),
        "Alt+U": lambda: shell.speak("uk"),
        "Ctrl++": lambda: _grow(shell, 1),
        "Ctrl+-": lambda: _grow(shell, -1),
        "F1": shell.help_asked.emit,
        "F4": shell.toggle_contrast,
        "F6": lambda: _next_region(shell),
        "Esc": lambda: _escape(shell),
    }
    for keys, act in bind.items():
        _bind(shell, keys, act)


def _bind(shell: Shell, keys: str, act: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), shell)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)


def _grow(shell: Shell, by: int) -> None:
    place = SIZES.index(shell.look.size) + by
    if 0 <= place < len(SIZES):
        shell.set_size(SIZES[place])


def _escape(shell: Shell) -> None:
    """Esc: out of the panel, if one is open, else the on-screen keyboard goes; never a page."""
    if panel := _panel(shell):
        # The shortcut took the key from the panel, which knows its way out.
        panel.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    else:
        shell.close_keyboard()


def _panel(shell: Shell) -> Panel | None:
    return next((panel for panel in shell.findChildren(Panel) if panel.isVisible()), None)


def _next_region(shell: Shell) -> None:
    """F6: from the content to the rail, to the header, and back to the content; under a panel, nowhere."""
    if _panel(shell):
        return
    regions: list[QWidget | None] = [shell.content, shell.findChild(Rail), shell.findChild(Header)]
    focused = shell.focusWidget()
    here = next((i for i, region in enumerate(regions) if region and focused and region.isAncestorOf(focused)), -1)
    for step in range(1, len(regions) + 1):
        region = regions[(here + step) % len(regions)]
        if region is not None and (first := _first_stop(region)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first_stop(region: QWidget) -> QWidget | None:
    stops = (w for w in region.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((widget for widget in stops if widget.isVisible()), None)
