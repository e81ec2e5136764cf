"""« Envoyer ma demande »: made and sealed, then kept to be sent while the draft is destroyed (decision 5)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.actions import submit
from app.actions.submit import Prepared, Start
from app.models.saisine import Saisine
from app.models.text import Text
from app.protocol.errors import NoRecipient
from app.store.errors import DraftErased, StoreTrouble
from app.ui import trouble
from app.ui.parts import Parts
from app.ui.screens.sending import Sending
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View


class Send(QObject):
    """*queued*: it leaves by itself now, and the draft is gone; *on_paper*: it cannot be sent from here any more."""

    queued = Signal(object)
    on_paper = Signal()
    later_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, saisine: Saisine, draft: bytes, code: str) -> None:
        """*draft*: the row of the draft, *code*: its code."""
        super().__init__()
        self._shell, self._parts, self._saisine, self._draft, self._code = shell, parts, saisine, draft, code
        self._prepared: Prepared | None = None
        self._trouble: Text | None = None

    def show(self) -> None:
        """Say that it is being prepared, and begin."""
        self._shell.show_view(View(self._screen, self._saisine.form.short_title, self._code, information=True))
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
        self._parts.tasks.store.run(lambda: submit.start(self._parts.store()), self._prepare, self._failed)

    def _prepare(self, begun: Start | None) -> None:
        if not isValid(self):
            return
        if begun is None:
            self.on_paper.emit()
            return
        saisine, parts, now = self._saisine, self._parts, self._parts.clock()
        parts.tasks.outside.run(
            lambda: submit.prepare(saisine, parts.caisse, begun, now, parts.folder), self._queue, self._failed
        )

    def _queue(self, prepared: Prepared) -> None:
        if not isValid(self):
            return
        self._prepared = prepared
        self._parts.tasks.store.run(
            lambda: submit.queue(self._parts.store(), prepared, self._draft), self._done, self._failed
        )

    def _done(self, _none: None) -> None:
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
