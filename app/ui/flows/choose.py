"""A file is chosen on a stick, in a list of our own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import folders
from app.actions.folders import Entry
from app.models.text import Text
from app.ui.parts import Parts
from app.ui.piecetrouble import sentence
from app.ui.screens.chooser import Chooser, Listed
from app.ui.shell import Shell
from app.ui.theme import Look

HOME = PurePosixPath()


class Choose(QObject):
    """*chosen*: the folder, under the one of the settings, and the name in it."""

    chosen = Signal(object, str)
    back_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, for_: Text) -> None:
        super().__init__()
        self._shell, self._parts = shell, parts
        self._at, self._listed = HOME, Listed(for_)

    def show(self) -> None:
        """The first list."""
        self._shell.show_screen(self._screen)
        self._go(HOME)

    def _screen(self, look: Look) -> Chooser:
        screen = Chooser(look, self._listed)
        screen.folder_asked.connect(lambda name: self._go(self._at / name))
        screen.chosen.connect(lambda name: self.chosen.emit(self._at, name))
        screen.up_asked.connect(lambda: self._go(self._at.parent))
        screen.page_asked.connect(lambda start: self._show(replace(self._listed, start=start)))
        screen.again_asked.connect(lambda: self._go(self._at))
        screen.back_asked.connect(self.back_asked)
        return screen

    def _go(self, at: PurePosixPath) -> None:
        """Read the folder *at*, and show it."""
        self._at, root = at, Path(self._parts.settings.devices.files)
        where = " / ".join(Entry(part, folder=True, size=0).shown for part in at.parts)
        self._show(Listed(self._listed.for_, where))
        self._parts.tasks.outside.run(
            lambda: folders.entries(root, at), lambda found: self._read(at, found), lambda error: self._fail(at, error)
        )

    def _read(self, at: PurePosixPath, found: list[Entry]) -> None:
        if isValid(self) and at == self._at:
            self._show(replace(self._listed, entries=found))

    def _fail(self, at: PurePosixPath, error: Exception) -> None:
        said = sentence(error)
        if isValid(self) and at == self._at:
            self._at = HOME  # a stick that was pulled has no folder to look at again
            self._show(Listed(self._listed.for_, entries=(), said=said))

    def _show(self, listed: Listed) -> None:
        self._listed = listed
        if isinstance(self._shell.content, Chooser):
            self._shell.rebuild()
