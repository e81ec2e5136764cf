"""Words of which some letters are marked: a tint under them and a line, so that colour is never alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from app.models.marking import Span
from app.ui.theme import Look
from app.ui.widgets.words import Words


class Marked:
    """*words*, of which *spans* are marked."""

    def __init__(self, words: Words, spans: Sequence[Span], look: Look) -> None:
        self._words, self._spans, self._look = words, spans, look

    def height(self, width: int) -> int:
        """That of the words broken to *width*."""
        return self._words.height(width)

    def draw(self, painter: QPainter, area: QRect, colour: QColor) -> None:
        """The marks, then the words over them."""
        if self._spans:
            tint, line, thick = self._look.colour("apricot-tint"), self._look.colour("leave-edge"), 2
            for mark in self.places(area):
                painter.fillRect(mark, tint)
                painter.fillRect(QRectF(mark.left(), mark.bottom() - thick, mark.width(), thick), line)
        self._words.draw(painter, area, colour)

    def places(self, area: QRect) -> Iterator[QRectF]:
        """Where the marked letters stand in *area*; a mark that is broken stands on both lines."""
        layout, corner = self._words.laid_out(area)
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            first, after = line.textStart(), line.textStart() + line.textLength()
            for start, end in self._spans:
                if start < after and end > first:
                    left, right = (_x(line.cursorToX(edge)) for edge in (max(start, first), min(end, after)))
                    yield QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height())


def _x(found: object) -> float:
    """Qt answers the place and the letter it is at."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
