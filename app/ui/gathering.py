"""The pièces of one request: those that are kept, and the one errand that may be under way. It lives as long as the
request does: screens come and go, and show what is known here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import pieces
from app.models.pieces import Kept, Source
from app.models.text import Text, _
from app.store.errors import StoreTrouble
from app.ui import preview, trouble
from app.ui.flows.errand import Errand, picture_of
from app.ui.parts import Parts
from app.ui.piecestate import Job
from app.ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

UNREADABLE = _("Ce document ne peut plus être relu. Touchez « Refaire ».")
WAIT = _("Un autre document est en cours. Attendez un peu, puis recommencez.")


class Gathering(QObject):
    """*changed*: rows are to be shown anew; *pictured*: there is a picture of one; *told*: how far the errand has come.

    *edited*: what is kept is other than it was; *busy*: whether something works; *done*: the errand of a pièce is over.
    """

    changed = Signal()
    pictured = Signal(str)
    told = Signal(object)
    edited = Signal()
    busy = Signal(bool)
    done = Signal(str)

    def __init__(self, parts: Parts, work: Work) -> None:
        super().__init__()
        self._parts, self._work = parts, work
        self.kept: dict[str, Kept] = {}
        self.pictures: dict[str, QImage] = {}
        self.said: dict[str, Text] = {}
        self._errand: Errand | None = None
        self._drawing: set[Kept] = set()
        self._loaded, self._works = True, False
        self._waiting: list[Callable[[], None]] = []

    @property
    def job(self) -> Job | None:
        """What is under way."""
        return self._errand.job if self._errand else None

    @property
    def rests(self) -> bool:
        """Whether all is known and nothing is under way."""
        return self._loaded and self._errand is None

    def load(self) -> None:
        """What a draft that was opened again holds."""
        keys, store = self._work.keys, self._parts.store
        assert keys  # noqa: S101  it was opened with them
        self._loaded = False
        self._parts.tasks.store.run(lambda: pieces.listed(store(), keys), self._listed)

    def _listed(self, kept: dict[str, Kept]) -> None:
        if isValid(self):
            self.kept, self._loaded = dict(kept), True
            self.changed.emit()
            self._rest()

    def settle(self, then: Callable[[], None]) -> None:
        """Call *then* once all is known and nothing is under way: now, if possible."""
        if self.rests:
            then()
        else:
            self._waiting.append(then)

    def _rest(self) -> None:
        if self.rests:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()

    def look(self) -> None:
        """Draw the pictures that are lacking."""
        for kept in self.kept.values():
            if kept.path not in self.pictures and kept not in self._drawing:
                self._drawing.add(kept)
                self._read(kept)

    def _read(self, kept: Kept) -> None:
        keys, store = self._work.keys, self._parts.store
        assert keys  # noqa: S101  something is kept with them
        self._parts.tasks.store.run(
            lambda: pieces.open(store(), keys, kept.path), partial(self._draw, kept), partial(self._lose, kept)
        )

    def _lose(self, kept: Kept, error: Exception) -> None:
        """It cannot be read any more: that is said, and the person goes on."""
        if not isinstance(error, StoreTrouble):
            raise error
        trouble.record(error)
        if isValid(self):
            self.said[kept.path] = UNREADABLE
            self.changed.emit()

    def _draw(self, kept: Kept, pdf: bytes) -> None:
        if isValid(self):
            preview.get_ready()
            self._parts.tasks.outside.run(lambda: picture_of(pdf), partial(self._drawn, kept))

    def _drawn(self, kept: Kept, picture: QImage) -> None:
        if isValid(self) and self.kept.get(kept.path) == kept:
            self.pictures[kept.path] = picture
            self.pictured.emit(kept.path)

    def begin(self, path: str, source: Source, name: str = "") -> Errand | None:
        """An errand for the pièce at *path*, to be told what to do; None while there is another: that is said.

        *name*: that of the file it comes from.
        """
        keys = self._work.keys
        if self._errand or keys is None:
            self.said[path] = WAIT
            self.changed.emit()
            return None
        self.said.pop(path, None)
        errand = self._errand = Errand(self._parts, keys, path, source, name)
        errand.told.connect(self._told)
        errand.kept.connect(self._kept)
        errand.failed.connect(partial(self._failed, path))
        self._say_whether_busy()
        self.changed.emit()
        return errand

    def stop(self) -> None:
        """Nothing is to come of the errand under way."""
        if self._errand:
            self._errand.stop()

    def remove(self, path: str) -> None:
        """Take the pièce at *path* away."""
        keys, store = self._work.keys, self._parts.store
        if keys and self.kept.pop(path, None):
            self.pictures.pop(path, None)
            self._parts.tasks.store.run(lambda: pieces.remove(store(), keys, path))
            self.edited.emit()
            self.changed.emit()

    def forget(self, prefix: str) -> None:
        """Take away all that concerns somebody who is no longer part of it, and let nothing more come."""
        if self._errand and self._errand.job.path.startswith(prefix):
            self.stop()
        for path in [path for path in self.kept if path.startswith(prefix)]:
            self.remove(path)

    def clear(self, path: str) -> None:
        """What was said of the pièce at *path* is no longer of use."""
        self.said.pop(path, None)

    def close(self) -> None:
        """The request is over: nothing of it is shown any more."""
        self._waiting.clear()
        if self._errand:
            self._errand.blockSignals(True)
            self._errand.stop()
            self._errand.deleteLater()
        self._errand = None
        self._say_whether_busy()
        self.deleteLater()

    def _told(self, job: Job) -> None:
        self._say_whether_busy()
        self.told.emit(job)

    def _say_whether_busy(self) -> None:
        """Who waits for a sheet to be put in may have gone away: time goes on for them."""
        works = self._errand is not None and self._errand.job.stage != "waiting"
        if works != self._works:
            self._works = works
            self.busy.emit(works)

    def _kept(self, kept: Kept, picture: QImage, said: Text | None) -> None:
        self.kept[kept.path], self.pictures[kept.path] = kept, picture
        if said:
            self.said[kept.path] = said
        self.edited.emit()
        self._end(kept.path)

    def _failed(self, path: str, said: Text | None) -> None:
        if said:
            self.said[path] = said
        self._end(path)

    def _end(self, path: str) -> None:
        if self._errand:
            self._errand.deleteLater()
        self._errand = None
        self.said = {other: words for other, words in self.said.items() if words != WAIT}
        self._say_whether_busy()
        self.changed.emit()
        self.done.emit(path)
        self._rest()
