"""The small marks of state on a painted card: what can be done about an offer, and who may see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter

from app.models.offer import Card
from app.models.text import Text, _, language
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Words


class Sort(NamedTuple):
    """What a tag says; colours are roles."""

    words: Text
    icon: str
    colour: str
    tint: str


POSSIBLE = Sort(_("Demande possible ici"), "bold/note-pencil", "info", "info-tint")
AGENTS = Sort(_("Agents seulement"), "bold/lock-simple", "warning", "warning-tint")
READ = Sort(_("À lire et à emporter"), "bold/book-open-text", "ink-soft", "sunken")


def sorts(card: Card, forms: Collection[str]) -> tuple[Sort, ...]:
    """What sets *card* apart on a terminal where *forms* can be filled in."""
    agents = (AGENTS,) if card.audience == "agents" else ()
    return (*agents, POSSIBLE) if possible(card, forms) else agents


def possible(card: Card, forms: Collection[str]) -> bool:
    """Whether a request can be made here."""
    return any(form in forms for form in card.forms)


class Tag:
    """A chip as ``chip.Chip`` paints it, inside another widget."""

    def __init__(self, sort: Sort, look: Look) -> None:
        self.said = str(sort.words)
        self._sort, self._look = sort, look
        self._words = Words(self.said, look.type("small").bold)
        self._mark = look.type("small").size
        self.high = look.type("small").line + look.px(2)
        self.wide = self._words.natural + self._mark + 3 * look.px(2)

    def draw(self, painter: QPainter, at: QPoint) -> None:
        """Paint it, its top left corner *at*."""
        look, side = self._look, self._look.px(2)
        area, tint, ink = QRect(at.x(), at.y(), self.wide, self.high), self._sort.tint, look.colour(self._sort.colour)
        Slab(look.colour(tint), look.colour(tint), 0, look.radius("chip")).draw(painter, QRectF(area))
        top = area.top() + (self.high - self._mark) // 2
        painter.drawPixmap(area.left() + side, top, icon(self._sort.icon, self._mark, ink))
        self._words.draw(painter, area.adjusted(2 * side + self._mark, 0, -side, 0), ink)


@cache
def _tag(sort: Sort, look: Look, _language: str) -> Tag:
    """Measured once: the same few stand on many cards."""
    return Tag(sort, look)


class Tags:
    """Tags in a row, one under the other where the row is too narrow."""

    def __init__(self, wanted: Sequence[Sort], look: Look) -> None:
        self._gap = look.px(2)
        self._tags = [_tag(sort, look, language()) for sort in wanted]
        self.said = ", ".join(tag.said for tag in self._tags)
        self.widest = max((tag.wide for tag in self._tags), default=0)
        self.natural = sum(tag.wide + self._gap for tag in self._tags) - self._gap if self._tags else 0

    def height(self, width: int) -> int:
        """Their height in *width*; 0 when there is none."""
        return max((at.y() + tag.high for tag, at in self._placed(width)), default=0)

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Paint them from the top left of *area*."""
        for tag, at in self._placed(area.width()):
            tag.draw(painter, at + area.topLeft())

    def _placed(self, width: int) -> list[tuple[Tag, QPoint]]:
        side_by_side = self.natural <= width
        placed, at = [], QPoint(0, 0)
        for tag in self._tags:
            placed.append((tag, at))
            at = at + (QPoint(tag.wide + self._gap, 0) if side_by_side else QPoint(0, tag.high + self._gap))
        return placed
