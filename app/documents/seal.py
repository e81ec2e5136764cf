"""The code at the end of a request on paper: its reference, and the digest of the saisine.json it says the same as."""

from __future__ import annotations

from app.documents.blocks import GAP, Block, stack, words
from app.documents.paper import SEMIBOLD, SOFT, Canvas
from app.documents.qr import qr
from app.documents.sheet import ROOM

SIDE = 62.0
"""22 mm: half a millimetre a module."""


def seal(reference: str, digest: str) -> Block:
    """The code, and beside it what it says: ``REFERENCE SHA-256``, in the capitals that make a code smaller."""
    told = stack(
        words(f"Demande {reference}", ROOM - SIDE - GAP, SEMIBOLD, 8),
        words(f"SHA-256 du fichier saisine.json : {digest}", ROOM - SIDE - GAP, size=7.5, colour=SOFT),
        gap=2,
    )

    code = qr(f"{reference} {digest}".upper(), SIDE)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        code.draw(canvas, x, y)
        told.draw(canvas, x + SIDE + GAP, y - 4)

    return Block(max(SIDE, told.height), draw)
