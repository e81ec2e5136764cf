"""Our mark and the drawing of the home page: an arch, a person in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets.paint import flat

DOORS, LIT = 6, 4
"""Doorways of the arcade, and which one is lit."""


class Mark(QWidget):
    """The mark, in a square of *px*."""

    def __init__(self, px: int, look: Look) -> None:
        super().__init__()
        self._line, self._person = look.colour("on-rail"), look.colour("leave")
        self.setFixedSize(px, px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width()
        thick = side / 11
        pen = painter.pen()
        pen.setColor(self._line)
        pen.setWidthF(thick)
        painter.setPen(pen)
        painter.drawPath(_arch(QRectF(thick, thick / 2, side - 2 * thick, side - thick)))
        _person(painter, QRectF(side * 0.3, side * 0.36, side * 0.4, side * 0.64 - thick / 2), self._person)
        painter.end()


class Arcade(QWidget):
    """A row of doorways with two people, one of them in the lit one: the hall, under the title in portrait."""

    def __init__(self, height: int, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, high = self._look, self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flat(painter, QRectF(self.rect()), look.colour("rail-control"))
        wide = self.width() / DOORS
        for door in range(DOORS):
            area = QRectF(door * wide + wide * 0.16, high * 0.16, wide * 0.68, high * 0.84)
            painter.fillPath(_arch(area), look.colour("page" if door == LIT else "rail"))
            if door in (LIT - 1, LIT):
                room = area.adjusted(area.width() * 0.14, high * 0.12, -area.width() * 0.14, 0)
                _person(painter, room, _accent(look) if door == LIT and not look.contrast else look.colour("rail-line"))
        painter.end()


class Welcome(QWidget):
    """Two people, one of them in a lit doorway: decoration, silent for a screen reader."""

    def __init__(self, height: int, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(round(height * 1.7), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = self.height(), self.width()
        door = QRectF(wide - high * 0.94, 0, high * 0.94, high)
        painter.fillPath(_arch(door), self._look.colour("primary"))
        _person(painter, QRectF(door.left() + high * 0.17, high * 0.3, high * 0.6, high * 0.7), _accent(self._look))
        _person(painter, QRectF(0, high * 0.22, high * 0.66, high * 0.78), self._look.colour("rail-line"))
        painter.end()


def _accent(look: Look) -> QColor:
    return look.colour("page" if look.contrast else "leave")


def _arch(area: QRectF) -> QPainterPath:
    """A doorway open at the bottom: upright sides under half a circle."""
    path = QPainterPath(QPointF(area.left(), area.bottom()))
    path.lineTo(area.left(), area.top() + area.width() / 2)
    path.arcTo(QRectF(area.left(), area.top(), area.width(), area.width()), 180, -180)
    path.lineTo(area.right(), area.bottom())
    return path


def _person(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A head over half a circle of shoulders."""
    shoulders = area.width() / 2
    head = area.width() * 0.55
    drawing = QPainterPath()
    drawing.addEllipse(QRectF(area.center().x() - head / 2, area.bottom() - shoulders - head * 1.12, head, head))
    drawing.moveTo(area.left(), area.bottom())
    drawing.arcTo(QRectF(area.left(), area.bottom() - shoulders, area.width(), 2 * shoulders), 180, -180)
    drawing.closeSubpath()
    painter.fillPath(drawing, colour)
