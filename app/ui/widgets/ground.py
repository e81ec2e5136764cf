"""What things stand on: the page, a card, a tinted banner. Painted here, not by a style sheet, whose rules Qt would
match against every widget of every page (a third of the time of a page change)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets.paint import Slab, flat


class Kind(NamedTuple):
    """Colour roles and measures of a ground; *side*: a line along one edge only."""

    fill: str
    line: str = ""
    border: str = "card"
    radius: str = ""
    side: str = ""


KINDS = {
    "page": Kind("page"),
    "rail": Kind("rail"),
    "bar": Kind("surface", "line", side="top"),
    "header": Kind("page", "line", side="bottom"),
    "keyboard": Kind("keyboard", "edge", side="top"),
    "line": Kind("line"),
    "lacking": Kind("warning-tint", radius="chip"),
    "card": Kind("surface", "line", radius="card"),
    "doubted": Kind("surface", "warning", radius="card"),
    "sunken": Kind("sunken", "line", radius="card"),
    "sheet": Kind("surface", "line-strong"),
    "dialog": Kind("surface", "primary", "selected", "dialog"),
    "alert": Kind("surface", "error", "error", "card"),
    "info": Kind("info-tint", "info", radius="card"),
    "success": Kind("success-tint", "success", radius="card"),
    "warning": Kind("warning-tint", "warning", radius="card"),
    "error": Kind("error-tint", "error", radius="card"),
}


class Ground(QObject):
    """Paints under its widget, before the widget paints."""

    def __init__(self, widget: QWidget, kind: Kind, look: Look) -> None:
        super().__init__(widget)
        self._kind, self._look = kind, look
        self._across = look.border(kind.border) if kind.line else 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            painter = QPainter(watched)
            self._paint(painter, QRectF(watched.rect()))
            painter.end()
        return False

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        look, kind = self._look, self._kind
        fill = look.colour(kind.fill)
        if kind.side or not (kind.line or kind.radius):
            flat(painter, area, fill)
            if kind.side:
                top = area.top() if kind.side == "top" else area.bottom() - self._across
                flat(painter, QRectF(area.left(), top, area.width(), self._across), look.colour(kind.line))
            return
        line = look.colour(kind.line) if kind.line else fill
        Slab(fill, line, self._across, look.radius(kind.radius) if kind.radius else 0).draw(painter, area)


def paper(widget: QWidget, role: str, look: Look) -> QWidget:
    """*widget* on the ground of *role*: ``page``, ``card``, ``sunken``…"""
    widget.setProperty("role", role)
    Ground(widget, KINDS[role], look)
    return widget
