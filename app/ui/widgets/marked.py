"""Words of which some letters are marked: a tint under them and a line, so that colour is never alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.models.marking import Span
from app.ui.theme import Look
from app.ui.widgets.words import LEFT, Words


class MarkedWords(Words):
    """*spans* are marked, in the letters of *role*."""

    def __init__(self, text: str, spans: Sequence[Span], look: Look, role: str) -> None:
        super().__init__(text, look.font(role), look.type(role).line)
        self._spans, self._look = spans, look

    def draw(self, painter: QPainter, area: QRect, colour: QColor, align: Qt.AlignmentFlag = LEFT) -> None:
        """The marks, then the words over them."""
        if self._spans:
            self._break(area.width())
            above = area.top() + max(0, (area.height() - self._lines * self.line) // 2)
            tint, line, thick = self._look.colour("apricot-tint"), self._look.colour("leave-edge"), 2
            for place in self._places():
                mark = place.translated(area.left(), above)
                painter.fillRect(mark, tint)
                painter.fillRect(QRectF(mark.left(), mark.bottom() - thick, mark.width(), thick), line)
        super().draw(painter, area, colour, align)

    def _places(self) -> Iterator[QRectF]:
        """Where the marked letters stand; a mark that is broken stands on both lines."""
        for at in range(self._layout.lineCount()):
            line = self._layout.lineAt(at)
            first, after = line.textStart(), line.textStart() + line.textLength()
            for start, end in self._spans:
                if start < after and end > first:
                    left, right = (line.cursorToX(edge) for edge in (max(start, first), min(end, after)))
                    yield QRectF(_x(left), line.y(), _x(right) - _x(left), line.height())


def _x(found: object) -> float:
    """Qt answers the place and the letter it is at."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
