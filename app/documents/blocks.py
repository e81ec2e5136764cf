"""Measured pieces of a page: each knows its height before it is drawn, so nothing overlaps and nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.documents.paper import DISPLAY, INK, LINE, REGULAR, SEMIBOLD, SOFT, TINT, WHITE, Canvas, wrap
from app.documents.tags import ARTIFACT, marked
from app.models.strokes import Strokes

GAP = 7.0
INSET = 8.0
"""Between a frame and what it holds."""
PAD = 4.0
"""Between a box and its words."""
SQUARE = 9.0
"""The side of a box to tick: as high as a line's capitals, so that its cross stands on the line of its label."""
SPACING = 1.36
"""Noto's own distance between two lines, for a size of 1."""


@dataclass(frozen=True)
class Block:
    """Something to draw, its top left corner at (x, y); it stays within *height* below y."""

    height: float
    draw: Callable[[Canvas, float, float], None]


def words(said: str, room: float, font: str = REGULAR, size: float = 9, colour: str = INK) -> Block:
    """A text in lines no wider than *room*: a paragraph, or a title when it is in the letters of titles."""
    lines = wrap(said, font, size, room)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        with marked(canvas, "H1" if font == DISPLAY else "P"):
            canvas.setFont(font, size)
            canvas.setFillColor(colour)
            for number, line in enumerate(lines):
                canvas.drawString(x, y - size * (1.07 + SPACING * number), line)

    return Block(size * SPACING * len(lines), draw)


def tagged(role: str, block: Block) -> Block:
    """*block*, all of it one *role* to whoever hears the page (``tags.marked``)."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        with marked(canvas, role):
            block.draw(canvas, x, y)

    return Block(block.height, draw)


def unread(block: Block) -> Block:
    """*block*, passed over when the page is read aloud: what other pages have said before."""
    return tagged(ARTIFACT, block)


def stack(*blocks: Block, gap: float = GAP) -> Block:
    """*blocks* one under the other."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for block in blocks:
            block.draw(canvas, x, y)
            y -= block.height + gap

    return Block(sum(block.height for block in blocks) + gap * (len(blocks) - 1), draw)


def fill(blocks: Sequence[Block], room: float, gap: float = GAP) -> list[Block]:
    """*blocks* as pages of at most *room*: one that does not fit under the others begins the next page."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if pages[-1] and stack(*pages[-1], block, gap=gap).height > room:
            pages.append([])
        pages[-1].append(block)
    return [stack(*page, gap=gap) for page in pages]


def beside(room: float, *blocks: Block, shares: Sequence[float] = ()) -> Block:
    """*blocks* one beside the other, in *shares* of *room* (equal ones when none are said)."""
    lefts = [x for x, _across in columns(room, shares or [1] * len(blocks))]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for left, block in zip(lefts, blocks, strict=False):
            block.draw(canvas, x + left, y)

    return Block(max(block.height for block in blocks), draw)


def columns(room: float, shares: Sequence[float]) -> list[tuple[float, float]]:
    """Left side and width of each column, GAP apart, when *room* is shared so."""
    unit = (room - GAP * (len(shares) - 1)) / sum(shares)
    return [(unit * sum(shares[:n]) + GAP * n, unit * share) for n, share in enumerate(shares)]


def boxes(room: float, *cells: tuple[str, str], shares: Sequence[float] = ()) -> Block:
    """Labelled boxes (label, value) of one height, side by side; an empty box can be filled by hand."""
    widths = [across for _left, across in columns(room, shares or [1] * len(cells))]
    labels = [words(cell[0], across, size=7.5, colour=SOFT) for cell, across in zip(cells, widths, strict=True)]
    values = [words(cell[1], across - 2 * PAD, SEMIBOLD, 9.5) for cell, across in zip(cells, widths, strict=True)]
    top = max(label.height for label in labels) + 1
    inside = max(value.height for value in values) + PAD
    drawn = [_box(*one, top, inside) for one in zip(labels, values, widths, strict=True)]
    return beside(room, *drawn, shares=shares)


def _box(label: Block, value: Block, across: float, top: float, inside: float) -> Block:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        outline(canvas, x, y - top, across, inside)
        with marked(canvas, "P"):  # a label and its value are heard as one
            label.draw(canvas, x, y)
            value.draw(canvas, x + PAD, y - top - PAD / 2)

    return Block(top + inside, draw)


def outline(canvas: Canvas, x: float, y: float, across: float, height: float) -> None:
    """A thin rectangle, its top left corner at (x, y)."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y - height, across, height)


