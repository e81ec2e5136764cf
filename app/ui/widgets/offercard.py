"""An offer on its shelf: a card at a kiosk, a row of a dense list at a poste."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.models.offer import Card
from app.ui.theme import Look
from app.ui.widgets.leaf import Leaf
from app.ui.widgets.paint import Skin
from app.ui.widgets.tag import READ, Tags, sorts
from app.ui.widgets.words import Words

ROW = Skin("surface", "tint", "edge", "ink", border="hair")
TITLE = 0.4
"""The share of a row that its title has."""


class OfferCard(Leaf):
    """Title, purpose, what can be done, and the arrow; what can be done stands at the bottom, in line with the next."""

    def __init__(self, card: Card, forms: Collection[str], look: Look) -> None:
        self._tags = Tags(sorts(card, forms) or (READ,), look)
        super().__init__(card, look, str(card.purpose), self._tags.said)
        self._title = Words(str(card.title), look.type("label"))
        self._purpose = Words(str(card.purpose), look.type("hint"))

    def minimumSizeHint(self) -> QSize:
        words = max(self._title.widest, self._purpose.widest, self._tags.widest)
        return QSize(words + self._arrow() + 2 * self._side(), self.look.target("tile"))

    def _high(self, width: int) -> int:
        room = width - self._arrow()
        return self._title.height(room) + self._purpose.height(room) + self.look.px(3) + self._tags.height(room)

    def _draw(self, painter: QPainter, inner: QRect) -> None:
        look, room = self.look, inner.width() - self._arrow()
        above, tags = self._title.height(room), self._tags.height(room)
        self._title.draw(painter, QRect(inner.left(), inner.top(), room, above), look.colour("ink"))
        below = QRect(inner.left(), inner.top() + above, room, self._purpose.height(room))
        self._purpose.draw(painter, below, look.colour("ink-soft"))
        self._tags.draw(painter, QRect(inner.left(), inner.bottom() + 1 - tags, room, tags))
        self._draw_arrow(painter, inner)


class OfferRow(Leaf):
    """The same on one line: title, purpose, what sets it apart; at A++ the purpose stands under the title."""

    skin = ROW

    def __init__(self, card: Card, forms: Collection[str], look: Look) -> None:
        self._tags = Tags(sorts(card, forms), look)
        super().__init__(card, look, str(card.purpose), self._tags.said)
        self._title = Words(str(card.title), look.type("label"))
        self._purpose = Words(str(card.purpose), look.type("hint"))
        self._stacked = look.size == "xlarge"

    def minimumSizeHint(self) -> QSize:
        words = max(self._title.widest, self._purpose.widest) if self._stacked else self._title.widest * 3
        return QSize(words + self._beside() + 2 * self._side(), self.look.target("row"))

    def _high(self, width: int) -> int:
        left, right = self._across(width)
        title, purpose = self._title.height(left), self._purpose.height(right)
        words = title + purpose if self._stacked else max(title, purpose)
        least = self.look.target("row") - 2 * self._over() - self.look.border("card")
        return max(least, words, self._tags.height(self._tags.natural))

    def _draw(self, painter: QPainter, inner: QRect) -> None:
        left, right = self._across(inner.width())
        above, below = QRect(inner), QRect(inner)
        above.setWidth(left)
        if self._stacked:
            title, purpose = self._title.height(left), self._purpose.height(right)
            above.setTop(inner.top() + (inner.height() - title - purpose) // 2)
            above.setHeight(title)
            below.setTop(above.bottom() + 1)
            below.setHeight(purpose)
        else:
            below.setLeft(inner.left() + left + self.look.px(4))
        below.setWidth(right)
        self._title.draw(painter, above, self.look.colour("ink"))
        self._purpose.draw(painter, below, self.look.colour("ink-soft"))
        high = self._tags.height(self._tags.natural)
        start = inner.right() + 1 - self._arrow() - self._tags.natural
        self._tags.draw(painter, QRect(start, inner.center().y() + 1 - high // 2, self._tags.natural, high))
        self._draw_arrow(painter, inner)

    def _across(self, width: int) -> tuple[int, int]:
        """The widths of title and purpose in *width*."""
        room = width - self._beside()
        if self._stacked:
            return room, room
        left = max(round(width * TITLE), self._title.widest)
        return left, room - left - self.look.px(4)

    def _beside(self) -> int:
        """What tags and arrow take."""
        return self._arrow() + (self._tags.natural + self.look.px(4) if self._tags.natural else 0)
