"""Icons in the colour and size they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPixmap

from app.paths import ICONS

VIEW = 256
"""The side of the square in which every icon is traced."""
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
"""How many numbers follow each letter of an outline."""


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
    """The filled paths of *name*, as set-up has traced them: reading SVG would take 6 ms of the start."""
    traced = (ICONS / f"{name}.path").read_text(encoding="ascii").splitlines()
    return tuple(
        (float(opacity), _path(rest.split())) for opacity, _space, rest in (line.partition(" ") for line in traced)
    )


def _path(words: list[str]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath}
    for letter, numbers in _orders(words):
        draw[letter](*numbers)  # type: ignore[operator]
    return path


def _orders(words: list[str]) -> Iterator[tuple[str, list[float]]]:
    at = 0
    while at < len(words):
        after = at + 1 + NUMBERS[words[at]]
        yield words[at], [float(number) for number in words[at + 1 : after]]
        at = after
