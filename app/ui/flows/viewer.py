"""« Voir »: the pages of a pièce that is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.actions import pieces
from app.models.text import Text
from app.store.drafts import Keys
from app.store.errors import StoreTrouble
from app.ui import place, trouble
from app.ui.gathering import UNREADABLE, Gathering
from app.ui.parts import Parts
from app.ui.preview import Preview
from app.ui.screens.viewer import Seen, Viewer
from app.ui.shell import Shell
from app.ui.theme import Look


class Viewing(QObject):
    """Of the pièce at *path*, called *name*; *editable*: it can be changed from here."""

    back_asked = Signal()

    def __init__(  # noqa: PLR0913  each is one thing that it works with
        self, shell: Shell, parts: Parts, gathering: Gathering, keys: Keys, path: str, name: Text, *, editable: bool
    ) -> None:  # fmt: skip
        super().__init__()
        self._shell, self._parts, self._gathering, self._keys, self._path = shell, parts, gathering, keys, path
        self._seen = Seen(name, editable=editable)
        gathering.changed.connect(self._follow)

    def show(self) -> None:
        """The screen at once; the pages as soon as they are read."""
        self._shell.show_screen(self._screen)
        self._read()

    def close(self) -> None:
        """It is not looked at any more."""
        if self._seen.preview:
            self._seen.preview.close()
        self._seen = replace(self._seen, preview=None)
        self.deleteLater()

    def _read(self) -> None:
        parts, keys, path = self._parts, self._keys, self._path
        parts.tasks.store.run(lambda: pieces.open(parts.store(), keys, path), self._open, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, StoreTrouble):
            raise error
        trouble.record(error)
        if isValid(self):
            self._change(replace(self._seen, turning=False, said=UNREADABLE))

    def _open(self, pdf: bytes) -> None:
        if not isValid(self):
            return
        before, after = self._seen.preview, Preview(pdf)
        page = min(self._seen.page, after.pages - 1)
        self._change(replace(self._seen, preview=after, page=page, turning=False))
        if before:
            before.close()

    def _screen(self, look: Look) -> QWidget:
        screen = Viewer(look, self._seen)
        screen.page_asked.connect(lambda page: self._change(replace(self._seen, page=page)))
        screen.zoom_asked.connect(lambda: self._change(replace(self._seen, large=not self._seen.large)))
        screen.turn_asked.connect(self._turn)
        screen.remove_asked.connect(lambda: self._ask(removing=True))
        screen.kept.connect(lambda: self._ask(removing=False))
        screen.sure.connect(self._remove)
        screen.back_asked.connect(self.back_asked)
        return screen

    def _turn(self) -> None:
        if errand := self._gathering.begin(self._path, self._gathering.kept[self._path].source):
            self._change(replace(self._seen, turning=True, said=None))
            errand.turn(self._seen.page)

    def _follow(self) -> None:
        """The errand has ended: with other pages, or with what went wrong; or there is another one."""
        if self._path not in self._gathering.kept:
            return
        said = self._gathering.said.get(self._path)
        if self._seen.turning and self._gathering.job is None:
            if said:
                self._change(replace(self._seen, turning=False, said=said))
            else:
                self._read()
        elif said and said != self._seen.said:
            self._change(replace(self._seen, said=said))

    def _ask(self, *, removing: bool) -> None:
        self._change(replace(self._seen, removing=removing))
        # The hand goes from the button that is gone to the one in its place.
        place.restore(self._shell, place.remember(self._shell)._replace(name="keep" if removing else "remove"))

    def _remove(self) -> None:
        self._gathering.remove(self._path)
        self.back_asked.emit()

    def _change(self, seen: Seen) -> None:
        self._seen = seen
        if isinstance(self._shell.content, Viewer):
            self._shell.rebuild()
