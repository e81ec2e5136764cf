"""The tables of twelve months, painted in one go under the boxes that stand on them (mock-up 15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.models.text import _, locale
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.lines import written
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Words

SAME = _("C’est la même somme tous les mois ?")
ICON = "duotone/copy"


class Month(NamedTuple):
    """The words of a row: « Janvier », « 2025 »."""

    name: Words
    year: Words

    @property
    def across(self) -> int:
        """Their width, with a space between."""
        return self.name.natural + self.name.line // 5 + self.year.natural

    @property
    def said(self) -> str:
        return f"{self.name.text} {self.year.text}"


class Band(NamedTuple):
    """Where « C’est la même somme tous les mois ? » stands, its box and its button."""

    whole: QRect
    mark: QRect
    words: QRect
    box: QRect
    button: QRect


class Plan(NamedTuple):
    """Where everything stands in one width; a table is a card with a head and rows."""

    band: Band
    tables: list[QRect]
    heads: list[QRect]
    rows: list[QRect]
    boxes: list[QRect]
    bottom: int


class Grid:
    """The band and the tables of *months*; boxes and button of those sizes stand on them."""

    def __init__(self, look: Look, months: Sequence[date], box: QSize, button: QSize) -> None:
        self.months = [_month(month, look) for month in months]
        self._look, self._box, self._button = look, box, button
        self._same = written(SAME, look, "label")
        self._heads = written(_("Mois"), look, "label"), written(_("Somme reçue"), look, "label")
        self._table = 2 * self._side + self._widest() + self._gap + box.width()
        """The smallest width of a table."""

    @property
    def least(self) -> int:
        """The smallest width for it all."""
        band = max(self._mark + self._gap + self._same.widest, self._box.width(), self._button.width())
        return max(self._table, band + 2 * self._side)

    def plan(self, width: int) -> Plan:
        """Everything in *width*: two tables side by side, or one of twelve rows."""
        band, gutter = self._band(width), self._look.px(5)
        two = self._look.density != "portrait" and self._look.size != "xlarge" and 2 * self._table + gutter <= width
        columns, top = (2 if two else 1), band.whole.bottom() + 1 + self._gap
        across, each = (width - gutter * (columns - 1)) // columns, len(self.months) // columns
        high = self._head + each * self._row + 2 * self._look.px(1)
        tables = [QRect(at * (across + gutter), top, across, high) for at in range(columns)]
        heads = [QRect(table.left(), top, across, self._head) for table in tables]
        rows = [self._line(tables[number // each], number % each) for number in range(len(self.months))]
        return Plan(band, tables, heads, rows, [self._on(row) for row in rows], top + high)

    def paint(self, painter: QPainter, plan: Plan) -> None:
        """The grounds and the words of *plan*."""
        look, band = self._look, plan.band
        ground = Slab(look.colour("tint"), look.colour("primary"), look.border("card"), look.radius("card"))
        ground.draw(painter, QRectF(band.whole))
        painter.drawPixmap(band.mark.topLeft(), icon(ICON, self._mark, look.colour("primary")))
        self._same.draw(painter, band.words, look.colour("on-tint"))
        for table, head in zip(plan.tables, plan.heads, strict=True):
            self._paint_table(painter, table, head)
        for month, row in zip(self.months, plan.rows, strict=True):
            month.name.draw(painter, row, look.colour("ink"))
            month.year.draw(painter, row.adjusted(month.across - month.year.natural, 0, 0, 0), look.colour("ink-soft"))

    def _paint_table(self, painter: QPainter, table: QRect, head: QRect) -> None:
        """A card; its head is inside the border, whose corners are round."""
        look, inset = self._look, self._look.border("card")
        ground = Slab(look.colour("surface"), look.colour("line"), inset, look.radius("card"))
        ground.draw(painter, QRectF(table))
        inside, radius = QPainterPath(), look.radius("card") - inset
        inside.addRoundedRect(QRectF(table).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.save()
        painter.setClipPath(inside)
        painter.fillRect(head, look.colour("sunken"))
        painter.restore()
        month, amount = self._heads
        words = head.adjusted(self._side, 0, -self._side, 0)
        month.draw(painter, words, look.colour("ink"))
        amount.draw(painter, words, look.colour("ink"), Qt.AlignmentFlag.AlignRight)

    def _band(self, width: int) -> Band:
        """The question, then its box and its button: beside it where there is room, else under it."""
        side, room = self._side, width - 2 * self._side
        named, acting = self._mark + self._gap, self._box.width() + self._gap + self._button.width()
        beside = named + self._same.natural + 2 * self._gap + acting <= room
        across = room - named - (acting + 2 * self._gap if beside else 0)
        high = max(self._same.height(across), self._mark)
        box, button = self._acts(QRect(side, side + high + self._gap, room, 0))
        if beside:
            high = max(high, box.height(), button.height())
            box.moveTopLeft(QPoint(side + room - acting, side))
            button.moveTopLeft(QPoint(side + room - button.width(), side))
        words = QRect(side + named, side, across, high)
        mark = QRect(side, side + (high - self._mark) // 2, self._mark, self._mark)
        bottom = max(area.bottom() for area in (words, box, button)) + side
        return Band(QRect(0, 0, width, bottom + 1), mark, words, box, button)

    def _acts(self, area: QRect) -> tuple[QRect, QRect]:
        """The box and the button at the top left of *area*, one under the other where it is too narrow."""
        box = QRect(area.topLeft(), self._box)
        button = QRect(box.topRight() + QPoint(1 + self._gap, 0), self._button)
        if button.right() > area.right():
            button.moveTopLeft(box.bottomLeft() + QPoint(0, 1 + self._gap))
        return box, button

    def _line(self, table: QRect, number: int) -> QRect:
        """The row *number* of *table*, inside its sides."""
        top = table.top() + self._head + self._look.px(1) + number * self._row
        return QRect(table.left() + self._side, top, table.width() - 2 * self._side, self._box.height())

    def _on(self, row: QRect) -> QRect:
        """The box at the right of *row*."""
        return QRect(QPoint(row.right() + 1 - self._box.width(), row.top()), self._box)

    def _widest(self) -> int:
        return max(
            *(month.across for month in self.months), sum(head.natural for head in self._heads) - self._box.width()
        )

    @property
    def _row(self) -> int:
        return self._box.height() + self._look.px(1)

    @property
    def _head(self) -> int:
        return self._heads[0].line + 2 * self._look.px(2 if self._look.density != "desk" else 1)

    @property
    def _mark(self) -> int:
        return self._look.type("body").line

    @property
    def _side(self) -> int:
        return self._look.px(4 if self._look.density != "desk" else 3)

    @property
    def _gap(self) -> int:
        return self._look.px(4 if self._look.density != "desk" else 3)


def _month(month: date, look: Look) -> Month:
    """*month* in the language of now. Qt knows the names: Babel would take 50 ms to load."""
    name = QLocale(locale()).standaloneMonthName(month.month)
    return Month(written(name[:1].upper() + name[1:], look), written(str(month.year), look))
