"""An offer to take away: one A4 page in the person's language, as it was on that day, with nothing about the person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.documents.blocks import GAP, Block, stack, stamp, words
from app.documents.grid import address
from app.documents.paper import A4, DISPLAY, INK, LINE, MM, SEMIBOLD, SOFT, Canvas, document
from app.documents.pieces import filled, pieces
from app.models.page import Page
from app.models.reading import Part, credit, in_words, main_link, parts
from app.models.text import _, speaking

MARGIN = 10 * MM
ROOM = A4[0] - 2 * MARGIN
BETWEEN = 5 * MM
SIDE = 30 * MM
"""Of the QR code: telephones read it at arm's length."""
SHAPES = [
    *((1, size) for size in (13.0, 12.0, 11.5, 11.0, 10.5, 10.0)),
    *((2, 10 - step / 4) for step in range(5)),
    *((columns, 8.75 - step / 4) for step in range(10) for columns in (2, 3)),
]
"""Columns, and size of the letters: the easiest to read first. Every caisse's offers fit at 7 points or more."""


class TooLong(Exception):
    """The offer does not fit on one page, even in the smallest letters."""


def leaflet(page: Page, made_on: date, language: str) -> bytes:
    """The PDF, in *language*, its letters as large as one page allows; raises TooLong."""
    with speaking(language):
        read = parts(page)
        head, foot = _head(page, read), _foot(page, read, made_on)
        columns, room = _body(read, A4[1] - 2 * MARGIN - head.height - foot.height - 2 * GAP)

    def draw(canvas: Canvas) -> None:
        head.draw(canvas, MARGIN, A4[1] - MARGIN)
        for number, column in enumerate(columns):
            column.draw(canvas, MARGIN + number * (room + BETWEEN), A4[1] - MARGIN - head.height - GAP)
        foot.draw(canvas, MARGIN, MARGIN + foot.height)

    return document(A4, language, [draw])


def _body(read: Sequence[Part], height: float) -> tuple[list[Block], float]:
    for columns, size in SHAPES:
        room = (ROOM - BETWEEN * (columns - 1)) / columns
        done = filled(pieces(read, room, size), columns, height)
        if done is not None:
            return done, room
    raise TooLong


def _head(page: Page, read: Sequence[Part]) -> Block:
    link = main_link(page)
    room = ROOM - SIDE - BETWEEN if link else ROOM
    card = page.offer.card
    said = stack(
        words("Guichet Santé", room, SEMIBOLD, 9, SOFT),
        words(str(card.title), room, DISPLAY, 18),
        words(str(card.purpose), room, size=11),
        *(
            [stamp(str(_("Fiche pour les agents : ne la donnez pas au public")), room, 9)]
            if _hidden(page, read)
            else []
        ),
        gap=4,
    )
    return _beside(said, _square(link)) if link else said


def _hidden(page: Page, read: Sequence[Part]) -> bool:
    """Whether it says what is for agents alone."""
    marks = [part.agents or any(leads.agents for leads in part.leads) for part in read]
    return page.offer.card.audience == "agents" or any(marks)


def _beside(said: Block, square: Block) -> Block:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        said.draw(canvas, x, y)
        square.draw(canvas, x + ROOM - SIDE, y)

    return Block(max(said.height, square.height), draw)


def _square(link: str) -> Block:
    """The QR code of *link* with the white that readers ask for around it, and what it says in letters."""
    return stack(_code(link), address(link.removeprefix("https://"), SIDE, 7), gap=12)


def _code(link: str) -> Block:
    import segno

    rows: Any = segno.make_qr(link, error="m").matrix
    side = SIDE / len(rows)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        path = canvas.beginPath()
        for down, row in enumerate(rows, 1):
            for across, dark in enumerate(row):
                if dark:
                    path.rect(x + across * side, y - down * side, side, side)
        canvas.setFillColor(INK)
        canvas.drawPath(path, stroke=0, fill=1)

    return Block(SIDE, draw)


def _foot(page: Page, read: Sequence[Part], made_on: date) -> Block:
    """When and from what it was made, and how old what it says is."""
    old = dict.fromkeys(note.words for part in read for note in part.notes if note.kind in ("over", "dated"))
    printed = str(_("Imprimé le {date}.").with_(date=in_words(made_on)))
    said = stack(
        *([words(" · ".join(old), ROOM, SEMIBOLD, 7.5)] if old else []),
        words(f"Guichet Santé · {printed} {credit(page)}", ROOM, size=7, colour=SOFT),
        gap=1,
    )

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(x, y, x + ROOM, y)
        said.draw(canvas, x, y - 3)

    return Block(said.height + 3, draw)
