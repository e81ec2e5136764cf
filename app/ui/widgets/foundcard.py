"""An offer that a search has found, with the letters that answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.models.marking import Span
from app.models.offer import Card
from app.models.shelves import Shelf
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.leaf import Leaf, draw_subject
from app.ui.widgets.marked import Marked
from app.ui.widgets.tag import Tags, sorts
from app.ui.widgets.words import Words


class Hit(NamedTuple):
    """A result: its card, the shelf it is named after, and what is marked of its title and of its purpose."""

    card: Card
    shelf: Shelf
    title: Sequence[Span] = ()
    purpose: Sequence[Span] = ()


class FoundCard(Leaf):
    """The name of its shelf, its title, its purpose, what can be done, and the arrow."""

    def __init__(self, hit: Hit, forms: Collection[str], look: Look) -> None:
        self._tags = Tags(sorts(hit.card, forms), look)
        super().__init__(hit.card, look, str(hit.shelf.title), str(hit.card.purpose), self._tags.said)
        self._icon = hit.shelf.icon
        self._shelf = _broken(str(hit.shelf.title), look, "small")
        self._title = Marked(_broken(str(hit.card.title), look, "button"), hit.title, look)
        self._purpose = Marked(_broken(str(hit.card.purpose), look, "hint"), hit.purpose, look)

    def minimumSizeHint(self) -> QSize:
        return QSize(_least(self.look), self.look.target("tile"))

    def _high(self, width: int) -> int:
        room = self._room(width)
        words = sum(each.height(room) for each in (self._shelf, self._title, self._purpose))
        return max(self._ground(), words + (0 if self._beside(width) else self._under(room)))

    def _draw(self, painter: QPainter, inner: QRect) -> None:
        ground, room = self._ground(), self._room(inner.width())
        over = inner.top() + (inner.height() - ground) // 2
        draw_subject(painter, self._icon, QRect(inner.left(), over, ground, ground), self.look)
        left, top = inner.left() + ground + self.look.px(5), self._top(inner)
        for words, ink in ((self._shelf, "ink-soft"), (self._title, "ink"), (self._purpose, "ink")):
            high = words.height(room)
            words.draw(painter, QRect(left, top, room, high), self.look.colour(ink))
            top += high
        if self._beside(inner.width()):
            high = self._tags.height(self._tags.natural)
            start = inner.right() + 1 - self._arrow() - self._tags.natural
            self._tags.draw(painter, QRect(start, inner.center().y() + 1 - high // 2, self._tags.natural, high))
        else:
            self._tags.draw(painter, QRect(left, top + self.look.px(2), room, self._under(room)))
        self._draw_arrow(painter, inner)

    def _top(self, inner: QRect) -> int:
        """Where the words begin: in the middle, when the icon is higher."""
        room = self._room(inner.width())
        words = sum(each.height(room) for each in (self._shelf, self._title, self._purpose))
        words += 0 if self._beside(inner.width()) else self._under(room)
        return inner.top() + (inner.height() - words) // 2

    def _under(self, room: int) -> int:
        """What tags take under the words."""
        return self._tags.height(room) + self.look.px(2) if self._tags.natural else 0

    def _beside(self, width: int) -> bool:
        """Whether the tags stand at the right: where they leave the words most of the room."""
        return 3 * self._tags.natural <= width

    def _room(self, width: int) -> int:
        """The width of the words."""
        tags = self._tags.natural + self.look.px(4) if self._tags.natural and self._beside(width) else 0
        return width - self._ground() - self.look.px(5) - tags - self._arrow()

    def _ground(self) -> int:
        return self.look.px(16) if self.look.density != "desk" else self.look.px(10)


class FoundRow(Leaf):
    """The same while the on-screen keyboard leaves little room: title, and the name of the shelf under it."""

    def __init__(self, hit: Hit, look: Look) -> None:
        super().__init__(hit.card, look, str(hit.shelf.title), str(hit.card.purpose))
        self._icon = hit.shelf.icon
        self._title = Marked(_broken(str(hit.card.title), look, "label"), hit.title, look)
        self._shelf = _broken(str(hit.shelf.title), look, "small")

    def minimumSizeHint(self) -> QSize:
        return QSize(_least(self.look), self.look.target("min"))

    def _over(self) -> int:
        return self.look.px(2)

    def _high(self, width: int) -> int:
        room = width - self._beside()
        return self._title.height(room) + self._shelf.height(room)

    def _draw(self, painter: QPainter, inner: QRect) -> None:
        look, side, room = self.look, self._picture(), inner.width() - self._beside()
        drawing = icon(self._icon, side, look.colour("primary"))
        painter.drawPixmap(inner.left(), inner.center().y() + 1 - side // 2, drawing)
        left, above = inner.left() + side + look.px(4), self._title.height(room)
        self._title.draw(painter, QRect(left, inner.top(), room, above), look.colour("ink"))
        below = QRect(left, inner.top() + above, room, self._shelf.height(room))
        self._shelf.draw(painter, below, look.colour("ink-soft"))
        self._draw_arrow(painter, inner)

    def _picture(self) -> int:
        return max(self.look.target("checkbox"), self.look.type("label").line)

    def _beside(self) -> int:
        return self._picture() + self.look.px(4) + self._arrow()


def _least(look: Look) -> int:
    """They stand under the box, as wide as it is: to look for the longest of twenty cards' words would take 3 ms."""
    return look.layout("column") // 2


@lru_cache(maxsize=512)
def _broken(text: str, look: Look, role: str) -> Words:
    """*text* of the catalogue in the letters of *role*: the next search finds many of them again, broken already."""
    return Words(text, look.type(role))
