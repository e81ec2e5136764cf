"""The small papers people leave with: their code, or their ticket; and the screens that offer them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.actions import printing
from app.documents import ticket
from app.forms.after import steps
from app.forms.notice import notice
from app.forms.recipient import Recipient
from app.models.saisine import Saisine
from app.models.text import Text, _, language
from app.ui.parts import Parts
from app.ui.screens.done import Done, Outcome
from app.ui.screens.kept import Kept
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View
from app.ui.widgets.banner import Banner, Kind

OUT = _("Votre papier sort de l’imprimante.")
NOT_OUT = _("L’imprimante ne répond pas. Notez le code ou le numéro à la main.")


PRINTED = _("Votre demande est imprimée")
NOT_THERE_YET = _("Elle est effacée de cet appareil. Elle n’est pas encore à la caisse.")


@dataclass(frozen=True)
class Slip:
    """A paper that can be asked for: its screen, and how its bytes are made, in the language of the screen."""

    title: Text
    screen: Callable[[Look, tuple[Kind, Text] | None], Kept | Done]
    make: Callable[[str], bytes]


class Slips(QObject):
    """Shows a slip's screen and prints it; what the printer answers is said on that screen."""

    back_asked = Signal()
    leave_asked = Signal()
    other_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell, self._parts = shell, parts
        self._slip: Slip | None = None
        self._said: tuple[Kind, Text] | None = None

    def show_code(self, code: str, title: Text, until: datetime, said: Text | None = None) -> None:
        """The draft is kept under *code* until *until*; *said*: what else there is to know."""
        site = self._parts.settings.site

        def screen(look: Look, answer: tuple[Kind, Text] | None) -> Kept:
            made = Kept(look, code, until, answer or (("warning", said) if said else None), printer=bool(site.printer))
            made.back_asked.connect(self.back_asked)
            return made

        self.show(Slip(title, screen, lambda spoken: ticket.code_slip(code, title, until.date(), site.name, spoken)))

    def show_done(self, saisine: Saisine, to: Recipient) -> None:
        """The sheets of *saisine* are in hand: the reference, what happens next, the ticket."""
        site, paragraphs = self._parts.settings.site, notice(saisine.form, to, self._parts.settings.days)
        outcome = Outcome(PRINTED, NOT_THERE_YET, steps(saisine.form, to, saisine.way.answers), saisine.reference)
        slip = ticket.registered(saisine, site)

        def screen(look: Look, answer: tuple[Kind, Text] | None) -> Done:
            said = (Banner(*answer, look),) if answer else ()
            made = Done(look, outcome, said, printer=bool(site.printer))
            made.other_asked.connect(self.other_asked)
            return made

        self.show(Slip(saisine.form.short_title, screen, lambda spoken: ticket.ticket(slip, paragraphs, spoken)))

    def show(self, slip: Slip) -> None:
        """The screen of *slip*, which can be printed from there."""
        self._slip, self._said = slip, None
        self._shell.show_view(View(self._screen, slip.title, information=True))

    def _screen(self, look: Look) -> Kept | Done:
        assert self._slip  # noqa: S101  shown by ``show`` only
        screen = self._slip.screen(look, self._said)
        screen.print_asked.connect(self._print)
        screen.leave_asked.connect(self.leave_asked)
        return screen

    def print_shown(self) -> None:
        """Print the paper of the screen that is shown."""
        self._print()

    def _print(self) -> None:
        if self._slip:
            self._send(self._slip.make)

    def _send(self, make: Callable[[str], bytes]) -> None:
        printer, spoken = self._parts.settings.site.printer, language()
        self._parts.tasks.outside.run(
            lambda: printing.send(make(spoken), printer), lambda _job: self._say("success", OUT), self._failed
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, printing.NoPrinter):
            raise error
        self._say("warning", NOT_OUT)

    def _say(self, kind: Kind, words: Text) -> None:
        self._said = kind, words
        if isinstance(self._shell.content, Kept | Done):
            self._shell.rebuild()
