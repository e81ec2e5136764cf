"""« Annuler ma demande », at the terminal that sent it (people.md P16): nothing is withdrawn before it is certain."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions import cancel, printing
from app.actions.cancel import Cancelling
from app.documents import letter
from app.models import code as codes
from app.models.text import Text, _
from app.ui import place
from app.ui.parts import Parts
from app.ui.screens.cancel import CancelScreen, SureScreen, TakenScreen
from app.ui.screens.plain import Plain
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View

UNREADABLE = _("Écrivez les 12 lettres et chiffres du code.")
UNKNOWN = _("Aucune demande envoyée d’ici n’a ce code. Vérifiez chaque lettre et chaque chiffre.")
OUT_OF_REACH = _(
    "Cet appareil n’arrive pas à joindre votre caisse. Votre demande n’est pas annulée : réessayez plus tard."
)
CANCELLED = _("Votre demande est annulée")
NOTHING_LEFT = _("Votre caisse ne la traitera pas. Rien n’en reste sur cet appareil.")
TAKEN = _("Votre caisse s’occupe déjà de votre demande")
WRITE = _("Elle ne peut plus être annulée ici. Appelez le 3646 avec le numéro {reference}, ou écrivez à : {address}.")
LETTER_OUT = _("La lettre sort de l’imprimante. Complétez-la, signez-la et envoyez-la.")
NO_LETTER = _("L’imprimante ne répond pas. Demandez la lettre à l’accueil.")
CALL = _("Elle ne peut plus être annulée ici. Appelez le 3646 avec le numéro {reference}.")


class Cancel(QObject):
    """*back_asked*: nothing was withdrawn, or nothing more is to do."""

    back_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, code: str = "") -> None:
        """*code*: when it was typed somewhere else already."""
        super().__init__()
        self._shell, self._parts, self._code = shell, parts, code
        self._said: Text | None = None
        self._asking = False
        self._found: Cancelling | None = None

    def show(self) -> None:
        """Ask for the code; a code that is known already is looked for at once."""
        self._shell.show_view(View(self._screen, home=True))
        if self._code:
            self._find()

    def _screen(self, look: Look) -> QWidget:
        if self._found:
            return self._sure_screen(look, self._found)
        screen = CancelScreen(look, self._code, self._said)
        screen.typed.connect(self._typed)
        screen.on_asked.connect(self._find)
        screen.back_asked.connect(self.back_asked)
        return screen

    def _sure_screen(self, look: Look, found: Cancelling) -> SureScreen:
        screen = SureScreen(look, found.row.reference, self._said, asking=self._asking)
        screen.sure_asked.connect(self._ask)
        screen.back_asked.connect(self.back_asked)
        return screen

    @property
    def _shown(self) -> bool:
        """Whether the person is still here: an answer that comes late takes nobody away from another screen."""
        return isinstance(self._shell.content, CancelScreen | SureScreen | TakenScreen)

    def _typed(self, typed: str) -> None:
        self._code = typed

    def _say(self, words: Text | None) -> None:
        if not self._shown:
            return
        self._said, self._asking = words, False
        self._shell.rebuild()
        place.enter(self._shell.content)

    def _find(self) -> None:
        if codes.kind(self._code) != "cancel":
            self._say(UNREADABLE)
            return
        code = codes.shown(self._code)
        self._parts.tasks.store.run(lambda: cancel.find(self._parts.store(), code), self._looked)

    def _looked(self, found: Cancelling | None) -> None:
        if found is None:
            self._say(UNKNOWN)
        elif found.done:
            self._end(CANCELLED, NOTHING_LEFT)
        else:
            self._found = found
            self._say(None)

    def _ask(self) -> None:
        found = self._found
        assert found  # noqa: S101  asked for on the screen of what was found
        self._asking, self._said = True, None
        self._shell.rebuild()
        self._parts.tasks.network.run(lambda: cancel.ask(found), self._answered)

    def _answered(self, answer: object) -> None:
        found = self._found
        if found is None or not self._shown:
            return
        if answer == "withdrawn":
            self._parts.tasks.store.run(lambda: cancel.finish(self._parts.store(), found), self._finished)
        elif answer == "taken":
            self._show_taken(found)
        else:
            self._say(OUT_OF_REACH)

    def _finished(self, done: bool) -> None:
        """It may just have begun to leave: then the gateway is asked once more, about what it is now."""
        if done:
            self._end(CANCELLED, NOTHING_LEFT)
        else:
            code = codes.shown(self._code)
            self._parts.tasks.store.run(lambda: cancel.find(self._parts.store(), code), self._ask_again)

    def _ask_again(self, found: Cancelling | None) -> None:
        self._found = found
        if found and self._shown:
            self._ask()

    def _show_taken(self, found: Cancelling) -> None:
        """Too late here: whom to write to, with a letter that is ready, where the caisse has said it (P16, P29)."""
        caisse, reference = self._parts.caisse, found.row.reference
        if caisse.code != found.row.caisse or not caisse.dpo_address:
            self._end(TAKEN, CALL.with_(reference=reference))
            return
        printer = bool(self._parts.settings.site.printer)
        words = WRITE.with_(reference=reference, address=caisse.dpo_address)

        def make(look: Look) -> TakenScreen:
            screen = TakenScreen(look, TAKEN, words, self._said, printer=printer)
            screen.on_asked.connect(self.back_asked)
            screen.print_asked.connect(lambda: self._print(reference, caisse.dpo_address))
            return screen

        self._said = None
        self._shell.show_view(View(make, home=True))

    def _print(self, reference: str, address: str) -> None:
        day, printer = self._parts.clock().date(), self._parts.settings.site.printer
        self._parts.tasks.outside.run(
            lambda: printing.send(letter.withdrawal(reference, address, day), printer),
            lambda _job: self._say(LETTER_OUT),
            self._not_printed,
        )

    def _not_printed(self, error: Exception) -> None:
        if not isinstance(error, printing.NoPrinter):
            raise error
        self._say(NO_LETTER)

    def _end(self, title: Text, words: Text) -> None:
        if not self._shown:
            return

        def make(look: Look) -> Plain:
            screen = Plain(look, title, words, _("Revenir au début"))
            screen.on_asked.connect(self.back_asked)
            return screen

        self._shell.show_view(View(make, home=True))
