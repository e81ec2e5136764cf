"""One panel at a time over the window, built again with it when language or look changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

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
        shell.rebuilt.connect(self._again)

    @property
    def open(self) -> bool:
        """Whether a panel covers the window."""
        return self._make is not None

    def show(self, make: Make) -> None:
        """Show what *make* builds, in the place of any other panel."""
        self.close()
        self._make = make
        self._panel = make(self._shell.look)
        self._panel.open()

    def close(self) -> None:
        """Uncover the window."""
        self._make = None
        if self._panel is not None and isValid(self._panel):
            self._panel.close_panel()
        self._panel = None

    def _again(self) -> None:
        if self._make is not None:
            self.show(self._make)
