"""What is drawn over a blank official form: words on a line or in a box, letters in a comb, crosses, a signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.blocks import trace
from app.documents.paper import INK, REGULAR, SEMIBOLD, Canvas, width, wrap
from app.models.strokes import Strokes

LEAST = 6.0
"""Letters are made smaller, down to this, for words to fit."""
STEP = 0.5
LEADING = 1.2
INSIDE = 2.0
"""Between the side of a field and its words."""
ELSEWHERE = "voir l’annexe"
"""What stands where the words had no room: nothing is cut, the annex has them."""

Corner = tuple[float, float]


@dataclass(frozen=True)
class Over:
    """A drawing over a page; *whole* is not so when there was no room for the words."""

    draw: Callable[[Canvas], None]
    whole: bool = True


def line(said: str, at: Corner, room: float, size: float) -> Over:
    """*said* from *at* on, its letters as large as *size* and *room* allow."""
    if fits := _fitting(said, room, size):
        return Over(_line(said, at, fits))
    return Over(_line(ELSEWHERE, at, _fitting(ELSEWHERE, room, size) or LEAST), whole=False)


def _fitting(said: str, room: float, size: float) -> float:
    """The size at which *said* is no wider than *room*; 0 is none."""
    while size >= LEAST and width(said, REGULAR, size) > room:
        size -= STEP
    return size if size >= LEAST else 0.0


def _line(said: str, at: Corner, size: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, size)
        canvas.drawString(*at, said)

    return draw


def lines(said: str, room: tuple[float, float], size: float) -> Over:
    """*said* on as many lines as *room* (width, height) has, from its top left corner, itself at (0, height)."""
    across, height = room[0] - 2 * INSIDE, room[1] - 2 * INSIDE
    while size >= LEAST:
        found = wrap(said, REGULAR, size, across)
        if len(found) * size * LEADING <= height:
            return Over(_lines(found, room[1] - INSIDE, size))
        size -= STEP
    return Over(line(ELSEWHERE, (INSIDE, room[1] - INSIDE - LEAST), across, LEAST).draw, whole=False)


def _lines(found: list[str], top: float, size: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, size)
        for number, each in enumerate(found):
            canvas.drawString(INSIDE, top - size * (1 + LEADING * number), each)

    return draw


def comb(letters: str, at: Corner, cell: float, cells: int, size: float) -> Over:
    """*letters*, each in the middle of its cell; the first cell begins at *at*."""
    if len(letters) > cells:
        return Over(line(ELSEWHERE, at, cell * cells, size).draw, whole=False)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, size)
        for number, letter in enumerate(letters):
            canvas.drawCentredString(at[0] + cell * (number + 0.5), at[1], letter)

    return Over(draw)


def cross(at: Corner, size: float) -> Over:
    """A cross in a box to tick, a letter as on our own sheets."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, size)
        canvas.drawString(*at, "X")

    return Over(draw)


def signature(drawn: Strokes, at: Corner, room: tuple[float, float]) -> Over:
    """The strokes of a signature, its place's top left corner at *at*."""
    return Over(lambda canvas: trace(canvas, drawn, at, room))
