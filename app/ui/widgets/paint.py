"""The one shape everything is made of: a slab with round corners, a border, and sometimes a thick lower edge."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui.theme import Look


def flat(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """*area* in one *colour*. Qt's ``fillRect`` would have PySide make 180 names of gradients, 3 ms of the start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


class Slab(NamedTuple):
    """Colours and measures of a slab."""

    fill: QColor
    line: QColor
    border: int
    radius: int
    edge: QColor | None = None
    thickness: int = 0

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the slab over *area*."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lower = max(self.border, self.thickness)
        if self.edge is not None:
            painter.setBrush(self.edge)
            painter.drawRoundedRect(area, self.radius, self.radius)
        body = area.adjusted(0, 0, 0, self.border - lower)
        painter.setBrush(self.line)
        painter.drawRoundedRect(body, self.radius, self.radius)
        inner = body.adjusted(self.border, self.border, -self.border, -self.border)
        painter.setBrush(self.fill)
        painter.drawRoundedRect(inner, max(0, self.radius - self.border), max(0, self.radius - self.border))


class Skin(NamedTuple):
    """The colour roles of something to press; *edge* makes it thick."""

    fill: str
    pressed: str
    line: str
    ink: str
    edge: str = ""
    hover: str = ""
    pressed_ink: str = ""
    contrast_line: str = ""
    border: str = "card"
    icon: str = ""

    def slab(self, look: Look, *, down: bool, over: bool, radius: str = "button") -> Slab:
        """The slab of this skin, as it is now."""
        fill = self.pressed if down else self.hover if over and self.hover else self.fill
        line = fill if self.line == self.fill else self.line
        line = self.contrast_line if look.contrast and self.contrast_line else line
        # In the contrast theme nothing is thick: the border and the fill say it all (visual.md 3).
        edge = look.colour(self.edge) if self.edge and not look.contrast else None
        thickness = look.border("edge-bottom") if edge is not None else 0
        return Slab(
            look.colour(fill), look.colour(line), look.border(self.border), look.radius(radius), edge, thickness
        )
