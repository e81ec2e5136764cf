"""Icons in the colour and size they are asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import ICONS


def icon(name: str, px: int, colour: QColor) -> QPixmap:
    """The icon *name* (``bold/check``; a bare name is a subject, in duotone) as wide as *px*, sharp on this screen."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name if "/" in name else f"duotone/{name}", px, colour.name(), screen.devicePixelRatio())


@cache
def _drawn(name: str, px: int, colour: str, ratio: float) -> QPixmap:
    drawing = QPixmap(round(px * ratio), round(px * ratio))
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(drawing.rect())
    )
    painter.end()
    drawing.setDevicePixelRatio(ratio)
    return drawing


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
