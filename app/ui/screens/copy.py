"""The sheets of a request that leaves by itself: to look at, and to print for oneself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.models.text import Text, _
from app.ui.screens.sheets import SheetsScreen, Stage
from app.ui.widgets.banner import Kind
from app.ui.widgets.buttons import Primary, Secondary

NO_PRINTER = _("L’imprimante ne répond pas. Si vous voulez ces feuilles, demandez à l’accueil.")


class CopyScreen(SheetsScreen):
    """The request is kept already: nothing is erased or sent from here."""

    heading = _("Votre demande")
    lead = _("C’est exactement ce que votre caisse lira.")

    def _add_use(self, aside: QVBoxLayout) -> None:
        """They go nowhere."""

    def _said(self, stage: Stage) -> tuple[Kind, Text] | None:
        if stage == "no-printer":
            return "warning", NO_PRINTER
        return None if stage == "ready" else super()._said(stage)

    def _add_bar(self) -> None:
        look, stage = self.look, self._sheets.stage
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        if stage in ("ready", "printed", "no-printer") and self._site.printer:
            words = _("Imprimer encore") if stage == "printed" else _("Imprimer")
            start = self.right(Primary(words, look, "print", icon="bold/printer"))
            start.clicked.connect(self.print_asked)
