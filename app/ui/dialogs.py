"""One panel at a time over the window, built again with it when language or look changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.ui import place
from app.ui.place import Place
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.widgets.panel import Panel

Make = Callable[[Look], Panel]


class Dialogs(QObject):
    """Opens and closes panels over *shell*."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._make: Make | None = None
        self._panel: Panel | None = None
        self._before: Place | None = None
        shell.rebuilt.connect(self._again)

    @property
    def open(self) -> bool:
        """Whether a panel covers the window."""
        return self._make is not None

    def show(self, make: Make) -> None:
        """Show what *make* builds, in the place of any other panel."""
        self.close()
        self._before = place.remember(self._shell)
        self._open(make)

    def close(self) -> None:
        """Uncover the window."""
        self._make = None
        if self._panel is not None and isValid(self._panel):
            self._panel.close_panel()
        self._panel = None
        if self._before is not None:
            place.restore(self._shell, self._before)
            self._before = None

    def _open(self, make: Make) -> None:
        self._make = make
        self._panel = make(self._shell.look)
        self._panel.open()

    def _again(self) -> None:
        """The window was built again: so is the panel, and what it gives the focus back to is known by its name."""
        if self._make is None or self._panel is None:
            return
        inside = place.remember(self._shell)
        self._panel.hide()
        self._panel.deleteLater()
        self._open(self._make)
        place.restore(self._shell, inside)
