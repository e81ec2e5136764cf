"""Keeping what is typed: 300 ms after the last key, at once when asked; « Enregistré » only from the commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.draft import PLACE, Place
from app.ui.theme import tokens

RETRY_MS = 2000
"""After a commit that failed, the next try; nothing is lost meanwhile, it waits in memory."""


class Keep(Protocol):
    """Commits *changes* on the store queue, then calls *done* or *failed* on the GUI thread."""

    def __call__(
        self, changes: Mapping[str, str | None], done: Callable[[datetime], None], failed: Callable[[Exception], None]
    ) -> None: ...


class Keeper(QObject):
    """The changes of one draft on their way to the store, in order."""

    saving = Signal()
    saved = Signal(object)
    unsaved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._keep: Keep | None = None
        self._waiting: dict[str, str | None] = {}
        self._under_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def begun(self) -> bool:
        """Whether anything of this draft was ever given to the store."""
        return self._begun

    @property
    def holds(self) -> bool:
        """Whether there is anything to keep or to erase, be it still in memory."""
        return self._begun or bool(self._waiting)

    _begun = False

    def open(self, keep: Keep, *, begun: bool) -> None:
        """The keys are made: commits may start."""
        self._keep, self._begun = keep, begun or self._begun
        if self._waiting:
            self.flush()

    def change(self, changes: Mapping[str, str | None]) -> None:
        """*changes* (path → text) will be committed shortly, after the last of several keys."""
        if not self._waiting and self._keep is not None:
            self.saving.emit()  # « Enregistré » was said of what came before
        self._waiting.update(changes)
        if self._keep is not None:
            self._timer.start(tokens()["time"]["autosave_debounce_ms"])

    def move(self, place: Place) -> None:
        """The person is at *place* now; a place alone makes no draft."""
        if self._begun or self._waiting:
            self.change({PLACE: place.kept()})

    def flush(self) -> None:
        """Commit now what waits."""
        self._timer.stop()
        if not self._waiting or self._keep is None:
            return
        changes, self._waiting = self._waiting, {}
        self._under_way += 1
        self._begun = True
        self.saving.emit()
        self._keep(changes, self._kept, lambda error: self._failed(changes, error))

    def drop(self) -> None:
        """Nothing more is kept: the draft is being erased."""
        self._timer.stop()
        self._keep = None
        self._waiting.clear()

    def _kept(self, at: datetime) -> None:
        self._under_way -= 1
        if self._keep is not None and not self._waiting and not self._under_way:
            self.saved.emit(at)

    def _failed(self, changes: Mapping[str, str | None], error: Exception) -> None:
        """Put *changes* back under what was typed since, say so, and try again soon."""
        self._under_way -= 1
        if self._keep is None:
            return
        self._waiting = {**changes, **self._waiting}
        self.unsaved.emit(error)
        self._timer.start(RETRY_MS)
