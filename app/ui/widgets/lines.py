"""Lines to read, one under the other in one widget: headings, sentences, items with their marks, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase, Words

DOT = "•"
"""The mark of an item that is neither a step nor a document."""
ADDRESS = re.compile(r"\S[./@]\S")
UNBROKEN = 9
"""The width, in heights of letters, that an address may ask for: longer, it is broken, for it has no space to be."""


class Line(NamedTuple):
    """*mark*: an icon, the number of a step, or DOT; *tint*: the ground of a note; *above*: the space over it."""

    words: Words
    ink: str = "ink"
    above: int = 0
    mark: str = ""
    mark_ink: str = "primary"
    tint: str = ""

    @property
    def said(self) -> str:
        """What a screen reader reads: the number of a step too."""
        return f"{self.mark}. {self.words.text}" if self.mark.isdigit() else self.words.text


class Frame(NamedTuple):
    """What is around the words of a line: the side of its mark, all that is beside them, and its ground's padding."""

    mark: int
    beside: int
    side: int
    over: int


class Place(NamedTuple):
    """Where a line stands: the whole of it, its mark and its words."""

    whole: QRect
    mark: QRect
    words: QRect


def written(text: Phrase, look: Look, role: str = "body", *, strong: bool = False) -> Words:
    """*text* in the letters of *role*; *strong* in semi-bold."""
    letters = look.type(role)
    return Words(str(text), letters.bold if strong else letters)


class Lines(QLabel):
    """*lines*, read by a screen reader as one text."""

    def __init__(self, lines: Sequence[Line], look: Look) -> None:
        super().__init__()
        self._look, self._framed = look, [(line, _frame(line, look)) for line in lines]
        self._known: dict[int, list[Place]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("\n".join(line.said for line in lines))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].whole.bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        width = max((line.words.natural + frame.beside for line, frame in self._framed), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self._least

    @cached_property
    def _least(self) -> QSize:
        """As wide as the longest word; an address is broken where it has to be."""
        unbroken = self._look.type("body").size * UNBROKEN
        guesses = [_guess(line, frame) for line, frame in self._framed]
        width = 0
        for (line, frame), guess in zip(self._framed, guesses, strict=True):
            if guess < max(guesses) * 3 // 4:
                continue  # not the widest: it need not be measured
            widest = line.words.widest
            width = max(width, frame.beside + (min(widest, unbroken) if ADDRESS.search(line.words.text) else widest))
        return QSize(width, self._look.type("small").line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for (line, _), place in zip(self._framed, self._places(self.width()), strict=True):
            if place.whole.intersects(event.rect()):
                self._draw(painter, line, place)
        painter.end()

    def _draw(self, painter: QPainter, line: Line, place: Place) -> None:
        look = self._look
        if line.tint:
            tint = look.colour(line.tint)
            Slab(tint, tint, 0, look.radius("chip")).draw(painter, QRectF(place.whole))
        if line.mark == DOT:
            _disc(painter, look, place.mark.center().x(), place.mark.center().y(), place.mark.width() // 5)
        elif line.mark.isdigit():
            middle = place.mark.center()
            _disc(painter, look, middle.x(), middle.y(), place.mark.width() // 2)
            number = written(line.mark, look, "small", strong=True)
            number.draw(painter, place.mark, look.colour("on-primary"), Qt.AlignmentFlag.AlignHCenter)
        elif line.mark:
            painter.drawPixmap(place.mark.topLeft(), icon(line.mark, place.mark.width(), look.colour(line.mark_ink)))
        line.words.draw(painter, place.words, look.colour(line.ink))

    def _places(self, width: int) -> list[Place]:
        """Where each line stands in *width*; layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> list[Place]:
        places: list[Place] = []
        top = 0
        for line, frame in self._framed:
            top += line.above if places else 0
            places.append(_place(line, frame, top, width))
            top = places[-1].whole.bottom() + 1
        return places


def _guess(line: Line, frame: Frame) -> int:
    """About how wide the longest word of *line* is."""
    return frame.beside + max(map(len, line.words.text.split()), default=0) * line.words.line // 2


def _frame(line: Line, look: Look) -> Frame:
    side, over = (look.px(2), look.px(1)) if line.tint else (0, 0)
    if not line.mark:
        return Frame(0, 2 * side, side, over)
    high, near = line.words.line, line.tint or line.mark == DOT
    mark = high * 4 // 7 if line.mark == DOT else high + look.px(1) if line.mark.isdigit() else high
    return Frame(mark, 2 * side + mark + look.px(2 if near else 3), side, over)


def _place(line: Line, frame: Frame, top: int, width: int) -> Place:
    """The mark stands in the middle of the first line of the words."""
    room = width - frame.beside
    across = min(line.words.natural, room) if line.tint else room
    high, lower = line.words.height(across), max(0, (frame.mark - line.words.line) // 2)
    higher = max(0, (line.words.line - frame.mark) // 2)
    return Place(
        QRect(0, top, across + frame.beside, max(frame.mark, lower + high) + 2 * frame.over),
        QRect(frame.side, top + frame.over + higher, frame.mark, frame.mark),
        QRect(frame.beside - frame.side, top + frame.over + lower, across, high),
    )


def _disc(painter: QPainter, look: Look, across: int, down: int, radius: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    painter.drawEllipse(QRectF(across - radius + 0.5, down - radius + 0.5, 2 * radius, 2 * radius))
