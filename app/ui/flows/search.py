"""Searching as one types: when the person pauses, and at once when they ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.catalogue import search
from app.forms import FORMS
from app.models.offer import Card, Reader
from app.models.shelves import Shelf
from app.models.text import locale
from app.ui.parts import Parts
from app.ui.rail import HELP
from app.ui.screens.findings import Found
from app.ui.screens.search import SearchScreen
from app.ui.shell import Shell
from app.ui.theme import Look

PAUSE_MS = 300
"""Without a key, before what answers is shown (visual.md 5, Search)."""
AHEAD_MS = 100
"""Before the pause ends the offers are looked for, so that one frame is enough to show them."""


class Search(QObject):
    """What was *typed* and found among the offers that stand on *stock*, shelf by shelf."""

    offer_asked = Signal(str)
    shelf_asked = Signal(str)
    home_asked = Signal()
    help_asked = Signal()

    def __init__(
        self, shell: Shell, parts: Parts, reader: Reader, stock: Mapping[Shelf, Sequence[Card]], typed: str
    ) -> None:
        super().__init__(shell)
        self._shell, self._parts, self._reader, self._typed = shell, parts, reader, typed
        self._shelves = list(stock)
        self._over = {card.slug: shelf for shelf in reversed(self._shelves) for card in stock[shelf]}
        self._screen: SearchScreen | None = None
        self._seen: tuple[str, str, Found] | None = None
        self._still, self._pause = self._timer(self._look_ahead), self._timer(self._look)

    def screen(self, look: Look) -> SearchScreen:
        """The box with what was typed, and what was found."""
        call = HELP[self._parts.settings.site.help]
        screen = self._screen = SearchScreen(self._typed, self._shelves, look, forms=FORMS, call=call)
        screen.typed.connect(self._type)
        screen.asked.connect(self._at_once)
        screen.offer_asked.connect(self.offer_asked)
        screen.subject_asked.connect(self.shelf_asked)
        screen.home_asked.connect(self.home_asked)
        screen.help_asked.connect(self.help_asked)
        if self._typed.strip():
            self._look()
        return screen

    def _timer(self, done: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(done)
        return timer

    def _type(self, typed: str) -> None:
        self._typed = typed
        self._pause.stop()
        self._still.start(PAUSE_MS - AHEAD_MS)

    def _at_once(self) -> None:
        self._still.stop()
        self._pause.stop()
        self._look()
        self._shell.close_keyboard()

    def _look_ahead(self) -> None:
        if self._screen is not None and isValid(self._screen):
            _marks = self._found().hits
            self._pause.start(AHEAD_MS)

    def _look(self) -> None:
        if self._screen is not None and isValid(self._screen):
            self._screen.show_found(self._found())

    def _found(self) -> Found:
        """In the language of the screen, once for each thing asked; three milliseconds, so nothing overtakes."""
        typed, code = self._typed, locale()
        if self._seen is None or self._seen[:2] != (typed, code):
            results = search.search(self._parts.catalogue, self._reader, typed, code)
            self._seen = typed, code, Found([each.card for each in results], typed, self._over.__getitem__)
        return self._seen[2]