def tick(label: str, ticked: bool, room: float) -> Block:
    """A box to tick and its label; the cross is the letter X, so that whoever has the page read aloud hears it."""
    said = words(label, room - SQUARE - 6)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        outline(canvas, x, y - 2, SQUARE, SQUARE)
        with marked(canvas, "P"):
            if ticked:
                cross(canvas, x, y)
            said.draw(canvas, x + SQUARE + 6, y)

    return Block(max(said.height, SQUARE + 3), draw)


def cross(canvas: Canvas, x: float, y: float) -> None:
    """In the box to tick of the line whose top left corner is (x, y)."""
    canvas.setFillColor(INK)
    canvas.setFont(SEMIBOLD, 9)
    canvas.drawCentredString(x + SQUARE / 2, y - 9 * 1.07, "X")


def ticks(choices: Sequence[tuple[str, bool]], room: float, across: int) -> Block:
    """Boxes to tick (label, ticked), row after row, *across* side by side."""
    equal = [1] * across
    drawn = [tick(label, ticked, columns(room, equal)[0][1]) for label, ticked in choices]
    rows = [drawn[first : first + across] for first in range(0, len(drawn), across)]
    return stack(*(beside(room, *row, shares=equal) for row in rows), gap=2)


def frame(title: str, room: float, *inside: Block) -> Block:
    """A bar with its *title*, and under it, in one border, what it holds; the insides are 2 × INSET narrower."""
    head, body = tagged("H2", words(title, room - 2 * INSET, SEMIBOLD, 9.5)), stack(*inside)
    bar = head.height + 4
    height = bar + body.height + 2 * INSET

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(TINT)
        canvas.rect(x, y - bar, room, bar, stroke=0, fill=1)
        outline(canvas, x, y, room, height)
        head.draw(canvas, x + INSET, y - 2)
        body.draw(canvas, x + INSET, y - bar - INSET)

    return Block(height, draw)


def stamp(said: str, room: float, size: float = 12) -> Block:
    """White words on a dark bar, for what nobody may overlook."""
    inside = words(said, room - 2 * INSET, SEMIBOLD, size, WHITE)
    height = inside.height + 2 * PAD

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColor(INK)
        canvas.rect(x, y - height, room, height, stroke=0, fill=1)
        inside.draw(canvas, x + INSET, y - PAD)

    return Block(height, draw)


def signing(room: float, height: float, drawn: Strokes = ()) -> Block:
    """The place to sign, with the strokes that were drawn on the pad, if any."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        outline(canvas, x, y, room, height)
        if drawn:
            with marked(canvas, "Figure", "Signature dessinée", (x, y - height, x + room, y)):
                trace(canvas, drawn, (x + PAD, y - PAD), (room - 2 * PAD, height - 2 * PAD))

    return Block(height, draw)


def trace(canvas: Canvas, drawn: Strokes, corner: tuple[float, float], room: tuple[float, float]) -> None:
    """The strokes of a signature, as large as *room* allows, under and right of *corner*."""
    right = max(1000, *(x for stroke in drawn for x, _y in stroke))
    lowest = max(1, *(y for stroke in drawn for _x, y in stroke))
    scale = min(room[0] / right, room[1] / lowest)
    path = canvas.beginPath()
    for stroke in drawn:
        points = [(corner[0] + x * scale, corner[1] - y * scale) for x, y in stroke]
        path.moveTo(*points[0])
        for point in points:
            path.lineTo(*point)
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.2)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(path)
    canvas.restoreState()
