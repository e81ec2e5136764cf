"""What stands under the search box: what was found, that nothing was, or the subjects to choose from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.catalogue.search import MOST
from app.models.marking import marked
from app.models.offer import Card
from app.models.shelves import Shelf
from app.models.text import Plural, Text, _, locale
from app.ui.theme import Look
from app.ui.widgets.buttons import Raised, Secondary
from app.ui.widgets.deck import Deck
from app.ui.widgets.foundcard import FoundCard, FoundRow, Hit
from app.ui.widgets.helpcard import HelpCard
from app.ui.widgets.labels import Label
from app.ui.widgets.tiles import SubjectTile

CALL = _("Appeler un agent")
PHONE = _("Appelez le 3646 : service gratuit + prix d’un appel, du lundi au vendredi, 8 h 30–17 h 30")
WRITTEN = _("Par écrit : compte ameli (« Espace d’échanges »), ou lettre à votre caisse")
"""Beside every telephone number, for who does not hear (people.md P28)."""


class Found:
    """What a search answered to what was *typed*; *subject*: the shelf that an offer is named after."""

    def __init__(self, results: Sequence[Card], typed: str, subject: Callable[[str], Shelf]) -> None:
        self.results, self.typed = results, typed
        self._subject = subject

    @cached_property
    def hits(self) -> Sequence[Hit]:
        """The results with their shelves and their marks: a millisecond, when first asked for."""
        texts = [str(words) for card in self.results for words in (card.title, card.purpose)]
        marks = marked(texts, self.typed, locale())
        return [
            Hit(card, self._subject(card.slug), *marks[2 * at : 2 * at + 2]) for at, card in enumerate(self.results)
        ]  # fmt: skip


class Findings(QWidget):
    """The column of it all; each kind fills it its own way. *words*: what a screen reader says of it."""

    offer_asked = Signal(str)
    subject_asked = Signal(str)
    home_asked = Signal()
    help_asked = Signal()
    words: Text | None = None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(4))

    def first(self) -> QWidget | None:
        """Where the key « down » leads from the box."""
        deck = self.findChild(Deck)
        return deck.cards[0] if deck is not None and deck.cards else None

    def _add_leaves(self, leaves: Sequence[QAbstractButton], cards: Sequence[Card], gap: int) -> None:
        for leaf, card in zip(leaves, cards, strict=True):
            leaf.clicked.connect(lambda _checked=False, slug=card.slug: self.offer_asked.emit(slug))
        self.column.addWidget(Deck(leaves, self.look, columns=1, gap=gap))

    def _add_subjects(self, subjects: Sequence[Shelf]) -> None:
        self.column.addWidget(Label(_("Ou choisissez un sujet"), self.look, "h2", name="choose"))
        tiles = [SubjectTile(each.title, each.icon, self.look, f"subject.{each.key}") for each in subjects]
        for tile, each in zip(tiles, subjects, strict=True):
            tile.clicked.connect(lambda _checked=False, key=each.key: self.subject_asked.emit(key))
        few = self.look.density == "portrait" or self.look.size == "xlarge"
        self.column.addWidget(Deck(tiles, self.look, columns=2 if few else 4, gap=3))

    def _add_help(self, call: Text) -> None:
        """An agent, at a kiosk; at a poste one is there."""
        if self.look.density == "desk":
            return
        card = HelpCard("", _("Vous ne trouvez pas ? Un agent peut chercher avec vous."), self.look, "lifebuoy")
        button = Secondary(call, self.look, "help.ask", icon="bold/call-bell")
        button.clicked.connect(self.help_asked)
        self.column.addWidget(card)
        if self.look.size == "xlarge":
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            card.add(button)


class Results(Findings):
    """How many there are, a card each, and an agent for who does not find."""

    def __init__(self, found: Found, look: Look, forms: Collection[str], call: Text) -> None:
        super().__init__(look)
        self.words = _count(found)
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        row.addWidget(Label(self.words, look, "h2", name="found.count"), 1)
        home = Raised(_("Tous les sujets"), look, "subjects", icon="bold/funnel")
        home.clicked.connect(self.home_asked)
        row.addWidget(home)
        self.column.addLayout(row)
        self._add_leaves([FoundCard(hit, forms, look) for hit in found.hits], found.results, 3)
        self._add_help(call)


class Rows(Findings):
    """Results while the on-screen keyboard is open: one line and a half each, and nothing else."""

    def __init__(self, found: Found, look: Look) -> None:
        super().__init__(look)
        self.words = _count(found)
        self._add_leaves([FoundRow(hit, look) for hit in found.hits], found.results, 3)


class Nothing(Findings):
    """No page answers: who does, and where else to look."""

    def __init__(self, subjects: Sequence[Shelf], look: Look, call: Text) -> None:
        super().__init__(look)
        desk = look.density == "desk"
        self.words = (
            _("Ce poste n’a pas de fiche sur ce sujet") if desk else _("Cette borne n’a pas de fiche sur ce sujet")
        )
        self.column.addWidget(Label(self.words, look, "h2", name="found.count"))
        self.column.addWidget(HelpCard(PHONE, WRITTEN, look, "phone"))
        self._add_subjects(subjects)
        self._add_help(call)


class Subjects(Findings):
    """Nothing is typed yet."""

    def __init__(self, subjects: Sequence[Shelf], look: Look) -> None:
        super().__init__(look)
        self._add_subjects(subjects)


def _count(found: Found) -> Text:
    count, typed = len(found.results), found.typed.strip()
    if count == MOST:
        return _("Les {count} fiches les plus proches de « {typed} »").with_(count=count, typed=typed)
    return Plural("{count} fiche pour « {typed} »", "{count} fiches pour « {typed} »", count).with_(typed=typed)
