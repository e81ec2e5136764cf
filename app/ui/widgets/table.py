"""A table in one painted widget: columns under a head or, where they have no room, one row after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel

from app.models.reading import Grid
from app.ui.theme import Look
from app.ui.widgets.lines import written
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import LEFT, Words

RIGHT = Qt.AlignmentFlag.AlignRight


class Cell(NamedTuple):
    """Words and where they stand."""

    words: Words
    area: QRect
    ink: str = "ink"
    align: Qt.AlignmentFlag = LEFT


class Plan(NamedTuple):
    """A table in one width: its cells, the bands behind its heads, and where a rule runs."""

    cells: list[Cell]
    bands: list[QRect]
    rules: list[int]
    height: int


class Table(QLabel):
    """*grid*; a screen reader reads each row with the heads of its cells."""

    def __init__(self, grid: Grid, look: Look) -> None:
        super().__init__()
        self._grid, self._look = grid, look
        self._plans: dict[int, Plan] = {}
        self._head = [written(cell, look, "label") for cell in grid.head]
        self._rows = [
            [written(cell, look, "label" if place == 0 or grid.amounts else "body") for place, cell in enumerate(row)]
            for row in grid.rows
        ]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("\n".join(_said(grid, row) for row in grid.rows))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self._least

    @cached_property
    def _least(self) -> QSize:
        widest = max(words.widest for row in (self._head, *self._rows) for words in row)
        return QSize(widest + 2 * (self._side + self._border), self._look.type("body").line)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, plan, painter = self._look, self._plan(self.width()), QPainter(self)
        area = QRectF(0, 0, self.width(), plan.height)
        ground = Slab(look.colour("surface"), look.colour("line"), self._border, look.radius("card"))
        ground.draw(painter, area)
        self._paint_bands(painter, plan, area)
        for cell in plan.cells:
            if cell.area.intersects(event.rect()):
                cell.words.draw(painter, cell.area, look.colour(cell.ink), cell.align)
        painter.end()

    def _paint_bands(self, painter: QPainter, plan: Plan, area: QRectF) -> None:
        """Inside the border, whose corners are round."""
        look, inset = self._look, self._border
        inside = QPainterPath()
        radius = look.radius("card") - inset
        inside.addRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.save()
        painter.setClipPath(inside)
        for band in plan.bands:
            painter.fillRect(band, look.colour("sunken"))
        painter.restore()
        for top in plan.rules:
            painter.fillRect(inset, top, self.width() - 2 * inset, look.border("hair"), look.colour("line"))

    @cached_property
    def _soft(self) -> list[Words]:
        """The heads as they stand before each value of a row that is alone."""
        return [written(cell, self._look, "hint") for cell in self._grid.head]

    @property
    def _border(self) -> int:
        return self._look.border("card")

    @property
    def _side(self) -> int:
        return self._look.px(3)

    @property
    def _over(self) -> int:
        return self._look.px(1 if self._look.density == "desk" else 2)

    def _plan(self, width: int) -> Plan:
        """Layouts ask it many times."""
        if width not in self._plans:
            across = self._across(width - 2 * self._border)
            self._plans[width] = self._beside(across) if across else self._stacked(width)
        return self._plans[width]

    def _across(self, room: int) -> list[int]:
        """The width of each column; none when they do not fit side by side."""
        columns = [[head, *cells] for head, *cells in zip(self._head, *self._rows, strict=True)]
        padding = 2 * self._side
        least = [max(_least(words, self._grid.amounts) for words in column) + padding for column in columns]
        most = [max(words.natural for words in column) + padding for column in columns]
        spare = room - sum(least)
        if spare < 0:
            return []
        grown = [low + more for low, more in zip(least, _shared(spare, most, least), strict=True)]
        rest = (room - sum(grown)) // len(grown)
        return [width + rest for width in grown]

    def _beside(self, across: list[int]) -> Plan:
        plan, top = Plan([], [], [], 0), self._border
        for number, row in enumerate((self._head, *self._rows)):
            if number:
                plan.rules.append(top)
                top += self._look.border("hair")
            room = [width - 2 * self._side for width in across]
            high = max(words.height(width) for words, width in zip(row, room, strict=True)) + 2 * self._over
            if number == 0:
                plan.bands.append(QRect(0, 0, sum(across) + 2 * self._border + len(across), top + high))
            plan.cells.extend(self._cells(row, across, top, high, amounts=self._grid.amounts and number > 0))
            top += high
        return plan._replace(height=top + self._border)

    def _cells(self, row: list[Words], across: list[int], top: int, high: int, *, amounts: bool) -> list[Cell]:
        """Numbers end under one another, at the width of the longest: they stay under their head."""
        cells, left = [], self._border
        for place, (words, width) in enumerate(zip(row, across, strict=True)):
            number = amounts and place > 0
            room = max(each[place].natural for each in self._rows) if number else width - 2 * self._side
            area = QRect(left + self._side, top, room, high)
            cells.append(Cell(words, area, align=RIGHT if number else LEFT))
            left += width
        return cells

    def _stacked(self, width: int) -> Plan:
        """Each row: its label on a band, then every head with its value."""
        plan, top = Plan([], [], [], 0), self._border
        room = width - 2 * (self._border + self._side)
        for label, *values in self._rows:
            high = label.height(room) + 2 * self._over
            plan.bands.append(QRect(0, top, width, high))
            plan.cells.append(Cell(label, self._line(top, room, high)))
            top += high + self._over
            for head, value in zip(self._soft[1:], values, strict=True):
                top = self._pair(plan, head, value, QRect(0, top, room, 0)) + self._over
        return plan._replace(height=top + self._border)

    def _pair(self, plan: Plan, head: Words, value: Words, area: QRect) -> int:
        """A head and its value, side by side or one under the other; where they end."""
        top, room, left = area.top(), area.width(), self._border + self._side
        if head.natural + self._side + value.natural <= room:
            high = max(head.line, value.line)
            plan.cells.append(Cell(head, QRect(left, top, head.natural, high), "ink-soft"))
            beside = QRect(left + room - value.natural, top, value.natural, high)
            plan.cells.append(Cell(value, beside, align=RIGHT))
            return top + high
        high, low = head.height(room), value.height(room)
        plan.cells.append(Cell(head, self._line(top, room, high), "ink-soft"))
        plan.cells.append(Cell(value, self._line(top + high, room, low)))
        return top + high + low

    def _line(self, top: int, room: int, high: int) -> QRect:
        return QRect(self._border + self._side, top, room, high)


def _least(words: Words, amounts: bool) -> int:
    """The smallest width of a cell that reads well: an amount on one line, a sentence on two or three."""
    return max(words.widest, words.natural if amounts and words.natural < words.line * 5 else words.natural // 3)


def _shared(spare: int, most: Sequence[int], least: Sequence[int]) -> list[int]:
    """What each column gets of the room to *spare*: who wants little first, so that few break their words."""
    wants = [high - low for high, low in zip(most, least, strict=True)]
    given = [0] * len(wants)
    for done, column in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
        given[column] = min(wants[column], spare // (len(wants) - done))
        spare -= given[column]
    return given


def _said(grid: Grid, row: tuple[str, ...]) -> str:
    return " ; ".join(f"{head} : {cell}" for head, cell in zip(grid.head, row, strict=True))
