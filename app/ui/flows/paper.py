"""Sheets made, looked at and printed: those a request leaves on, or a copy of one that leaves by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.actions import printing
from app.actions.printing import Job, NoPrinter
from app.models.text import Text
from app.ui.parts import Parts
from app.ui.preview import Preview
from app.ui.screens.copy import CopyScreen
from app.ui.screens.sheets import Sheets, SheetsScreen
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View

TWICE_MS = 300
"""A second touch of « Imprimer » within this time is the same touch (people.md P24)."""


class Paper(QObject):
    """The end on paper. *confirmed*: the sheets came out; *busy*: whether the printer works."""

    screen: ClassVar[type[SheetsScreen]] = SheetsScreen

    confirmed = Signal()
    back_asked = Signal()
    later_asked = Signal()
    busy = Signal(bool)

    def __init__(self, shell: Shell, parts: Parts, sheets: Sheets, title: Text, code: str = "") -> None:
        """*code*: that of the draft they are made from, while there is one."""
        super().__init__()
        self._shell, self._parts, self._sheets, self._title, self._code = shell, parts, sheets, title, code
        self._pdf = b""
        self._touched = QElapsedTimer()

    def show(self, make: Callable[[], bytes]) -> None:
        """The screen at once; the sheets as soon as *make* gives their PDF."""
        self._shell.show_view(View(self._screen, self._title, self._code, information=True))
        self._parts.tasks.outside.run(make, self._made)

    def _made(self, pdf: bytes) -> None:
        if not isValid(self):
            return
        self._pdf = pdf
        self._change(replace(self._sheets, preview=Preview(pdf), stage="ready"))

    def close(self) -> None:
        """The sheets are not looked at any more."""
        if self._sheets.preview:
            self._sheets.preview.close()
        self._sheets = replace(self._sheets, preview=None)
        self.deleteLater()

    def _screen(self, look: Look) -> QWidget:
        screen = self.screen(look, self._sheets, self._parts.settings.site)
        screen.page_asked.connect(lambda page: self._change(replace(self._sheets, page=page)))
        screen.zoom_asked.connect(lambda: self._change(replace(self._sheets, large=not self._sheets.large)))
        screen.print_asked.connect(self._print)
        screen.confirmed.connect(self.confirmed)
        screen.back_asked.connect(self.back_asked)
        screen.later_asked.connect(self.later_asked)
        return screen

    def _change(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._shell.rebuild()

    def _print(self) -> None:
        if self._touched.isValid() and self._touched.elapsed() < TWICE_MS:
            return
        self._touched.restart()
        self._change(replace(self._sheets, stage="printing"))
        pdf, printer = self._pdf, self._parts.settings.site.printer
        self.busy.emit(True)
        self._parts.tasks.outside.run(lambda: printing.send(pdf, printer), self._printed, self._failed)

    def _printed(self, job: Job) -> None:
        if not isValid(self):
            return
        self.busy.emit(False)
        self._change(replace(self._sheets, stage="printed"))

    def _failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.busy.emit(False)
        if not isinstance(error, NoPrinter):
            raise error
        self._change(replace(self._sheets, stage="no-printer"))


class Copy(Paper):
    """The sheets of a request that leaves by itself, for the person to look at and take away."""

    screen = CopyScreen
