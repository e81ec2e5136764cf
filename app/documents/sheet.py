"""An A4 sheet: pages filled with blocks from top to bottom, under the same header, over a numbered footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from app.documents.blocks import GAP, INSET, Block, fill, stack, unread, words
from app.documents.paper import A4, DISPLAY, INK, LINE, MM, PROGRAM, SEMIBOLD, SOFT, Canvas, document, width

MARGIN = 15 * MM
ROOM = A4[0] - 2 * MARGIN
"""The width of the column."""
INNER = ROOM - 2 * INSET
"""What a frame of the column's width holds."""
TOP, FOOT = A4[1] - 12 * MM, 16 * MM
NUMBER_ROOM, NUMBER_HEIGHT = 112.0, 38.0
"""At the right of the header, for the number of the request."""


@dataclass(frozen=True)
class Head:
    """What every page says of the request."""

    title: str
    recipient: str
    reference: str
    made_at: datetime


def sheet(head: Head, sides: Sequence[Sequence[Block]]) -> bytes:
    """The PDF: each side begins a page, and goes on over others when it is longer than one; always in French."""
    header = _header(head)
    pages = [page for side in sides for page in fill(side, TOP - header.height - GAP - FOOT)]
    above = [header, *[unread(header)] * (len(pages) - 1)]
    said = [f"Page {number} sur {len(pages)}" for number in range(1, len(pages) + 1)]
    return document(A4, "fr", [partial(_draw, head, *drawn) for drawn in zip(above, pages, said, strict=True)])


def day(moment: datetime) -> str:
    """The date of *moment* as official sheets write it."""
    return f"{moment:%d/%m/%Y}"


def _draw(head: Head, header: Block, page: Block, number: str, canvas: Canvas) -> None:
    header.draw(canvas, MARGIN, TOP)
    page.draw(canvas, MARGIN, TOP - header.height - GAP)
    footer = f"{number} · {head.reference} · {day(head.made_at)} · {PROGRAM}"
    unread(words(footer, ROOM, size=7.5, colour=SOFT)).draw(canvas, MARGIN, FOOT - GAP)


def _header(head: Head) -> Block:
    room = ROOM - NUMBER_ROOM - GAP
    left = stack(
        words(head.title, room, DISPLAY, 14),
        words(f"Destinataire : {head.recipient}", room, SEMIBOLD, 9.5),
    )
    height = max(left.height, NUMBER_HEIGHT) + GAP

    def draw(canvas: Canvas, x: float, y: float) -> None:
        left.draw(canvas, x, y)
        _number(canvas, x + ROOM, y, head.reference)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.2)
        canvas.line(x, y - height, x + ROOM, y - height)

    return Block(height, draw)


def _number(canvas: Canvas, right: float, y: float, reference: str) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.rect(right - NUMBER_ROOM, y - NUMBER_HEIGHT, NUMBER_ROOM, NUMBER_HEIGHT)
    for line, font, size, below, colour in (
        ("Numéro de la demande", SEMIBOLD, 7.5, 12, SOFT),
        (reference, SEMIBOLD, 14, 30, INK),
    ):
        canvas.setFont(font, size)
        canvas.setFillColor(colour)
        canvas.drawString(right - (NUMBER_ROOM + width(line, font, size)) / 2, y - below, line)
