"""The page of an offer, and the sheet of it that a person takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from shiboken6 import isValid

from app.actions import printing
from app.forms import FORMS
from app.models.offer import Card
from app.models.page import Page
from app.models.text import Text, _, language
from app.ui.flows.paper import TWICE_MS
from app.ui.parts import Parts
from app.ui.screens.offer import OfferScreen
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.widgets.banner import Kind
from app.ui.widgets.words import Phrase

OUT = _("Votre papier sort de l’imprimante.")
NOT_OUT = _("L’imprimante ne répond pas. Prenez la fiche en photo, ou demandez-la à l’accueil.")


class Leaflet(QObject):
    """*back*: what is behind the page."""

    start_asked = Signal(str)
    offer_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, page: Page, related: Sequence[Card], back: Phrase) -> None:
        super().__init__(shell)
        self._shell, self._parts, self._page, self._related, self._back = shell, parts, page, related, back
        self._said: tuple[Kind, Text] | None = None
        self._touched = QElapsedTimer()

    def screen(self, look: Look) -> OfferScreen:
        """The page as it is now."""
        printer = bool(self._parts.settings.site.printer)
        screen = OfferScreen(
            self._page, self._related, self._back, look, forms=FORMS, printer=printer, said=self._said
        )  # fmt: skip
        screen.start_asked.connect(self.start_asked)
        screen.offer_asked.connect(self.offer_asked)
        screen.back_asked.connect(self.back_asked)
        screen.print_asked.connect(self._print)
        return screen

    def _print(self) -> None:
        if self._touched.isValid() and self._touched.elapsed() < TWICE_MS:
            return
        self._touched.restart()
        page, day, spoken = self._page, self._parts.clock().date(), language()
        printer = self._parts.settings.site.printer

        def send() -> object:
            from app.documents.offer import leaflet

            return printing.send(leaflet(page, day, spoken), printer)

        self._parts.tasks.outside.run(send, lambda _job: self._say("success", OUT), self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, printing.NoPrinter):
            raise error
        self._say("warning", NOT_OUT)

    def _say(self, kind: Kind, words: Text) -> None:
        self._said = kind, words
        if isValid(self) and isinstance(self._shell.content, OfferScreen):
            self._shell.rebuild()
