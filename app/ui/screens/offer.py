"""The page of an offer: what it is, who can have it, how to ask; and what the person leaves with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.models import reading
from app.models.arranged import arranged
from app.models.offer import Card
from app.models.page import Page
from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets import part
from app.ui.widgets.banner import Banner, Kind
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label
from app.ui.widgets.lines import Line, Lines, written
from app.ui.widgets.qr import Qr
from app.ui.widgets.stack import Columns, Row, Stack
from app.ui.widgets.tag import AGENTS
from app.ui.widgets.words import Phrase

SQUARE = 248
"""The side of the code to take away, in px: the width of the card beside the page."""
LONG = 2500
"""Letters of a page that no screen holds."""
END = 1_000_000
"""Further than any page goes."""


class See(TextButton):
    """Another offer, at the end of the page."""

    centred = False


class OfferScreen(Frame):
    """*related*: other offers; *back*: the words of the way back; *forms*: those that can be filled in here."""

    start_asked = Signal(str)
    print_asked = Signal()
    offer_asked = Signal(str)
    back_asked = Signal()

    def __init__(  # noqa: PLR0913  each is one thing that the page shows
        self, page: Page, related: Sequence[Card], back: Phrase, look: Look,
        *, forms: Collection[str], printer: bool, said: tuple[Kind, Text] | None,
    ) -> None:  # fmt: skip
        super().__init__(look)
        self._page, self._read = page, arranged(page)
        self._link, self._printer = _public_link(page), printer
        self._form = next((form for form in page.offer.card.forms if form in forms), "")
        if said:
            # Heard first: it answers what was asked on this very page.
            self.entrance = Banner(said[0], said[1], look)
            self.entrance.setObjectName("said")
            self.head.addWidget(self.entrance)
        narrow = look.density == "portrait" or look.size == "xlarge"
        (self._one_column if narrow else self._two_columns)(self._others(related))
        way_back = self.left(Secondary(back, look, "back", icon="bold/arrow-left"))
        way_back.clicked.connect(self.back_asked)
        (self._fill_bar if narrow else self._order_stops)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page without controls is read by keys too."""
        pager, line = self.pager, self.look.type("body").line
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: partial(pager.turn, 1),
            Qt.Key.Key_PageUp: partial(pager.turn, -1),
            Qt.Key.Key_Down: lambda: pager.go_to(pager.position() + 2 * line),
            Qt.Key.Key_Up: lambda: pager.go_to(pager.position() - 2 * line),
            Qt.Key.Key_Home: partial(pager.go_to, 0),
            Qt.Key.Key_End: partial(pager.go_to, END),
        }
        if move := moves.get(event.key()):
            move()
        else:
            super().keyPressEvent(event)

    def _two_columns(self, others: list[Row]) -> None:
        """The page, and beside it what can be done with it; at a poste the other offers too."""
        look, desk = self.look, self.look.density == "desk"
        parts = list(self._parts())
        main = Stack([*self._opening(), *parts, *([] if desk else others)], look)
        rows = [*self._beginning(), *self._takeaway(), *(others if desk else [])]
        aside = Stack(rows, look)
        across = look.layout("left-pane" if desk else "aside")
        most = look.layout("column") if desk else self._reading(parts)
        self.body.addWidget(Columns(main, aside, look, across=across, most=most))

    def _reading(self, parts: list[Row]) -> int:
        """The width to read in. A page sure to be long is laid out beside the pager's column at once: not twice."""
        look = self.look
        letters = sum(len(row.widget.text()) for row in parts if isinstance(row.widget, QLabel))
        if letters < LONG:
            return look.layout("reading")
        beside = look.layout("pager") + look.px(6) + look.layout("aside") + look.layout("gutter")
        return min(look.layout("reading"), look.layout("column") - beside)

    def _one_column(self, others: list[Row]) -> None:
        """What is to read and to photograph is the head: in portrait all that can be touched is within reach, below."""
        look, card, parts = self.look, list(self._takeaway()), list(self._parts())
        opening = list(self._opening())
        if look.density == "portrait":
            self.head.addWidget(Stack([*opening, *card, *parts], look))
            self.body.addWidget(Stack(others, look))
        else:
            self.head.addWidget(Stack([*opening, *parts], look))
            self.body.addWidget(Stack([*card, *others], look))

    def _fill_bar(self) -> None:
        """What stands beside the page elsewhere."""
        if self._printer and self.look.density == "portrait":
            self.right(self._print())
        if self._form:
            self.right(self._start())

    def _opening(self) -> Iterator[Row]:
        card = self._page.offer.card
        title = Label(str(card.title), self.look, "h1", name="title")
        title.setAccessibleName(str(card.title))
        yield Row(0, title)
        yield Row(self.look.px(2), Label(str(card.purpose), self.look, "lead", name="hint"))
        if card.audience == "agents":
            mark = Chip(AGENTS.words, AGENTS.icon.removeprefix("bold/"), AGENTS.colour, AGENTS.tint, self.look)
            yield Row(self.look.px(2), mark)
        if self._read.age:
            yield Row(self.look.px(3 if card.audience == "agents" else 2), part.aged(self._read.age, self.look))

    def _parts(self) -> Iterator[Row]:
        return part.rows(self._read.parts, self.look, main_link=self._link)

    def _beginning(self) -> Iterator[Row]:
        if self._form:
            yield Row(0, self._start())
            yield Row(self.look.px(2), Label(_("Vous pouvez faire une pause."), self.look, "hint", "ink-soft"))

    def _takeaway(self) -> Iterator[Row]:
        """The card of what the person may leave with."""
        look = self.look
        rows = [Row(0, Label(_("Emporter cette fiche"), look, "label"))]
        if self._link:
            bare = Line(written(self._link.removeprefix("https://"), look, "small"), "ink-soft")
            said = Label(_("Prenez ce carré en photo avec votre téléphone."), look, "hint")
            words = Stack([Row(0, said), Row(look.px(2), Lines([bare], look))], look)
            rows += self._with_code(words)
        if self._printer and look.density != "portrait":
            rows.append(Row(look.px(4), self._print()))
            if self._holds_more():
                said = Label(_("La fiche imprimée est celle du public."), look, "hint", "ink-soft")
                rows.append(Row(look.px(2), said))
        if len(rows) > 1:
            card = Stack(rows, look, padding=look.px(5 if look.size == "normal" else 4))
            yield Row(look.px(6), paper(card, "card", look))

    def _holds_more(self) -> bool:
        """Whether the page says what its sheet, which is handed over, does not."""
        return self._page.offer.card.audience == "public" and any(each.agents for each in self._read.parts)

    def _with_code(self, words: QWidget) -> list[Row]:
        """The code over its words, or beside them where the card is wide."""
        look = self.look
        if look.density == "kiosk" and look.size != "xlarge":
            return [Row(look.px(3), Qr(self._link, SQUARE)), Row(look.px(3), words)]
        side = part.SQUARE if look.density == "desk" else SQUARE
        return [Row(look.px(3), Columns(words, Qr(self._link, side), look, across=side, most=look.layout("column")))]

    def _others(self, related: Sequence[Card]) -> list[Row]:
        look, rows = self.look, list[Row]()
        for card in related:
            other = See(str(card.title), look, f"offer.{card.slug}", after="bold/arrow-right")
            other.clicked.connect(partial(self._ask_for, card.slug))
            rows.append(Row(0 if rows else look.px(2), other))
        return [Row(look.px(6), Label(_("Voir aussi"), look, "h2")), *rows] if rows else []

    def _start(self) -> QAbstractButton:
        button = Primary(_("Faire la demande"), self.look, "start", after="bold/arrow-right")
        button.clicked.connect(lambda: self.start_asked.emit(self._form))
        return button

    def _print(self) -> QAbstractButton:
        button = Secondary(_("Imprimer"), self.look, "print", icon="bold/printer")
        button.clicked.connect(self.print_asked)
        return button

    def _ask_for(self, slug: str) -> None:
        self.offer_asked.emit(slug)

    def _order_stops(self) -> None:
        """Tab goes first to the main action, which stands beside the top of the page, then to the other offers."""
        named = {button.objectName(): button for button in self.findChildren(QAbstractButton)}
        others = [name for name in named if name.startswith("offer.")]
        stops = [named[name] for name in ("start", "print", *others, "back") if name in named]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


def _public_link(page: Page) -> str:
    """What a person takes away leads nowhere that is for agents."""
    link = reading.main_link(page)
    public = {contact.link for contact in page.contacts.values() if contact.audience == "public"}
    return link if link in public else ""
