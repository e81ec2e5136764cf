"""The last screen of a request that leaves by itself: where it is now, its ticket, its sheets to look at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.actions.submit import Prepared
from app.documents import ticket
from app.forms.after import steps, steps_once_there, steps_when_sent
from app.forms.notice import notice
from app.forms.recipient import recipient
from app.forms.urgency import DANGER
from app.models.text import Text, _
from app.sync.deliver import Outcome, Received, Refused
from app.ui.flows.paper import Copy
from app.ui.flows.slips import Slip, Slips
from app.ui.parts import Parts
from app.ui.screens import done
from app.ui.screens.sent import Sent
from app.ui.screens.sheets import Sheets
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.widgets.banner import Banner, Kind

REGISTERED = _("Votre demande est enregistrée")
NOT_SENT = _("Votre demande n’est pas partie")
ON_PAPER = _("Elle doit partir sur papier.")
ARRIVED = _("Votre demande est arrivée à votre caisse.")
LEAVING = _("Votre demande part vers votre caisse. Elle n’est pas encore arrivée.")
OFFLINE = _("Hors connexion : votre demande partira dès le retour du réseau. Elle n’est pas encore arrivée.")
REFUSED = _("Cette demande ne peut pas partir par le réseau. Imprimez-la et donnez-la à l’accueil.")
URGENT = _("C’est urgent. N’attendez pas le réseau : imprimez la demande et donnez ce papier à l’accueil.")
ASK_AN_AGENT = _("Appelez un agent maintenant : il ne faut pas quitter cet écran.")


class Leaving(QObject):
    """Follows the request *prepared* until the visit ends; *other_asked*: go on with something else."""

    other_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, slips: Slips, prepared: Prepared) -> None:
        super().__init__(shell)
        self._shell, self._parts, self._slips, self._prepared = shell, parts, slips, prepared
        self._outcome: Outcome | None = None
        self._copy: Copy | None = None
        parts.line.delivered.connect(self._delivered)
        parts.line.changed.connect(self._again)

    @property
    def pdf(self) -> bytes:
        """The document as it was sealed; the person looks at no other."""
        return self._prepared.pdf

    def show(self) -> None:
        """The screen; its ticket is printed from there."""
        saisine, settings = self._prepared.saisine, self._parts.settings
        paragraphs = notice(saisine.form, recipient(saisine.way.answers, self._parts.caisse), settings.days)
        slip = ticket.registered(saisine, settings.site, self._prepared.cancel_code)
        self._slips.show(
            Slip(saisine.form.short_title, self._screen, lambda spoken: ticket.ticket(slip, paragraphs, spoken))
        )

    def close(self) -> None:
        """Forget the request: its sheets and its codes."""
        if self._copy:
            self._copy.close()
        self._parts.line.delivered.disconnect(self._delivered)
        self._parts.line.changed.disconnect(self._again)
        self.deleteLater()

    def _screen(self, look: Look, answer: tuple[Kind, Text] | None) -> Sent:
        printer = bool(self._parts.settings.site.printer)
        outcome = self._refused() if isinstance(self._outcome, Refused) else self._registered()
        banners = (Banner(*answer, look),) if answer else ()
        screen = Sent(look, outcome, (*banners, *self._banners(look)), printer=printer)
        screen.see_asked.connect(self._see)
        screen.other_asked.connect(self.other_asked)
        return screen

    def _registered(self) -> done.Outcome:
        printer, prepared = self._parts.settings.site.printer, self._prepared
        lead = _("Il reste à imprimer votre ticket.") if printer else _("Notez votre numéro et votre code.")
        saisine = prepared.saisine
        steps = steps_once_there(saisine) if isinstance(self._outcome, Received) else steps_when_sent(saisine)
        return done.Outcome(REGISTERED, lead, steps, prepared.reference, prepared.cancel_code)

    def _refused(self) -> done.Outcome:
        saisine = self._prepared.saisine
        to = recipient(saisine.way.answers, self._parts.caisse)
        following = steps(saisine.form, to, saisine.way.answers)
        return done.Outcome(NOT_SENT, ON_PAPER, following, saisine.reference, mark="warning")

    def _banners(self, look: Look) -> list[Banner]:
        """Where it is now; nothing is said to have failed that did not, and nothing to have arrived that has not."""
        offline = self._parts.line.connection != "connected"
        if isinstance(self._outcome, Received):
            here = [Banner("success", ARRIVED, look)]
        elif isinstance(self._outcome, Refused):
            return [Banner("warning", REFUSED if self._parts.settings.site.printer else ASK_AN_AGENT, look)]
        elif offline:
            here = [Banner("info", OFFLINE, look, icon="bold/cloud-slash")]
        else:
            here = [Banner("info", LEAVING, look, icon="bold/paper-plane-tilt")]
        if self._prepared.urgent:
            waits = offline and self._outcome is None
            here = [Banner("warning", URGENT if waits else DANGER, look), *here]
        return here

    def _delivered(self, outcomes: dict[str, Outcome]) -> None:
        outcome = outcomes.get(self._prepared.sealed.id)
        if isinstance(outcome, Received | Refused):
            self._outcome = outcome
            self._again()

    def _again(self) -> None:
        if isinstance(self._shell.content, Sent):
            self._shell.rebuild()

    def _see(self) -> None:
        """« Voir la demande »: exactly what was sealed."""
        if self._copy:
            self._copy.close()
        saisine = self._prepared.saisine
        sheets = Sheets(None, saisine.reference, Text(""))
        copy = self._copy = Copy(self._shell, self._parts, sheets, saisine.form.short_title)
        copy.back_asked.connect(self.show)
        copy.show(lambda: self.pdf)
