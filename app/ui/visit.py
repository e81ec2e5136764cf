"""A person's stay at the terminal, from the home page to the moment nothing of it is left."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from app.actions import papers
from app.actions.drafts import Resumed
from app.forms import FORMS, identity
from app.forms.before import informed_by, informed_on
from app.forms.given import given
from app.forms.notice import notice
from app.forms.recipient import recipient
from app.models import filling as fillings
from app.models.draft import SIGNED, Signed
from app.models.fields import Date
from app.models.filling import PRINT, REVIEW, Filling
from app.models.form import Form
from app.models.saisine import Saisine
from app.models.text import Text, _, language
from app.ui import shortcuts, trouble
from app.ui.assistance import Assistance
from app.ui.dialogs import Dialogs
from app.ui.ending import Ending
from app.ui.flows.fill import Fill
from app.ui.flows.paper import Paper
from app.ui.flows.resume import Resume
from app.ui.flows.slips import Slips
from app.ui.idle import Idle
from app.ui.parts import Parts
from app.ui.screens.home import Home
from app.ui.screens.kept import Kept
from app.ui.screens.plain import Plain
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.tidy import gather_here
from app.ui.view import View
from app.ui.work import Work


class Visit(QObject):
    """Owns all that can leak: what was typed, keys, panels, print jobs. ``end`` leaves none of it behind."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell, self._parts = shell, parts
        self._dialogs, self.idle = Dialogs(shell), Idle(shell)
        self._ending = Ending(shell, self._dialogs, self.idle, parts.settings.days)
        self._assistance = Assistance(shell, self._dialogs, self.idle, parts.settings.site.help)
        self._slips = Slips(shell, parts)
        self._work: Work | None = None
        self._fill: Fill | None = None
        self._signed: tuple[Signed, Mapping[str, str]] | None = None
        self._over = False
        self._connect()
        shortcuts.install(shell)

    def _connect(self) -> None:
        self._shell.leave_asked.connect(self.leave)
        self._shell.help_asked.connect(self._assistance.call)
        self._shell.information_asked.connect(self._information)
        self._shell.home_asked.connect(self.home)
        self._shell.rebuilt.connect(self._show_saved)
        self.idle.warned.connect(self._warn)
        self._ending.keep_asked.connect(self._show_code)
        self._ending.erase_asked.connect(self._erase)
        self._ending.end_asked.connect(self.end)
        self._ending.slip_asked.connect(self._print_code)
        self._slips.leave_asked.connect(self.end)
        self._slips.back_asked.connect(self._back_to_form)

    @property
    def filling(self) -> Filling | None:
        """The form being filled, when one is."""
        return self._fill.filling if self._fill else None

    def begin(self) -> None:
        """After the first frame: listen for signs of life, and open the store, so that the first commit never waits."""
        if window := self._shell.windowHandle():
            self.idle.watch(window)
        self._parts.tasks.store.run(self._parts.store)
        gather_here(self)

    def home(self) -> None:
        """The home page; a draft that was open stays kept under its code."""
        self._shell.show_view(View(self._home_screen))

    def _home_screen(self, look: Look) -> Home:
        screen = Home(self._parts.settings, look)
        screen.start_asked.connect(lambda: self.start(FORMS["mas"]))
        screen.resume_asked.connect(self.resume)
        return screen

    def start(self, form: Form) -> None:
        """A new request."""
        settings, today = self._parts.settings, self._parts.clock().date()
        typed = given(settings, self._parts.caisse, form.id)
        if settings.mode == "poste":
            typed |= {informed_on.name: f"{today:%d/%m/%Y}", informed_by.name: settings.detector.name}
        work = self._open_work()
        work.begin(form)
        self._open_form(fillings.begin(form, typed, today), work)

    def resume(self) -> None:
        """A draft is asked for by its code."""
        self._resuming = Resume(self._shell, self._parts, _birth_field)
        self._resuming.opened.connect(self._opened)
        self._resuming.back_asked.connect(self.home)
        self._resuming.show()

    def _opened(self, found: Resumed) -> None:
        draft = found.draft
        work = self._open_work()
        work.go_on(found.keys, begun=True)
        step, field = (draft.place.step, draft.place.field) if draft.place else ("", "")
        if draft.signed:
            self._signed = draft.signed, dict(draft.typed)
        today = self._parts.clock().date()
        self._open_form(fillings.resume(FORMS[draft.form], draft.typed, step, field, today), work)

    def _open_work(self) -> Work:
        work = self._work = Work(self._parts)
        work.keeper.saving.connect(self._saving)
        work.keeper.saved.connect(self._saved)
        work.keeper.unsaved.connect(self._unsaved)
        self._saved_at: datetime | None = None
        return work

    def _open_form(self, filling: Filling, work: Work) -> None:
        fill = self._fill = Fill(self._shell, self._parts, filling, work)
        fill.later_asked.connect(self._show_code)
        fill.refused.connect(self._ending.refuse)
        fill.agent_needed.connect(lambda: self._show_code(NEEDS_AGENT))
        fill.signed.connect(self._print)
        if filling.step == PRINT:
            self._print()
        else:
            fill.show()

    def _saving(self) -> None:
        """Said on the header of now: each view has its own."""
        self._shell.header.show_saving()

    def _saved(self, at: datetime) -> None:
        self._saved_at = at
        self._shell.header.show_saved(at)

    def _show_saved(self) -> None:
        if self._work and self._saved_at and self._fill:
            self._shell.header.show_saved(self._saved_at)

    def _unsaved(self, error: Exception) -> None:
        trouble.record(error)
        self._saved_at = None
        self._shell.header.show_unsaved()

    def _print(self) -> None:
        """Signed: the sheets. Their reference stays the same as long as the answers do."""
        fill, work = self._fill, self._work
        if fill is None or work is None:
            return
        typed = dict(fill.filling.typed)
        if self._signed is None or self._signed[1] != typed:
            self._signed = Signed(os.urandom(16), self._parts.clock()), typed
            work.keeper.change({SIGNED: self._signed[0].kept()})
            work.keeper.flush()
        signed = self._signed[0]
        saisine = papers.saisine(fill.filling.form, typed, signed.id, signed.at)
        self._paper = Paper(self._shell, self._parts, saisine, work.code)
        self._paper.confirmed.connect(lambda: work.erase(lambda: self._printed(saisine)))
        self._paper.back_asked.connect(self._back_to_review)
        self._paper.later_asked.connect(self._show_code)
        self._paper.busy.connect(lambda busy: self.idle.stop() if busy else self.idle.alive())
        self._paper.show()

    def _printed(self, saisine: Saisine) -> None:
        """The sheets are in hand and the draft destroyed: until the visit ends, only the ticket is left."""
        to = recipient(saisine.way.answers, self._parts.caisse)
        self._slips.show_done(saisine, to)
        self._work = self._fill = self._signed = None

    def _back_to_review(self) -> None:
        if self._fill:
            self._fill.go_to(REVIEW)

    def _back_to_form(self) -> None:
        if self._fill and self._fill.filling.step == PRINT:
            self._print()
        elif self._fill:
            self._fill.show()

    def _code(self) -> str:
        """The code of the draft that is kept, empty when there is none."""
        return self._work.code if self._work and self._work.keeper.begun else ""

    def _show_code(self, said: Text | None = None) -> None:
        work = self._work
        if work is None or self._fill is None:
            return
        if not work.code:
            work.ready.connect(lambda: self._show_code(said))
            return
        work.keeper.flush()
        self._slips.show_code(work.code, self._fill.filling.form.short_title, self._until(), said)

    def _print_code(self) -> None:
        if self._fill:
            self._slips.print_code(self._code(), self._fill.filling.form.title, self._until())

    def _until(self) -> datetime:
        """When the draft expires, counted from now."""
        return self._parts.clock() + timedelta(days=self._parts.settings.days)

    def leave(self) -> None:
        """« Quitter et effacer l’écran »: asks once when answers are kept, and not again beside the code."""
        if self._work and self._work.keeper.holds and not isinstance(self._shell.content, Kept):
            self._work.keeper.flush()
            self._ending.ask()
        else:
            self.end()

    def _erase(self) -> None:
        if self._work:
            self._work.erase(self.end)

    def _information(self) -> None:
        if self._fill:
            to = recipient(self._fill.filling.way.answers, self._parts.caisse)
            self._assistance.inform(notice(to, self._parts.settings.days))

    def _warn(self) -> None:
        """Nobody touched anything: ask; at a home page as it was found there is nothing to ask."""
        if (
            isinstance(self._shell.content, Home)
            and language() == "fr"
            and not self._shell.look.contrast
            and self._shell.look.size == "normal"
        ):
            self.idle.alive()
        else:
            self._ending.still_there(self._code())

    def sorry(self, error: Exception) -> None:
        """Something nobody foresaw, or that stops the work: one screen, and the way home."""
        trouble.record(error)
        words = trouble.sentence(error)

        def make(look: Look) -> Plain:
            screen = Plain(look, _("Nous sommes désolés"), words, _("Revenir au début"))
            screen.on_asked.connect(self.end)
            return screen

        self._dialogs.close()
        self._shell.show_view(View(make))

    def end(self) -> None:
        """Nothing of the visit is left: what was typed is committed, the rest goes with the process (decision 11)."""
        if self._over:
            return
        self._over = True
        if self._work:
            self._work.keeper.flush()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            QGuiApplication.clipboard().clear(mode)
        self._shell.hide()
        self._parts.end()


NEEDS_AGENT = _("Un agent doit envoyer cette demande avec vous. Donnez-lui ce code.")


def _birth_field(form: str) -> Date | None:
    return identity.born if form in FORMS else None
