"""An offer to take away: one A4 page in the person's language, as it was on that day, with nothing about the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.documents.blocks import GAP, Block, stack, stamp, words
from app.documents.grid import address
from app.documents.paper import A4, DISPLAY, LINE, MM, REGULAR, SEMIBOLD, SOFT, Canvas, document, width
from app.documents.pieces import balanced, pieces
from app.documents.qr import qr
from app.models.arranged import Arranged, arranged
from app.models.page import Page
from app.models.reading import Part, credit, in_words, main_link
from app.models.text import _, speaking

MARGIN = 10 * MM
ROOM = A4[0] - 2 * MARGIN
BETWEEN = 5 * MM
SIDE = 30 * MM
"""Of the QR code: telephones read it at arm's length."""
QUIET = 12
"""The white under the code."""
SHAPES = [
    *((1, size) for size in (13.0, 12.0, 11.5, 11.0, 10.5, 10.0)),
    *((2, 12 - step / 4) for step in range(13)),
    *((columns, 8.75 - step / 4) for step in range(10) for columns in (2, 3)),
]
"""Columns, and size of the letters: the easiest to read first. Every caisse's offers fit at 7 points or more."""


class TooLong(Exception):
    """The offer does not fit on one page, even in the smallest letters."""


def handed(page: Page) -> Page:
    """*page* as the public reads it; one for agents alone as it is."""
    if page.offer.card.audience == "agents":
        return page
    reader = replace(page.reader, audience="public")
    contacts = {key: contact for key, contact in page.contacts.items() if reader.may_see(contact.audience)}
    return replace(page, reader=reader, offer=page.offer.for_(reader), contacts=contacts)


def leaflet(page: Page, made_on: date, language: str) -> bytes:
    """The PDF, in *language*, its letters as large as one page allows; raises TooLong.

    What the public may read is to be handed over: it holds nothing else, even when an agent prints it.
    """
    page = handed(page)
    with speaking(language):
        read = arranged(page)
        head, foot = _head(page), _foot(page, read, made_on)
        columns, room = _body(read.parts, A4[1] - 2 * MARGIN - head.height - foot.height - 2 * GAP)

    def draw(canvas: Canvas) -> None:
        head.draw(canvas, MARGIN, A4[1] - MARGIN)
        for number, column in enumerate(columns):
            column.draw(canvas, MARGIN + number * (room + BETWEEN), A4[1] - MARGIN - head.height - GAP)
        foot.draw(canvas, MARGIN, MARGIN + foot.height)

    return document(A4, language, [draw])


def _body(read: Sequence[Part], height: float) -> tuple[list[Block], float]:
    for columns, size in SHAPES:
        room = (ROOM - BETWEEN * (columns - 1)) / columns
        done = balanced(pieces(read, room, size), columns, height)
        if done is not None:
            return done, room
    raise TooLong


def _head(page: Page) -> Block:
    link, card = main_link(page), page.offer.card
    room = ROOM - SIDE - BETWEEN if link else ROOM
    said = stack(
        words("Guichet Santé", room, SEMIBOLD, 9, SOFT),
        words(str(card.title), room, DISPLAY, 18),
        words(str(card.purpose), room, size=11),
        *(
            [stamp(str(_("Fiche pour les agents : ne la donnez pas au public")), room, 9)]
            if card.audience == "agents"
            else []
        ),
        gap=4,
    )
    return _beside(said, link) if link else said


def _beside(said: Block, link: str) -> Block:
    """*said*, the QR code of *link* with the white that readers ask for, and below what it says, on one line."""
    code, bare = qr(link, SIDE, quiet=0), link.removeprefix("https://")
    across = max(SIDE, min(ROOM, width(bare, REGULAR, 7) + 1))
    letters = address(bare, across, 7)
    below = QUIET + (SIDE if across == SIDE else max(SIDE, said.height))

    def draw(canvas: Canvas, x: float, y: float) -> None:
        said.draw(canvas, x, y)
        code.draw(canvas, x + ROOM - SIDE, y)
        letters.draw(canvas, x + ROOM - across, y - below)

    return Block(max(said.height, below + letters.height), draw)


def _foot(page: Page, read: Arranged, made_on: date) -> Block:
    """When and from what it was made, and how old the whole of it is, or its amounts."""
    old = [read.age.words] if read.age else []
    old += dict.fromkeys(note.words for part in read.parts for note in part.notes if note.kind == "over")
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
