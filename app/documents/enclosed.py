"""The pièces of a request on its paper: each with whom it concerns, and what has become of it. None ever blocks."""

from __future__ import annotations

from app.documents.blocks import GAP, SQUARE, Block, columns, cross, fill, frame, outline, words
from app.documents.paper import REGULAR, SEMIBOLD, Canvas
from app.documents.sheet import INNER, ROOM
from app.documents.tags import marked
from app.models.pieces import Kept, Piece, State, pieces, state
from app.models.saisine import Saisine

TITLE = "Pièces à joindre"
TALLEST = 280.0
"""Two frames to a page: a household of many goes on in another."""
SHARES, ALONE = (11, 6, 5), (17, 0, 5)
"""The paper, whom it concerns, its state; nobody is named where only one person may be meant."""


def enclosed(saisine: Saisine) -> list[Block]:
    """The pièces for the situation that was answered; nothing when the form asks for none."""
    found = pieces(saisine.form, saisine.way.answers)
    shares = SHARES if any(piece.concerns(saisine.way.answers) for piece in found) else ALONE
    lines = [_line(saisine, piece, shares) for piece in found]
    parts = fill(lines, TALLEST, GAP / 2) if lines else []
    return [frame(TITLE if first is parts[0] else f"{TITLE} (suite)", ROOM, first) for first in parts]


def _line(saisine: Saisine, piece: Piece, shares: tuple[int, int, int]) -> Block:
    """A box, crossed when the pièce is joined; the paper, whom it concerns, its state: heard as one."""
    kept = saisine.kept.get(piece.path)
    become = _state(state(piece, saisine.marks, saisine.kept), kept)
    told = (_label(piece, kept), REGULAR), (piece.concerns(saisine.way.answers), REGULAR), (become, SEMIBOLD)
    places = columns(INNER - SQUARE - 6, shares)
    said = [(left, words(text, room, font)) for (text, font), (left, room) in zip(told, places, strict=True) if text]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        outline(canvas, x, y - 2, SQUARE, SQUARE)
        with marked(canvas, "P"):
            if kept:
                cross(canvas, x, y)
            for left, block in said:
                block.draw(canvas, x + SQUARE + 6 + left, y)

    return Block(max(SQUARE + 3, *(block.height for _left, block in said)), draw)


def _label(piece: Piece, kept: Kept | None) -> str:
    return f"{piece.paper.label}{'' if piece.paper.needed or kept else ', si vous l’avez'}"


def _state(become: State, kept: Kept | None) -> str:
    if kept:
        return f"joint ({kept.pages} {'pages' if kept.pages > 1 else 'page'})"
    return "apporté plus tard" if become == "later" else "à joindre"
