"""Words broken into lines as the design says: exact height of line, and no word cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from math import ceil
from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from app.models.text import Text
from app.models.typography import tied
from app.ui.theme import Type

Phrase = Text | str
"""What a widget can be given to say: a text of the program, or words of the person."""

LEFT = Qt.AlignmentFlag.AlignLeft
ROOM = 1 << 20
"""Px: no line is as wide."""
SIMPLE = re.compile(r"[\w \n\u00a0’'.,:;?!%€]*")
"""What Qt breaks at spaces alone, not after a hyphen or a slash."""


class Words:
    """Plain words in their letters, and how they fill a width. One pass of Qt's layout gives most of their measures."""

    def __init__(self, text: str, letters: Type) -> None:
        self.text = tied(text)
        self.line = letters.line
        self._font = letters.font
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"), self._font)
        self._broken_at, self._anywhere = -1, False
        self._lines = 0
        self._heights: dict[int, int] = {}

    @cached_property
    def natural(self) -> int:
        """The width that breaks no line."""
        return self._whole[0]

    @cached_property
    def widest(self) -> int:
        """The width of the longest word."""
        return self._whole[1] if SIMPLE.fullmatch(self.text) else self._across(re.split(r"[ \n]", self.text))

    @cached_property
    def halved(self) -> int:
        """The smallest width that holds the words on two lines."""
        words = self.text.split(" ")
        sides = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
        return min((self._across(pair) for pair in sides), default=self.natural)

    def height(self, width: int) -> int:
        """The height of the words broken to *width*."""
        if width >= self.natural:
            return (self.text.count("\n") + 1) * self.line
        if width not in self._heights:
            self._break(width)
            self._heights[width] = self._lines * self.line
        return self._heights[width]

    def draw(self, painter: QPainter, area: QRect, colour: QColor, align: Qt.AlignmentFlag = LEFT) -> None:
        """Draw the words broken to the width of *area*, in the middle of its height."""
        layout, corner = self.laid_out(area, align)
        painter.setPen(colour)
        layout.draw(painter, corner)

    def laid_out(self, area: QRect, align: Qt.AlignmentFlag = LEFT) -> tuple[QTextLayout, QPointF]:
        """The lines that ``draw`` draws in *area*, and where their corner is."""
        self._break(ROOM if align == LEFT and area.width() >= self.natural else area.width())
        if self._layout.textOption().alignment() != align:
            option = QTextOption(align)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._layout.setTextOption(option)
            self._anywhere = True
        above = (area.height() - self._lines * self.line) // 2
        return self._layout, QPointF(area.left(), area.top() + max(0, above))

    @cached_property
    def _whole(self) -> tuple[int, int]:
        """The widths of the words on one line, and of the longest, with room for what hinting rounds up."""
        self._break(ROOM)
        return ceil(self._layout.maximumWidth()) + 1, ceil(self._layout.minimumWidth()) + 1

    def _across(self, pieces: Iterable[str]) -> int:
        """The same of the widest of *pieces*, each measured."""
        metrics = QFontMetricsF(self._font)
        return ceil(max(map(metrics.horizontalAdvance, pieces))) + 1

    def _break(self, width: int) -> None:
        if width == self._broken_at:
            return
        self._broken_at, self._lines = width, 0
        if self._anywhere != (width != ROOM):
            self._wrap(anywhere=width != ROOM)
        layout, high = self._layout, self.line
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, self._lines * high + (high - line.height()) / 2))
            self._lines += 1
        layout.endLayout()

    def _wrap(self, *, anywhere: bool) -> None:
        """Where a line may be broken; the widths of whole words are measured with no word broken."""
        self._anywhere = anywhere
        modes, option = QTextOption.WrapMode, self._layout.textOption()
        option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if anywhere else modes.WordWrap)
        self._layout.setTextOption(option)


def alike(text: str, letters: Type) -> Words:
    """The words of all that says *text* in the same letters: « Oui », « Jour » and « Modifier » are measured once.

    They go with the last widget that says them: nothing of what a person wrote stays behind.
    """
    words = _SAID.get((text, letters))
    if words is None:
        words = _SAID[text, letters] = Words(text, letters)
    return words


_SAID: WeakValueDictionary[tuple[str, Type], Words] = WeakValueDictionary()
