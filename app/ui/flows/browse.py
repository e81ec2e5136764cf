"""Looking for a right or a service: subjects, search, offers. All of it is in memory only (people.md P3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import offers
from app.forms import FORMS
from app.models.offer import Card, Reader
from app.models.shelves import CATEGORIES, SUBJECTS
from app.models.text import _
from app.ui import place
from app.ui.flows.leaflet import Leaflet
from app.ui.flows.search import Search
from app.ui.parts import Parts
from app.ui.place import Place
from app.ui.screens.shelf import ShelfScreen
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View
from app.ui.widgets.words import Phrase


class Stop(NamedTuple):
    """A page on the way: what coming back to it is called, its screen, and where the person was on it."""

    name: Phrase
    make: Callable[[Look], QWidget]
    place: Place = Place()


class Browse(QObject):
    """Remembers the way; *start_asked*: the form of an offer, by its id."""

    start_asked = Signal(str)
    home_asked = Signal()
    help_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts) -> None:
        super().__init__(shell)
        self._shell, self._parts = shell, parts
        agents = parts.settings.mode == "poste"
        self._reader = Reader("agents" if agents else "public", parts.clock().date(), parts.settings.caisse)
        self._shelves = {shelf.key: shelf for shelf in (CATEGORIES if agents else SUBJECTS)}
        self._way: list[Stop] = []

    def open_shelf(self, key: str) -> None:
        """The offers under a subject or, for agents, in a category."""
        shelf, cards = self._shelves[key], self._stock()[key]
        only = False

        def make(look: Look) -> ShelfScreen:
            screen = ShelfScreen(shelf, cards, look, forms=FORMS, only=only)
            screen.offer_asked.connect(self.open_offer)
            screen.only_asked.connect(show_only)
            screen.search_asked.connect(lambda: self.open_search(""))
            screen.back_asked.connect(self.home_asked)
            return screen

        def show_only(those: bool) -> None:
            nonlocal only
            only = those
            self._shell.rebuild()

        self._go(Stop(shelf.title, make))

    def open_search(self, typed: str) -> None:
        """The search, with what was *typed* already; its box has the focus."""
        stock = {self._shelves[key]: cards for key, cards in self._stock().items()}
        search = Search(self._shell, self._parts, self._reader, stock, typed)
        search.setParent(self)
        search.offer_asked.connect(self.open_offer)
        search.shelf_asked.connect(self.open_shelf)
        search.home_asked.connect(self.home_asked)
        search.help_asked.connect(self.help_asked)
        self._go(Stop(_("Ma recherche"), search.screen))
        self._shell.open_keyboard()

    def open_offer(self, slug: str) -> None:
        """The page of an offer."""
        page = offers.page(self._parts.catalogue, slug, self._reader)
        back = self._way[-1].name if self._way else _("Accueil")
        leaflet = Leaflet(self._shell, self._parts, page, self._cards(page.offer.related), back)
        leaflet.setParent(self)
        leaflet.start_asked.connect(self.start_asked)
        leaflet.offer_asked.connect(self.open_offer)
        leaflet.back_asked.connect(self._back)
        self._go(Stop(_("Retour"), leaflet.screen))

    def close(self) -> None:
        """Forget the way, and what was looked for."""
        self._way.clear()
        self.deleteLater()  # and with it what its pages remember

    def _go(self, stop: Stop) -> None:
        """On to *stop*; what is left is remembered where the person stood on it."""
        if self._way:
            self._way[-1] = self._way[-1]._replace(place=place.remember(self._shell))
        self._way.append(stop)
        self._shell.show_view(View(stop.make, home=True))

    def _back(self) -> None:
        self._way.pop()
        if not self._way:
            self.home_asked.emit()
            return
        stop = self._way[-1]
        self._shell.show_view(View(stop.make, home=True))
        place.restore(self._shell, stop.place)

    def _stock(self) -> dict[str, list[Card]]:
        """What stands on each shelf, the most asked for first."""
        subjects = offers.subjects(self._parts.catalogue, self._reader)
        if self._reader.audience == "public":
            return subjects
        asked = list(dict.fromkeys(card for cards in subjects.values() for card in cards))
        found = dict.fromkeys([*asked, *offers.cards(self._parts.catalogue, self._reader)])
        return {key: [card for card in found if card.category == key] for key in self._shelves}

    def _cards(self, slugs: tuple[str, ...]) -> list[Card]:
        known = {card.slug: card for card in offers.cards(self._parts.catalogue, self._reader)}
        return [known[slug] for slug in slugs if slug in known]
