"""« Envoyer ma demande »: made and sealed, then kept to be sent while the draft is destroyed (decision 5).

Each pièce in turn is read, sealed and staged before; whatever fails on the way, « again » begins with the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import submit
from app.actions.submit import Prepared, Start
from app.models.pieces import Kept
from app.models.saisine import Saisine
from app.models.text import Text
from app.protocol.errors import NoRecipient
from app.protocol.manifest import Part
from app.store.drafts import Keys
from app.store.errors import DraftErased, StoreTrouble
from app.ui import trouble
from app.ui.parts import Parts
from app.ui.screens.sending import Sending
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View


@dataclass
class _Sealing:
    """The pièces of one try: those that are *left*, and what the manifest says of those that are *staged*."""

    begun: Start
    now: datetime
    left: list[Kept]
    staged: list[Part] = field(default_factory=list)


class Send(QObject):
    """*queued*: it leaves by itself now, and the draft is gone; *on_paper*: it cannot be sent from here any more."""

    queued = Signal(object)
    on_paper = Signal()
    later_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, saisine: Saisine, keys: Keys) -> None:
        """*keys*: of the draft, which holds the pièces too."""
        super().__init__()
        self._shell, self._parts, self._saisine, self._keys = shell, parts, saisine, keys
        self._prepared: Prepared | None = None
        self._trouble: Text | None = None

    def show(self) -> None:
        """Say that it is being prepared, and begin."""
        self._shell.show_view(View(self._screen, self._saisine.form.short_title, self._keys.code, information=True))
        self._begin()

    def close(self) -> None:
        """Whatever comes of it is not shown any more."""
        self.deleteLater()

    def _screen(self, look: Look) -> Sending:
        screen = Sending(look, self._trouble)
        screen.again_asked.connect(self._again)
        screen.later_asked.connect(self.later_asked)
        return screen

    def _again(self) -> None:
        """What was sealed is queued as it is: the same request, not another one (queue does nothing twice)."""
        self._trouble = None
        self._shell.rebuild()
        if self._prepared:
            self._queue(self._prepared)
        else:
            self._begin()

    def _begin(self) -> None:
        self._parts.tasks.store.run(self._start, self._started, self._failed)

    def _start(self) -> Start | None:
        """On the store's queue."""
        if self._saisine.kept:
            submit.unstage(self._parts.store(), self._keys)
        return submit.start(self._parts.store())

    def _started(self, begun: Start | None) -> None:
        if not isValid(self):
            return
        if begun is None:
            self.on_paper.emit()
            return
        self._next(_Sealing(begun, self._parts.clock(), [*self._saisine.kept.values()]))

    def _next(self, sealing: _Sealing) -> None:
        """Read, seal and stage the next pièce; after the last one, the rest is made."""
        if not isValid(self):
            return
        if not sealing.left:
            self._prepare(sealing)
            return
        kept, store = sealing.left.pop(0), self._parts.store
        self._parts.tasks.store.run(
            lambda: submit.piece(store(), self._keys, kept), lambda pdf: self._seal(sealing, pdf), self._failed
        )

    def _seal(self, sealing: _Sealing, pdf: bytes) -> None:
        saisine, caisse = self._saisine, self._parts.caisse
        self._parts.tasks.outside.run(
            lambda: submit.seal_piece(saisine, caisse, sealing.begun, sealing.now, pdf),
            lambda sealed: self._stage(sealing, sealed),
            self._failed,
        )

    def _stage(self, sealing: _Sealing, sealed: bytes) -> None:
        def staged(part: Part) -> None:
            sealing.staged.append(part)
            self._next(sealing)

        store, keys = self._parts.store, self._keys
        self._parts.tasks.store.run(lambda: submit.stage(store(), keys, sealed), staged, self._failed)

    def _prepare(self, sealing: _Sealing) -> None:
        saisine, parts, begun, now = self._saisine, self._parts, sealing.begun, sealing.now
        parts.tasks.outside.run(
            lambda: submit.prepare(saisine, parts.caisse, begun, now, parts.folder, sealing.staged),
            self._queue,
            self._failed,
        )

    def _queue(self, prepared: Prepared) -> None:
        if not isValid(self):
            return
        self._prepared = prepared
        store, draft = self._parts.store, self._keys.id
        self._parts.tasks.store.run(lambda: submit.queue(store(), prepared, draft), self._done, self._failed)

    def _done(self, _none: None) -> None:
        if self._saisine.kept:
            self._parts.tasks.store.run(lambda: submit.tidy(self._parts.store()), failed=trouble.record)
        self._parts.line.asked()
        if isValid(self):
            self.queued.emit(self._prepared)

    def _failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, NoRecipient):
            self.on_paper.emit()
        elif isinstance(error, StoreTrouble) and not isinstance(error, DraftErased):
            trouble.record(error)
            self._trouble = trouble.sentence(error)
            self._shell.rebuild()
        else:
            raise error
