"""The pad where people sign with a finger, a pen or a mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models import strokes as grammar
from app.models.text import _
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.paint import Slab
from app.ui.widgets.viewport import Viewport
from app.ui.widgets.words import Phrase, Words

HEIGHT, STROKE = 264, 5
"""The pad and its ink (visual.md 5, Signature)."""
WIDE = 1000
"""Points are kept in thousandths of the width of the pad."""


class Pad(QWidget):
    """Keeps what is drawn as strokes in the model's grammar."""

    typed = Signal(str)

    def __init__(self, look: Look, name: str, *, caption: Phrase = "", strokes: str = "") -> None:
        super().__init__()
        self._look, self._faulty = look, False
        self._strokes = [list(stroke) for stroke in grammar.read(strokes)]
        self._held: list[Viewport] = []
        self.setObjectName(name)
        self.setAccessibleName(str(_("Cadre pour signer")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.caption(caption)

    def caption(self, text: Phrase) -> None:
        """Write *text*, the name and the date, under the line."""
        self._caption = Words(str(text), self._look.type("hint"))
        self.update()

    def text(self) -> str:
        """The strokes, as ``app.models.strokes`` reads them."""
        return grammar.write(tuple(tuple(stroke) for stroke in self._strokes))

    def clear(self) -> None:
        """Take the drawing away."""
        self._strokes.clear()
        self.update()
        self.typed.emit("")

    def mark(self, faulty: bool) -> None:
        """Show that the signature is to be given again, or no longer."""
        self._faulty = faulty
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.layout("column"), HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hold_scrolling()
        self._strokes.append([self._point(event.position())])
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._point(event.position())
        if self._strokes and event.buttons() and self._strokes[-1][-1] != point:
            self._strokes[-1].append(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Not before this release is over, or the page would take it for the start of a drag.
        QTimer.singleShot(0, self, self._free_scrolling)
        self.typed.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        line, width = ("error", "error") if self._faulty else ("primary", "selected")
        ground = Slab(look.colour("surface"), look.colour(line), look.border(width), look.radius("card"))
        ground.draw(painter, QRectF(self.rect()))
        self._draw_line(painter)
        painter.setPen(QPen(look.colour("ink"), STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        for stroke in self._strokes:
            points = [QPointF(x, y) * self.width() / WIDE for x, y in stroke]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else points * 2))
        painter.end()

    def _draw_line(self, painter: QPainter) -> None:
        look, side = self._look, self._look.px(12)
        base = self.height() - look.px(4) - self._caption.line
        pen = QPen(look.colour("line-strong"), look.border("card"), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(side, base, self.width() - side, base)
        cross = look.px(6)
        painter.drawPixmap(side, base - cross - look.px(2), icon("bold/x", cross, look.colour("line-strong")))
        below = self.rect().adjusted(side, base, -side, -look.px(2))
        self._caption.draw(painter, below, look.colour("ink-soft"), Qt.AlignmentFlag.AlignRight)

    def _point(self, at: QPointF) -> tuple[int, int]:
        scale = WIDE / max(1, self.width())
        x = min(max(0.0, at.x()), self.width())
        y = min(max(0.0, at.y()), self.height())
        return round(x * scale), round(y * scale)

    def _free_scrolling(self) -> None:
        for view in self._held:
            view.free()
        self._held.clear()

    def _hold_scrolling(self) -> None:
        """Keep a page that is dragged with the finger still while one signs on it."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, Viewport):
                parent.hold()
                self._held.append(parent)
            parent = parent.parentWidget()
