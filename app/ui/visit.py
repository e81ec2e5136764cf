"""A person's stay at the terminal, from the home page to the moment nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.models.text import Text, _, language
from app.ui.screens.home import Home
from app.ui.view import View

if TYPE_CHECKING:
    from app.actions.drafts import Resumed
    from app.actions.submit import Prepared
    from app.forms.recipient import Recipient
    from app.models.fields import Date
    from app.models.filling import Filling
    from app.models.form import Form
    from app.models.saisine import Saisine
    from app.ui.assistance import Assistance
    from app.ui.dialogs import Dialogs
    from app.ui.ending import Ending
    from app.ui.flows.begin import Begin
    from app.ui.flows.browse import Browse
    from app.ui.flows.sent import Leaving
    from app.ui.flows.slips import Slips
    from app.ui.idle import Idle
    from app.ui.parts import Parts
    from app.ui.request import Request
    from app.ui.shell import Shell
    from app.ui.theme import Look


class Visit(QObject):
    """Owns all that can leak: the request, panels, slips. ``end`` leaves none of it behind."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell, self._parts = shell, parts
        self.request: Request | None = None
        self.sending: Leaving | None = None
        self.browse: Browse | None = None
        self._to: tuple[Form, Recipient] | None = None
        self._known: dict[str, str] = {}
        self._over = self._sorry = False
        shell.leave_asked.connect(self.leave)
        shell.help_asked.connect(self._call)
        shell.information_asked.connect(self._information)
        shell.home_asked.connect(self.home)

    # What home does not need is loaded at its first use, or after the first frame (decision 14).

    @cached_property
    def idle(self) -> Idle:
        """Whether somebody is there."""
        from app.ui.idle import Idle

        idle = Idle(self)
        idle.warned.connect(self._warn)
        return idle

    @cached_property
    def dialogs(self) -> Dialogs:
        """The panel over the window, when there is one."""
        from app.ui.dialogs import Dialogs

        return Dialogs(self._shell)

    @cached_property
    def ending(self) -> Ending:
        """The ways out."""
        from app.ui.ending import Ending

        ending = Ending(self._shell, self.dialogs, self.idle, self._parts.settings.days)
        ending.keep_asked.connect(self.show_code)
        ending.erase_asked.connect(self._erase)
        ending.end_asked.connect(self.end)
        ending.slip_asked.connect(self._print_code)
        return ending

    @cached_property
    def _assistance(self) -> Assistance:
        from app.ui.assistance import Assistance

        return Assistance(self._shell, self.dialogs, self.idle, self._parts.settings.site.help)

    @cached_property
    def slips(self) -> Slips:
        """The small papers people leave with."""
        from app.ui.flows.slips import Slips

        slips = Slips(self._shell, self._parts)
        slips.leave_asked.connect(self.end)
        slips.back_asked.connect(self._back_to_request)
        slips.other_asked.connect(self.home)
        return slips

    @property
    def filling(self) -> Filling | None:
        """The form being filled, when one is."""
        return self.request.filling if self.request else None

    def begin(self) -> None:
        """After the first frame: listen for signs of life, and open the store, so that the first commit never waits."""
        from app.ui import shortcuts
        from app.ui.tidy import gather_here

        if window := self._shell.windowHandle():
            self.idle.watch(window)
        shortcuts.install(self._shell)
        self._parts.tasks.store.run(self._parts.store)
        if self._parts.settings.devices.feeder:
            from app.actions import inmemory

            self._parts.tasks.outside.run(inmemory.sweep)  # what a program that was killed had scanned
        _known = self._parts.caisse  # an unknown caisse is told now, not in the middle of a request
        _load_the_rest()
        gather_here(self)
        line = self._parts.line
        line.changed.connect(lambda: self._shell.show_connection(line.connection))
        line.begin()

    def home(self) -> None:
        """The home page; a draft that was open stays kept under its code."""
        self._close_request()
        self._shell.show_view(View(self._home_screen))

    def _home_screen(self, look: Look) -> Home:
        screen = Home(self._parts.settings, look)
        screen.start_asked.connect(lambda: self._beginning().choose())
        screen.resume_asked.connect(self.resume)
        screen.search_asked.connect(lambda typed: self._begin_browsing().open_search(typed))
        screen.shelf_asked.connect(lambda key: self._begin_browsing().open_shelf(key))
        return screen

    def _begin_browsing(self, back: Callable[[], None] | None = None) -> Browse:
        """*back*: where the first page leads back to, when it is not home."""
        from app.ui.flows.browse import Browse

        browse = self.browse = Browse(self._shell, self._parts)
        browse.start_asked.connect(self.start)
        browse.home_asked.connect(back or self.home)
        browse.help_asked.connect(self._call)
        return browse

    def start(self, form: str) -> None:
        """A new request, of the form with this id."""
        self._beginning().begin(form)

    def _beginning(self) -> Begin:
        from app.ui.flows.begin import Begin

        if self.request:  # it asked to be left for another
            self._close_request()
        begin = Begin(self._shell, self._parts, self._known)
        begin.setParent(self)
        begin.begun.connect(self._begin)
        begin.home_asked.connect(self.home)
        return begin

    def _begin(self, form: str, known: dict[str, str]) -> None:
        from app.forms import FORMS

        self._new_request().begin(FORMS[form], known)

    def _read(self, offer: str) -> None:
        """A page that says what to do instead of the request, and the way back to it."""
        self._begin_browsing(self._read_enough).open_offer(offer)

    def _read_enough(self) -> None:
        if self.browse:
            self.browse.close()
        self.browse = None
        self._back_to_request()

    def resume(self) -> None:
        """A draft is asked for by its code."""
        from app.ui.flows.resume import Resume

        resuming = Resume(self._shell, self._parts, _birth_field)
        resuming.setParent(self)
        resuming.opened.connect(self.reopen)
        resuming.cancel_asked.connect(self.cancel)
        resuming.back_asked.connect(self.home)
        resuming.show()

    def cancel(self, code: str) -> None:
        """A request that was sent is to be withdrawn; *code*: its cancel code, when it was typed."""
        from app.ui.flows.cancel import Cancel

        cancelling = Cancel(self._shell, self._parts, code)
        cancelling.setParent(self)
        cancelling.back_asked.connect(self.home)
        cancelling.show()

    def reopen(self, found: Resumed) -> None:
        """The draft that a code opened."""
        self._new_request().reopen(found)

    def _new_request(self) -> Request:
        from app.ui.request import Request

        self._close_request()
        request = self.request = Request(self._shell, self._parts)
        request.code_asked.connect(self.show_code)
        request.page_asked.connect(self._read)
        request.agent_needed.connect(lambda: self.show_code(NEEDS_AGENT))
        request.refused.connect(self.ending.refuse)
        request.busy.connect(lambda busy: self.idle.stop() if busy else self.idle.alive())
        request.done.connect(self.show_done)
        request.sent.connect(self.show_sent)
        return request

    def _close_request(self) -> None:
        if self.request:
            self.request.work.keeper.flush()
            self.request.close()
        if self.sending:
            self.sending.close()
        if self.browse:
            self.browse.close()
        self.request = self.sending = self.browse = self._to = None

    def show_done(self, saisine: Saisine) -> None:
        """The sheets are in hand and the draft destroyed: until the visit ends, only the ticket is left."""
        from app.forms.recipient import recipient
        from app.forms.shared import given_before

        self._close_request()
        to = recipient(saisine.way.answers, self._parts.caisse)
        self._to, self._known = (saisine.form, to), given_before(saisine.way)
        self.slips.show_done(saisine, to)

    def show_sent(self, prepared: Prepared) -> None:
        """It leaves by itself and the draft is destroyed: what is left is in memory, until the visit ends."""
        from app.forms.recipient import recipient
        from app.forms.shared import given_before
        from app.ui.flows.sent import Leaving

        self._close_request()
        way = prepared.saisine.way
        self._to = prepared.saisine.form, recipient(way.answers, self._parts.caisse)
        self._known = given_before(way)
        self.dialogs.close()
        sending = self.sending = Leaving(self._shell, self._parts, self.slips, prepared)
        sending.other_asked.connect(self.home)
        sending.show()

    def _back_to_request(self) -> None:
        if self.request:
            self.request.show()

    def show_code(self, said: Text | None = None) -> None:
        """The code of the draft, once it is made; *said*: what else there is to know."""
        request = self.request
        if request is None:
            return
        if not request.work.code:
            request.work.ready.connect(lambda: self.show_code(said))
            return
        request.work.keeper.flush()
        self.slips.show_code(request.work.code, request.filling.form.short_title, self._until(), said)

    def _print_code(self) -> None:
        """Asked for where the screen says it is about to be erased: somebody is there."""
        self.dialogs.close()
        self.idle.alive()
        self.show_code()
        self.slips.print_shown()

    def _until(self) -> datetime:
        """When the draft expires, counted from now."""
        return self._parts.clock() + timedelta(days=self._parts.settings.days)

    def leave(self) -> None:
        """« Quitter et effacer l’écran »: asks once when answers are kept, and not again beside the code."""
        from app.ui.screens.kept import Kept

        if self.request and self.request.work.keeper.holds and not isinstance(self._shell.content, Kept):
            self.request.work.keeper.flush()
            self.ending.ask()
        else:
            self.end()

    def _erase(self) -> None:
        if self.request:
            self.request.erase(self.end)

    def _call(self) -> None:
        self._assistance.call()

    def _information(self) -> None:
        from app.forms.notice import notice
        from app.forms.recipient import recipient

        if self.request:
            filling = self.request.filling
            self._to = filling.form, recipient(filling.way.answers, self._parts.caisse)
        if self._to:
            self._assistance.inform(notice(*self._to, self._parts.settings.days))

    def _warn(self) -> None:
        """Nobody touched anything: ask; at a home page as it was found there is nothing to ask."""
        if isinstance(self._shell.content, Home) and language() == "fr" and self._shell.look.usual:
            self.idle.alive()
        else:
            self.ending.still_there(self.request.kept_code if self.request else "")

    def sorry(self, error: Exception) -> None:
        """Something nobody foresaw, or that stops the work: one screen, and the way home."""
        from app.ui import trouble
        from app.ui.screens.plain import Plain

        trouble.record(error)
        if self._sorry:  # the sorry screen itself fails: nothing more can be shown
            self.end()
            return
        self._sorry = True
        words = trouble.sentence(error)

        def make(look: Look) -> Plain:
            screen = Plain(look, _("Nous sommes désolés"), words, _("Revenir au début"))
            screen.on_asked.connect(self.end)
            return screen

        self.dialogs.close()
        self._shell.show_view(View(make))

    def end(self) -> None:
        """Nothing of the visit is left: what was typed is committed, the rest goes with the process (decision 11)."""
        if self._over:
            return
        from PySide6.QtGui import QClipboard, QGuiApplication

        self._over = True
        self._close_request()
        self._parts.line.close()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            QGuiApplication.clipboard().clear(mode)
        self._shell.hide()
        self._parts.end()


NEEDS_AGENT = _("Un agent doit envoyer cette demande avec vous. Donnez-lui ce code.")


def _birth_field(form: str) -> Date | None:
    """The birth date that guards a draft of *form*, when it asks the one of its person."""
    from app.forms import FORMS, identity

    asked = {field.name for section in FORMS[form].sections for step in section.steps for field in step.fields}
    return identity.born if identity.born.name in asked else None


def _load_the_rest() -> None:
    """What the first touch will need, while nobody has touched anything yet."""

    import segno  # noqa: F401  90 ms, for the first code that is drawn

    import app.ui.ending
    import app.ui.flows.browse
    import app.ui.flows.resume
    import app.ui.request  # noqa: F401  they bring all of a visit with them
