"""A table on paper: columns as wide as what they hold, amounts one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.blocks import Block
from app.documents.paper import INK, LINE, REGULAR, SEMIBOLD, TINT, Canvas, width, wrap
from app.models.reading import Grid
from app.models.typography import tied

PAD = 3.0
LONE = 4
"""The letters of an address that are not left alone on a line."""
LEADING = 1.2
"""Between two lines, for a size of 1: tighter than forms have it, whose lines are few; what is read stays larger."""


def text(said: str, room: float, size: float, font: str = REGULAR, colour: str = INK) -> Block:
    """A text in lines no wider than *room*."""
    lines = wrap(said, font, size, room)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(font, size)
        canvas.setFillColor(colour)
        for number, line in enumerate(lines):
            canvas.drawString(x, y - size * (1 + LEADING * number), line)

    return Block(size * LEADING * len(lines) + size * 0.05, draw)


def address(said: str, room: float, size: float) -> Block:
    """An e-mail address or one on the web: too wide, it goes on under itself after a sign that nobody reads over."""
    lines, rest = [], said
    while width(rest, REGULAR, size) > room and (end := _end(rest, room, size)):
        lines.append(rest[:end])
        rest = rest[end:]
    return text("\n".join([*lines, rest]), room, size)


def _end(rest: str, room: float, size: float) -> int:
    """Where a line of an address ends, with no « www. » and no « .fr » alone; 0 is nowhere."""
    ends = [end for end in range(LONE + 1, len(rest) - LONE) if width(rest[:end], REGULAR, size) <= room]
    found = [max((end for end in ends if rest[end - 1] in signs), default=0) for signs in ("@/.", "-")]
    return found[0] or found[1]


def table(grid: Grid, room: float, size: float) -> Block:
    """*grid*, no wider than *room*: a tinted head, a line under each row, numbers at the right of their column."""
    across = _widths(grid, room, size)
    room = sum(across)
    head = _row(grid.head, across, SEMIBOLD, size, grid.amounts)
    rows = [_row(row, across, REGULAR, size, grid.amounts) for row in grid.rows]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(TINT)
        canvas.rect(x, y - head.height, room, head.height, stroke=0, fill=1)
        for row in (head, *rows):
            row.draw(canvas, x, y)
            y -= row.height
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.4)
            canvas.line(x, y, x + room, y)

    return Block(head.height + sum(row.height for row in rows), draw)


def _row(cells: Sequence[str], across: Sequence[float], font: str, size: float, amounts: bool) -> Block:
    said = [wrap(cell, font, size, room - 2 * PAD) for cell, room in zip(cells, across, strict=True)]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(font, size)
        canvas.setFillColor(INK)
        for number, (lines, room) in enumerate(zip(said, across, strict=True)):
            for below, line in enumerate(lines):
                at = y - PAD / 2 - size * (1 + LEADING * below)
                if amounts and number:
                    canvas.drawRightString(x + room - PAD, at, line)
                else:
                    canvas.drawString(x + PAD, at, line)
            x += room

    return Block(size * LEADING * max(map(len, said)) + PAD, draw)


def _widths(grid: Grid, room: float, size: float) -> list[float]:
    """As wide as the cells when that fits, else every column has its longest word and its share of the rest."""
    columns = list(zip(grid.head, *grid.rows, strict=True))
    whole = [max(width(cell, SEMIBOLD, size) for cell in column) + 2 * PAD + 1 for column in columns]
    if sum(whole) <= room:
        return [each + min(2 * size, (room - sum(whole)) / len(whole)) for each in whole]
    least = [
        max(width(word, SEMIBOLD, size) for cell in column for word in tied(cell).split(" ")) + 2 * PAD + 1
        for column in columns
    ]
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    wanted = [all_ - word for all_, word in zip(whole, least, strict=True)]
    return [word + (room - sum(least)) * more / sum(wanted) for word, more in zip(least, wanted, strict=True)]
