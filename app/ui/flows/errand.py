"""One pièce on its way: from a scanner or a file, through the treatment, to the draft. It outlives any screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.actions import cleaning, pieces
from app.actions.cleaning import Cleaned
from app.actions.folders import FileTrouble
from app.actions.scanning import Code, ScanTrouble
from app.actions.watching import Watch
from app.models.pieces import Kept, Source
from app.models.text import Text, _
from app.ui import preview
from app.ui.parts import Parts
from app.ui.piecestate import Job
from app.ui.piecetrouble import sentence
from app.ui.widgets.piecerow import PICTURE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.store.drafts import Keys

Fetch = Callable[[Event, Callable[[int], None]], list[bytes]]
"""Gives the files of the pages, on the outside queue; told how many have come."""
BEAT_MS = 500
"""Between two looks at a folder."""
SHARP = 2
"""Device pixels a px, at most."""
SO_FAR = _("{why} Les pages déjà lues sont gardées : touchez « Ajouter une page » pour la suite.")


class Errand(QObject):
    """*told*: how far it has come. It ends with *kept* (the pièce, the picture of its first page, what went wrong all
    the same) or *failed* (what to say; None: it was stopped).
    """

    told = Signal(object)
    kept = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, parts: Parts, keys: Keys, path: str, source: Source, name: str = "") -> None:
        super().__init__()
        self._parts, self._keys, self._source = parts, keys, source
        self._cancel = Event()
        self._before: list[bytes] = []
        self._said: Text | None = None
        self.job = Job(path, "scanning" if source == "scanner" else "working", name=name)

    def fetch(self, fetch: Fetch) -> None:
        """The pages that *fetch* gives."""
        self._parts.tasks.outside.run(lambda: fetch(self._cancel, self._page), self._treat, self._fail)

    def watch(self, folder: Path) -> None:
        """The files that come to *folder* from now on."""
        self._tell(replace(self.job, stage="waiting"))
        self._parts.tasks.outside.run(lambda: Watch(folder), self._look_soon, self._fail_to_watch)

    def after_kept(self, then: Callable[[], None]) -> None:
        """Call *then*, whose pages come after those that are kept already."""
        self._read(partial(self._go_on_from, then))

    def turn(self, page: int) -> None:
        """*page*, from 0, of what is kept, a quarter to the right."""
        self._read(lambda pdf: self._treat_by(lambda: cleaning.turn(pdf, page, self._cancel)))

    def stop(self) -> None:
        """Nothing is to come of it; the device may take a moment to hear."""
        self._cancel.set()
        self._tell(replace(self.job, stage="stopping", part=None))

    def _read(self, then: Callable[[bytes], None]) -> None:
        """What is kept."""
        parts, keys, path = self._parts, self._keys, self.job.path
        parts.tasks.store.run(lambda: pieces.open(parts.store(), keys, path), then, self._fail)

    def _go_on_from(self, then: Callable[[], None], before: bytes) -> None:
        if self._goes_on():
            self._before = [before]
            then()

    def _look_soon(self, watch: Watch) -> None:
        if self._goes_on():
            self.told.emit(self.job)  # whoever waits for nothing stops it
            QTimer.singleShot(BEAT_MS, self, partial(self._look, watch))

    def _look(self, watch: Watch) -> None:
        if self._goes_on():
            self._parts.tasks.outside.run(watch.look, partial(self._looked, watch), self._fail_to_watch)

    def _looked(self, watch: Watch, files: list[bytes]) -> None:
        if files:
            self._treat(files)
        else:
            self._look_soon(watch)

    def _fail_to_watch(self, error: Exception) -> None:
        away: dict[str, Code] = {"gone": "unplugged", "denied": "denied"}
        code = away.get(error.code) if isinstance(error, FileTrouble) else None
        self._fail(ScanTrouble(code) if code else error)

    def _treat(self, files: list[bytes]) -> None:
        """Make one clean pièce of *files*."""
        whole = [*self._before, *files]
        self._treat_by(lambda: cleaning.clean(whole, self._cancel, self._done_so_far))

    def _treat_by(self, work: Callable[[], Cleaned]) -> None:
        if self._goes_on():
            self._tell(replace(self.job, stage="working", part=None))
            preview.get_ready()
            self._parts.tasks.outside.run(lambda: _pictured(work()), self._keep, self._fail)

    def _keep(self, made: tuple[Cleaned, QImage]) -> None:
        if self._goes_on():
            parts, keys, path, source = self._parts, self._keys, self.job.path, self._source
            now, days = parts.clock(), parts.settings.days
            parts.tasks.store.run(
                lambda: pieces.keep(parts.store(), keys, path, source, made[0], now, days),
                lambda kept: self._end(kept, made[1]),
                self._fail,
            )

    def _goes_on(self) -> bool:
        """Whether anybody still wants it; whoever stopped it hears that it has stopped."""
        if not isValid(self):
            return False
        if self._cancel.is_set():
            self.failed.emit(None)
        return not self._cancel.is_set()

    def _end(self, kept: Kept, picture: QImage) -> None:
        if isValid(self):
            self.kept.emit(kept, picture, self._said)

    def _fail(self, error: Exception) -> None:
        if not self._goes_on():
            return
        if isinstance(error, ScanTrouble) and error.pages:
            self._said = SO_FAR.with_(why=sentence(error))
            self._treat(error.pages)
        else:
            self.failed.emit(sentence(error))

    def _page(self, come: int) -> None:
        """Called on the outside thread."""
        self._parts.tasks.outside.say(lambda: self._tell_so_far(page=come + 1))

    def _done_so_far(self, part: float) -> None:
        """Called on the outside thread."""
        self._parts.tasks.outside.say(lambda: self._tell_so_far(part=part))

    def _tell_so_far(self, *, page: int | None = None, part: float | None = None) -> None:
        if isValid(self) and not self._cancel.is_set():
            self._tell(replace(self.job, page=page or self.job.page, part=part))

    def _tell(self, job: Job) -> None:
        self.job = job
        self.told.emit(job)


def picture_of(pdf: bytes) -> QImage:
    """The picture of the first page of *pdf*, for its row; on the outside thread."""
    return preview.thumbnail(pdf, PICTURE * SHARP)


def _pictured(cleaned: Cleaned) -> tuple[Cleaned, QImage]:
    return cleaned, picture_of(cleaned.pdf)
