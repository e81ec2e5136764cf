"""A person at the terminal of a test: the hands and eyes of ``guichet demo``, touching as a device does.

Everything waits by events, never by sleeping (``app.demo.waiting``).
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from app import paths
from app.demo.visitor import Visitor
from app.demo.waiting import wait
from app.models.settings import Settings
from app.ui.start import open_window
from app.ui.theme import load_fonts
from tests.journeys.terminals import BORNE, POSTE, printing

__all__ = ["BORNE", "POSTE", "Person", "printing", "wait"]

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@cache
def _fonts() -> None:
    load_fonts()


PRESENT: list[Person] = []
"""Who still stands at a terminal; ``conftest`` sends them away after each test."""


class Person(Visitor):
    """One stay at a terminal whose data lie in *folder*."""

    def __init__(
        self,
        folder: Path,
        settings: Settings = BORNE,
        size: tuple[int, int] = (1280, 1024),
        *,
        catalogue: Path = paths.CATALOGUE,
    ) -> None:
        self.ended = False
        _fonts()
        super().__init__(*open_window(folder, settings, self._end, catalogue))
        self.shell.resize(*size)
        self.shell.show()
        self.visit.begin()
        wait()
        PRESENT.append(self)

    def _end(self) -> None:
        self.ended = True

    def is_cut_off(self) -> None:
        """The process goes as by a power cut: nothing more is committed, nothing is asked, the window is gone."""
        PRESENT.remove(self)
        self.visit.idle.stop()
        self.shell.hide()
        if self.visit.request and (work := self.visit.request.work):
            work.keeper.drop()
        if not self.ended:
            self.visit._parts.tasks.close()
        wait()
        self.shell.deleteLater()
        wait()
        gc.enable()

    @property
    def hand(self) -> str:
        """The name of what has the focus."""
        focused = self.shell.focusWidget()
        return focused.objectName() if focused else ""

    @property
    def code(self) -> str:
        """The resume code, as the header or the screen shows it; ``""`` when none is shown."""
        for name in ("kept.code", "code"):
            if isinstance(shown := self.sees(name), QLabel):
                return shown.text().split()[-1]
        return ""

    def types(self, name: str, words: str) -> None:
        """Write *words* in the field *name*, key by key, in any alphabet: a keyboard on the desk, no touch."""
        field = self.finds(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        for letter in words:
            self.presses(letter)
        wait()

    def presses(self, key: str | Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """One key: a letter of any alphabet on what has the focus, or a ``Qt.Key`` by way of the window."""
        if isinstance(key, Qt.Key):
            QTest.keyClick(self.shell.windowHandle(), key, modifiers)
            wait()
            return
        target = QApplication.focusWidget() or self.shell
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, 0, modifiers, key))

    def fills(self, given: Mapping[str, str], *, until: str = "print") -> list[str]:
        """Page after page from *given*, until the page *until* is shown; gives the names of the pages gone through."""
        steps = []
        while self.step != until:
            steps.append(self.step)
            self.answers(given)
            self.goes_on()
            assert self.step != steps[-1], f"still on {self.step}: {self.reads()[:600]}"
        return steps

    def _touch(self, at: QPoint) -> None:
        """By way of the platform, as a real screen does."""
        QTest.mouseClick(self.shell.windowHandle(), LEFT, NO_KEY, at)
