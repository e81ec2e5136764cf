"""The offers of one subject, or of one category at a poste."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.offer import Card
from app.models.shelves import Shelf
from app.models.text import Plural, Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.buttons import Button, Secondary
from app.ui.widgets.deck import Deck
from app.ui.widgets.helpcard import HelpCard
from app.ui.widgets.labels import Label
from app.ui.widgets.leaf import Leaf, draw_subject
from app.ui.widgets.offercard import OfferCard, OfferRow
from app.ui.widgets.paint import Skin
from app.ui.widgets.tag import possible

SUBJECTS = _("Tous les sujets")
EMPTY = _("Il n’y a pas de fiche ici sur ce sujet. Cherchez avec un mot.")


class Badge(QWidget):
    """The icon of a subject on its ground, beside its name: silent for a screen reader."""

    def __init__(self, name: str, px: int, look: Look) -> None:
        super().__init__()
        self._name, self._look = name, look
        self.setFixedSize(px, px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_subject(painter, self._name, QRect(0, 0, self.width(), self.height()), self._look)
        painter.end()


class Filter(Button):
    """One of the choices of what is shown; the one of now is filled and ticked. The screen says which it is."""

    skin = Skin("surface", "tint", "edge", "ink")
    chosen = Skin("primary", "primary-pressed", "primary", "on-primary")
    letters = "hint"
    target = "min"
    padding = 5

    def __init__(self, text: Text, look: Look, name: str, *, on: bool) -> None:
        super().__init__(text, look, name, icon="bold/check" if on else "")
        self.setCheckable(True)
        self.setChecked(on)

    def nextCheckState(self) -> None:
        """A press asks; the screen that follows shows it."""

    def ground(self) -> Skin:
        return self.chosen if self.isChecked() else self.skin


class ShelfScreen(Frame):
    """*only*: those that can be asked for here, by one of *forms*; these come first in any case."""

    offer_asked = Signal(str)
    only_asked = Signal(bool)
    back_asked = Signal()
    search_asked = Signal()

    def __init__(
        self, shelf: Shelf, cards: Sequence[Card], look: Look, *, forms: Collection[str], only: bool
    ) -> None:  # fmt: skip
        super().__init__(look)
        asked = [card for card in cards if possible(card, forms)]
        both = 0 < len(asked) < len(cards)
        shown = asked if only and both else sorted(cards, key=lambda card: not possible(card, forms))
        self._add_title(shelf, len(shown))
        if both:
            self._add_filters(len(cards), len(asked), only=only)
        if shown:
            self.body.addWidget(self._deck(shown, forms))
        else:
            self.body.addWidget(HelpCard("", EMPTY, look, "info"))
        self._add_bar()

    def _add_title(self, shelf: Shelf, count: int) -> None:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self.look.px(5))
        side = self.look.px(12) if self.look.density == "desk" else self.look.px(16) + self.look.px(4)
        row.addWidget(Badge(shelf.icon, side, self.look), 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(shelf.title, self.look, "h1", name="title"))
        if count:
            words.addWidget(Label(_told(count, self.look), self.look, "hint", "ink-soft", name="hint"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.head.addLayout(row)

    def _add_filters(self, every: int, asked: int, *, only: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(3))
        for words, name, on in (
            (_("Tout ({count})").with_(count=every), "all", not only),
            (_("Demande possible ici ({count})").with_(count=asked), "only", only),
        ):
            choice = Filter(words, self.look, name, on=on)
            choice.clicked.connect(lambda _checked, name=name: self.only_asked.emit(name == "only"))
            row.addWidget(choice)
        row.addStretch(1)
        self.body.addLayout(row)

    def _deck(self, cards: Sequence[Card], forms: Collection[str]) -> Deck:
        look, dense = self.look, self.look.density == "desk"
        leaves: list[Leaf] = [(OfferRow if dense else OfferCard)(card, forms, look) for card in cards]
        for leaf, card in zip(leaves, cards, strict=True):
            leaf.clicked.connect(lambda _checked=False, slug=card.slug: self.offer_asked.emit(slug))
        one = dense or look.density == "portrait" or look.size == "xlarge"
        return Deck(leaves, look, columns=1 if one else 2, gap=1 if dense else 4)

    def _add_bar(self) -> None:
        back = self.left(Secondary(SUBJECTS, self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        search = Secondary(_("Chercher avec un mot"), self.look, "search.open", icon="bold/magnifying-glass")
        self.right(search).clicked.connect(self.search_asked)


def _told(count: int, look: Look) -> Text:
    """How many there are, and how one is opened."""
    if look.density == "desk":
        return Plural(
            "{count} fiche. Entrée pour la lire.", "{count} fiches. Flèches pour choisir, Entrée pour lire.", count
        )
    return Plural(
        "{count} fiche. Touchez une fiche pour la lire.", "{count} fiches. Touchez une fiche pour la lire.", count
    )
