"""Combs: cells in which an official form wants one digit each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from app.documents.blocks import Block, words
from app.documents.paper import INK, LINE, SEMIBOLD, SOFT, Canvas
from app.documents.tags import marked, spelt

CELL, CELL_HEIGHT = 12.0, 16.0
"""A cell of a comb holds one digit, written by hand too."""
BETWEEN = 5.0
"""White between two groups of cells."""
THIN = 0.6
"""The lines of the cells, as thin as those of boxes."""
NIR_GROUPS, DATE_GROUPS, CODE_GROUPS = (1, 2, 2, 2, 3, 3, 2), (2, 2, 4), (5,)


def combed(said: str, digits: str, groups: Sequence[int], instead: str = "") -> Block:
    """A label over cells in *groups*, a digit in each, from the left; *instead*: words under empty cells."""
    title = words(said, room_of(groups), size=7.5, colour=SOFT)
    under = words(instead, room_of(groups), size=7.5) if instead else None
    top = title.height + 1

    def draw(canvas: Canvas, x: float, y: float) -> None:
        title.draw(canvas, x, y)
        _cells(canvas, x, y - top, digits, groups)
        if under:
            under.draw(canvas, x, y - top - CELL_HEIGHT)

    return Block(top + CELL_HEIGHT + (under.height if under else 0), draw)


def room_of(groups: Sequence[int]) -> float:
    """How wide a comb of *groups* is."""
    return CELL * sum(groups) + BETWEEN * (len(groups) - 1)


def _cells(canvas: Canvas, x: float, y: float, digits: str, groups: Sequence[int]) -> None:
    lefts = [x + left for left in _lefts(groups)]
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(THIN)
    for left in lefts:
        canvas.rect(left, y - CELL_HEIGHT, CELL, CELL_HEIGHT)
    with marked(canvas, "P"), spelt(canvas, " ".join(_grouped(digits, groups))):
        canvas.setFont(SEMIBOLD, 9.5)
        canvas.setFillColor(INK)
        for left, digit in zip(lefts, digits, strict=False):
            canvas.drawCentredString(left + CELL / 2, y - CELL_HEIGHT + 5, digit)


def _grouped(digits: str, groups: Sequence[int]) -> Iterator[str]:
    """*digits* as people write them: the white of a cell is no space to who reads or copies the page."""
    left = iter(digits)
    for group in groups:
        if said := "".join(islice(left, group)):
            yield said


def _lefts(groups: Sequence[int]) -> Iterator[float]:
    """The left side of each cell, from that of the comb."""
    left = 0.0
    for group in groups:
        for number in range(group):
            yield left + CELL * number
        left += CELL * group + BETWEEN
