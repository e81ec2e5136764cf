"""Answers to check, under the name of their section: one widget a row and one to change it, for they are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase, Words

LABEL, WHOLE = 3, 8
"""The share of a row that the label has beside its answer."""


class Reply(QLabel):
    """A label and its answer, side by side; at A++ one under the other. Read as the two lines of one text."""

    def __init__(self, label: Phrase, answer: str, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._stacked = look, look.size == "xlarge"
        self._label = Words(str(label), look.type("hint"))
        self._answer = Words(answer, look.type("body"))
        self._gap = look.px(4)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(f"{label}\n{answer}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        left, right = self._across(width)
        high, low = self._label.height(left), self._answer.height(right)
        return high + self._gap + low if self._stacked else max(high, low)

    def minimumSizeHint(self) -> QSize:
        words, line = (self._label.widest, self._answer.widest), self._look.type("body").line
        return QSize(max(words) if self._stacked else sum(words) + self._gap, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        left, _right = self._across(area.width())
        above, below = QRect(area), QRect(area)
        if self._stacked:
            above.setHeight(self._label.height(left))
            below.setTop(above.bottom() + 1 + self._gap)
        else:
            above.setWidth(left)
            below.setLeft(left + self._gap)
        self._label.draw(painter, above, self._look.colour("ink-soft"))
        self._answer.draw(painter, below, self._look.colour("ink"))
        painter.end()

    def _across(self, width: int) -> tuple[int, int]:
        """The widths of label and answer in *width*; the longest word of each has its room."""
        if self._stacked:
            return width, width
        room = width - self._gap
        left = min(max(room * LABEL // WHOLE, self._label.widest), room - self._answer.widest)
        return left, room - left


class Row(NamedTuple):
    """An answer, what leads to change it, and whether it has to be given first."""

    reply: Reply
    change: QAbstractButton
    lacking: bool


class Place(NamedTuple):
    """Where a row stands, and what is in it."""

    line: QRect
    reply: QRect
    change: QRect


class Replies(QWidget):
    """The card of one section. It places its rows itself: nested layouts would take longer than all else."""

    def __init__(self, picture: str, title: Phrase, rows: Sequence[Row], look: Look) -> None:
        super().__init__()
        self._look, self._picture, self._rows = look, picture, rows
        self._known: dict[int, list[Place]] = {}
        self._title = Label(title, look, "h2")
        self._title.setParent(self)
        for row in rows:
            row.reply.setParent(self)
            row.change.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1].line.bottom() + 1 + self._look.px(2)

    def sizeHint(self) -> QSize:
        # As wide as the design has it: a page is never shorter than this height, which a narrow card would multiply.
        width = max(self.minimumSizeHint().width(), self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = (row.reply.minimumSizeHint().width() + row.change.minimumSizeHint().width() for row in self._rows)
        return QSize(max(least) + self._look.px(4) + 2 * self._look.px(5), self._look.target("min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._title.setGeometry(self._heading(self.width()))
        for row, place in zip(self._rows, self._places(self.width()), strict=True):
            row.reply.setGeometry(place.reply)
            row.change.setGeometry(place.change)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        ground = Slab(look.colour("surface"), look.colour("line"), look.border("card"), look.radius("card"))
        ground.draw(painter, QRectF(self.rect()))
        side, heading = look.type("h2").line, self._heading(self.width())
        top = heading.top() + (heading.height() - side) // 2
        painter.drawPixmap(look.px(5), top, icon(self._picture, side, look.colour("primary")))
        for row, place in zip(self._rows, self._places(self.width()), strict=True):
            if place.line.adjusted(0, -look.border("hair"), 0, 0).intersects(event.rect()):
                self._paint_row(painter, place.line, lacking=row.lacking)
        painter.end()

    def _paint_row(self, painter: QPainter, line: QRect, *, lacking: bool) -> None:
        """The rule over a row, and the tint of one that lacks its answer."""
        look, thick = self._look, self._look.border("hair")
        painter.fillRect(line.left(), line.top() - thick, line.width(), thick, look.colour("line"))
        if lacking:
            tint = look.colour("warning-tint")
            Slab(tint, tint, 0, look.radius("chip")).draw(painter, QRectF(line))

    def _heading(self, width: int) -> QRect:
        look = self._look
        left = look.px(5) + look.type("h2").line + look.px(3)
        across = width - left - look.px(5)
        high = max(self._title.heightForWidth(across), look.type("h2").line)
        return QRect(left, look.px(3), across, high)

    def _places(self, width: int) -> list[Place]:
        """Where each row stands in *width*; layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> list[Place]:
        look, places = self._look, []
        top = self._heading(width).bottom() + 1
        for row in self._rows:
            line = QRect(look.px(5), top + look.border("hair"), width - 2 * look.px(5), 0)
            places.append(self._place(row, line))
            top = places[-1].line.bottom() + 1
        return places

    def _place(self, row: Row, line: QRect) -> Place:
        """*row* in the width of *line*, as high as it needs, what it holds in the middle."""
        room = line.width() - self._look.px(4)
        most = room - row.reply.minimumSizeHint().width()
        across = max(row.change.minimumSizeHint().width(), min(row.change.sizeHint().width(), most))
        words, button = row.reply.heightForWidth(room - across), row.change.heightForWidth(across)
        high = max(words, button) + 2 * self._look.px(1)
        line.setHeight(high)
        reply = QRect(line.left(), line.top() + self._look.px(1), room - across, high - 2 * self._look.px(1))
        change = QRect(line.right() + 1 - across, line.top() + (high - button) // 2, across, button)
        return Place(line, reply, change)
