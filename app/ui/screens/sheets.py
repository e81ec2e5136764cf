"""The sheets: what they look like, printing them, and saying that they came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.models.settings import Site
from app.models.text import Plural, Text, _
from app.ui.preview import Preview
from app.ui.screens.pages import PagesScreen, Shown
from app.ui.theme import Look
from app.ui.widgets.banner import Banner, Kind
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.labels import Label

Stage = Literal["making", "ready", "printing", "printed", "no-printer"]


@dataclass(frozen=True)
class Sheets:
    """What there is to show: the pages, once they are made, and how far printing has come."""

    preview: Preview | None
    reference: str
    to: Text
    stage: Stage = "making"
    page: int = 0
    large: bool = False
    by_hand: bool = False


class SheetsScreen(PagesScreen):
    """The draft is still there: only « J’ai toutes les feuilles » destroys it."""

    heading = _("Votre demande est prête à imprimer")
    lead = _("Elle n’est pas envoyée : elle part sur papier.")

    print_asked = Signal()
    confirmed = Signal()
    later_asked = Signal()

    def __init__(self, look: Look, sheets: Sheets, site: Site) -> None:
        self._sheets, self._site = sheets, site
        super().__init__(look, Shown(self.heading, self.lead, sheets.preview, sheets.page, sheets.large))

    def _add_aside(self, aside: QVBoxLayout) -> None:
        look = self.look
        aside.addWidget(Label(_("Numéro de demande"), look, "label"))
        aside.addWidget(Label(self._sheets.reference, look, "h2", "primary", name="reference"))
        self._add_use(aside)
        self._add_pages(aside)
        aside.addWidget(Label(_("Ce document est en français : votre caisse le lira ainsi."), look, "hint", "ink-soft"))
        aside.addStretch(1)

    def _add_use(self, aside: QVBoxLayout) -> None:
        """Where the sheets have to go."""
        aside.addWidget(
            Label(_("À donner à : {body}").with_(body=self._sheets.to), self.look, "body", name="recipient")
        )
        if self._sheets.by_hand:
            aside.addWidget(Banner("warning", _("Signez la feuille après l’impression."), self.look))

    def _add_said(self, head: QVBoxLayout) -> None:
        if said := self._said(self._sheets.stage):
            head.addWidget(Banner(*said, self.look))

    def _said(self, stage: Stage) -> tuple[Kind, Text] | None:
        if stage == "ready" and not self._site.printer:
            return "warning", NOWHERE
        said: dict[Stage, tuple[Kind, Text]] = {
            "making": ("info", _("Vos feuilles se préparent…")),
            "printing": ("info", _("Impression en cours…")),
            "printed": ("success", where(self._site)),
            "no-printer": ("warning", NO_PRINTER),
        }
        return said.get(stage)

    def _add_bar(self) -> None:
        look, stage = self.look, self._sheets.stage
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        if stage != "printed":
            later = self.right(TextButton(_("Garder et finir plus tard"), look, "later"))
            later.clicked.connect(self.later_asked)
        else:
            again = self.left(Secondary(_("Imprimer encore"), look, "print", icon="bold/printer"))
            again.clicked.connect(self.print_asked)
            total = self._sheets.preview.pages if self._sheets.preview else 1
            words = Plural("J’ai {count} feuille", "J’ai mes {count} feuilles", total)
            done = self.right(Primary(words, look, "continue", icon="bold/check"))
            done.clicked.connect(self.confirmed)
        if stage in ("ready", "no-printer") and self._site.printer:
            start = self.right(Primary(_("Imprimer"), look, "continue", icon="bold/printer"))
            start.clicked.connect(self.print_asked)


NO_PRINTER = _(
    "L’imprimante ne répond pas. Votre demande reste gardée : "
    "touchez « Garder et finir plus tard » et donnez votre code à l’accueil."
)


NOWHERE = _(
    "Cet appareil n’a pas d’imprimante. Touchez « Garder et finir plus tard » et donnez votre code à l’accueil."
)


WHERE = {
    "right": _("Les feuilles sortent à droite de l’écran."),
    "left": _("Les feuilles sortent à gauche de l’écran."),
    "below": _("Les feuilles sortent sous l’écran."),
    "desk": _("Les feuilles sortent à l’accueil."),
}


def where(site: Site) -> Text:
    """Where the sheets come out, and that they are to be taken, all of them (people.md P24)."""
    taken = _("Vos nom et numéro sont sur ces feuilles : reprenez-les toutes.")
    if not site.paper:
        return taken
    return _("{where} {taken}").with_(where=WHERE[site.paper], taken=taken)
