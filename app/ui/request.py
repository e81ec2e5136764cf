"""One request at work: its draft, its form, its way out; from the first page to the moment the draft is destroyed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.actions import papers, submit
from app.actions.drafts import Resumed
from app.actions.known import known as known_before
from app.actions.submit import Prepared
from app.forms import FORMS
from app.forms.before import informed_by, informed_on
from app.forms.recipient import recipient
from app.forms.signing import signed
from app.models import filling as fillings
from app.models.draft import SIGNED, Signed
from app.models.filling import PRINT, REVIEW, Filling
from app.models.form import Form
from app.models.saisine import Saisine
from app.ui import trouble
from app.ui.flows.fill import Fill
from app.ui.flows.paper import Paper
from app.ui.flows.send import Send
from app.ui.header import Header
from app.ui.parts import Parts
from app.ui.screens.sending import Sending
from app.ui.screens.sheets import Sheets
from app.ui.shell import Shell
from app.ui.work import Work


class Request(QObject):
    """*code_asked*: keep it and show the code; *page_asked*: an offer that says what to do instead.

    *done*: the sheets are in hand; *sent*: it leaves by itself. After these two the draft is gone.
    """

    code_asked = Signal()
    page_asked = Signal(str)
    agent_needed = Signal()
    refused = Signal()
    busy = Signal(bool)
    done = Signal(object)
    sent = Signal(object)

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell, self._parts = shell, parts
        self.work = Work(parts)
        self.work.keeper.saving.connect(self._saving)
        self.work.keeper.saved.connect(self._saved)
        self.work.keeper.unsaved.connect(self._unsaved)
        self._say: Callable[[Header], None] = _nothing
        self._signed: tuple[Signed, Mapping[str, str]] | None = None
        self._out: Paper | Send | None = None
        self._fill: Fill
        shell.rebuilt.connect(self.show_saved)

    @property
    def filling(self) -> Filling:
        """The form being filled, and the place in it."""
        return self._fill.filling

    @property
    def kept_code(self) -> str:
        """The code of the draft, once something is kept under it."""
        return self.work.code if self.work.keeper.begun else ""

    def begin(self, form: Form, known: Mapping[str, str]) -> None:
        """A new request of *form*; *known*: what the person has said already, and wants to take up."""
        settings, today = self._parts.settings, self._parts.clock().date()
        typed = known_before(form, settings, self._parts.caisse, self._parts.catalogue, today)
        if settings.mode == "poste":
            typed |= {informed_on.name: f"{today:%d/%m/%Y}", informed_by.name: settings.detector.name}
        self.work.begin(form)
        self._open(fillings.begin(form, {**known, **typed}, today))

    def reopen(self, found: Resumed) -> None:
        """A draft found again, at the page and field where it was left."""
        draft, today = found.draft, self._parts.clock().date()
        self.work.go_on(found.keys, begun=True)
        if draft.signed:
            self._signed = draft.signed, dict(draft.typed)
        step, field = (draft.place.step, draft.place.field) if draft.place else ("", "")
        filling = fillings.resume(FORMS[draft.form], draft.typed, step, field, today)
        # Opened again it does not leave by itself: whoever has the code touches « Envoyer ma demande ».
        self._open(filling.back() if filling.step == PRINT and self._can_be_sent(filling) else filling, begun=True)

    def _open(self, filling: Filling, *, begun: bool = False) -> None:
        """*begun*: its draft is in the store, maybe with pièces."""
        fill = self._fill = Fill(self._shell, self._parts, filling, self.work, self._can_be_sent)
        fill.documents.gathering.edited.connect(self._forget_signing)
        fill.documents.gathering.busy.connect(self.busy)
        if begun:
            fill.documents.gathering.load()
        fill.later_asked.connect(self.code_asked)
        fill.page_asked.connect(self.page_asked)
        fill.refused.connect(self.refused)
        fill.agent_needed.connect(self.agent_needed)
        fill.signed.connect(self.show)
        self.show()

    def show(self) -> None:
        """The page where the person is, or the way out: through the network, else on paper."""
        if self.filling.step != PRINT:
            self._fill.show()
            return
        gathering = self._fill.documents.gathering
        if not gathering.rests:  # a pièce is on its way still: it goes along
            self._shell.show_screen(lambda look: Sending(look, None))
        gathering.settle(self._leave)

    def _leave(self) -> None:
        if self._can_be_sent(self.filling):
            self._send()
        else:
            self._print()

    def _can_be_sent(self, filling: Filling) -> bool:
        """Whether it can go to its caisse from here, as it is signed."""
        answers, parts = filling.way.answers, self._parts
        to = recipient(answers, parts.caisse)
        by_hand = signed(answers).mode == "paper"
        return not by_hand and submit.can_send(to, parts.line.enrolled, filling.form.id, parts.clock())

    def go_to(self, step: str) -> None:
        """Show the place *step*."""
        self._fill.go_to(step)

    def erase(self, then: Callable[[], None]) -> None:
        """Destroy the draft, then call *then*."""
        self.work.erase(then)

    def close(self) -> None:
        """Nothing of it is shown any more."""
        self._shell.rebuilt.disconnect(self.show_saved)
        self._close_out()
        self._fill.close()
        self.work.close()
        self.deleteLater()

    def show_saved(self) -> None:
        """Say on a new header what the last one said."""
        self._say(self._shell.header)

    def _saving(self) -> None:
        self._tell(Header.show_saving)

    def _saved(self, at: datetime) -> None:
        self._tell(lambda header: header.show_saved(at))

    def _unsaved(self, error: Exception) -> None:
        trouble.record(error)
        self._tell(Header.show_unsaved)

    def _tell(self, say: Callable[[Header], None]) -> None:
        self._say = say
        say(self._shell.header)

    def _saisine(self) -> Saisine:
        """What was signed. Its reference stays the same as long as the answers do."""
        typed = dict(self.filling.typed)
        if self._signed is None or self._signed[1] != typed:
            self._signed = Signed(os.urandom(16), self._parts.clock()), typed
            self.work.keeper.change({SIGNED: self._signed[0].kept()})
            self.work.keeper.flush()
        signature, enrolled = self._signed[0], self._parts.line.enrolled
        checked = enrolled is None or submit.clock(enrolled, signature.at) == "checked"
        kept = self._fill.documents.gathering.kept
        saisine = papers.saisine(self.filling.form, typed, signature.id, signature.at, kept)
        return replace(saisine, hour_checked=checked)

    def _forget_signing(self) -> None:
        """Other pièces make another request: its reference is not that of what was signed before."""
        if self._signed:
            self._signed = None
            self.work.keeper.change({SIGNED: None})

    def _send(self) -> None:
        assert self.work.keys  # noqa: S101  it was answered, so it has a draft
        self._close_out()
        send = self._out = Send(self._shell, self._parts, self._saisine(), self.work.keys)
        send.queued.connect(self._queued)
        send.on_paper.connect(self._print)
        send.later_asked.connect(self.code_asked)
        send.show()

    def _queued(self, prepared: Prepared) -> None:
        self.work.keeper.drop()
        self.sent.emit(prepared)

    def _print(self) -> None:
        saisine, caisse = self._saisine(), self._parts.caisse
        answers = saisine.way.answers
        by_hand = signed(answers).mode == "paper"
        sheets = Sheets(None, saisine.reference, recipient(answers, caisse).name, by_hand=by_hand)
        self._close_out()
        paper = self._out = Paper(self._shell, self._parts, sheets, saisine.form.short_title, self.work.code)
        paper.confirmed.connect(lambda: self.erase(lambda: self.done.emit(saisine)))
        paper.back_asked.connect(lambda: self.go_to(REVIEW))
        paper.later_asked.connect(self.code_asked)
        paper.busy.connect(self.busy)
        paper.show(lambda: papers.document(saisine, caisse, self._parts.folder))

    def _close_out(self) -> None:
        if self._out:
            self._out.close()
        self._out = None


def _nothing(header: Header) -> None:
    """Before the first commit a header says nothing."""
