"""Icons in the colour and size they are asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPixmap

from app.paths import ICONS

VIEW = 256
"""The side of the square in which every icon is traced."""


def icon(name: str, px: int, colour: QColor) -> QPixmap:
    """The icon *name* (``bold/check``; a bare name is a subject, in duotone) as wide as *px*, sharp on this screen."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name if "/" in name else f"duotone/{name}", px, colour.name(), screen.devicePixelRatio())


@cache
def _drawn(name: str, px: int, colour: str, ratio: float) -> QPixmap:
    drawing = QPixmap(round(px * ratio), round(px * ratio))
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(drawing.width() / VIEW, drawing.height() / VIEW)
    for opacity, outline in _outlines(name):
        painter.setOpacity(opacity)
        painter.fillPath(outline, QColor(colour))
    painter.end()
    drawing.setDevicePixelRatio(ratio)
    return drawing


@cache
def _outlines(name: str) -> tuple[tuple[float, QPainterPath], ...]:
    """The filled paths of *name* with their opacity, traced at set-up: reading SVG would take 6 ms of the start."""
    traced, outlines = QByteArray((ICONS / f"{name}.path").read_bytes()), []
    stream = QDataStream(traced)
    while not stream.atEnd():
        opacity, path = stream.readDouble(), QPainterPath()
        stream >> path
        outlines.append((opacity, path))
    return tuple(outlines)
