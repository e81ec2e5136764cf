"""A page that is drawn on nothing: where each of its lines stands."""

from __future__ import annotations

from typing import Any

from app.documents.paper import width


class Noted:
    """A canvas that keeps the left, right, top and bottom of each line drawn, and the line."""

    def __init__(self) -> None:
        self.font, self.lines = ("", 0.0), list[tuple[float, float, float, float, str]]()
        self.sizes: list[float] = []

    def setFont(self, name: str, size: float) -> None:
        self.font = (name, size)

    def drawString(self, x: float, y: float, line: str) -> None:
        name, size = self.font
        self.sizes.append(size)
        # From the top of a capital to the bottom of a p.
        self.lines.append((x, x + width(line, name, size), y + 0.72 * size, y - 0.22 * size, line))

    def drawRightString(self, x: float, y: float, line: str) -> None:
        self.drawString(x - width(line, *self.font), y, line)

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments, **options: self


def meet(one: tuple[float, float, float, float, str], other: tuple[float, float, float, float, str]) -> bool:
    """Whether two lines cover each other."""
    return one[0] < other[1] and other[0] < one[1] and one[3] < other[2] and other[3] < one[2]
