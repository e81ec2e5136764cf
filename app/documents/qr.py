"""QR codes on paper."""

from __future__ import annotations

from app.documents.blocks import Block
from app.documents.paper import INK, Canvas

QUIET = 4
"""The white around a code, in modules, without which readers do not find it."""
MASK = 3
"""Any of the eight can be read; to weigh them takes longer."""


def qr(said: str, side: float, quiet: int = QUIET) -> Block:
    """A code that says *said*, with *quiet* modules of white: dark squares in one path, reportlab's own takes 18 ms."""
    import segno

    rows = [list(row) for row in segno.make_qr(said, error="m", mask=MASK).matrix_iter(border=quiet)]
    module = side / len(rows)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        squares = canvas.beginPath()
        for down, row in enumerate(rows, 1):
            for across, dark in enumerate(row):
                if dark:
                    squares.rect(x + across * module, y - down * module, module, module)
        canvas.setFillColor(INK)
        canvas.drawPath(squares, stroke=0, fill=1)

    return Block(side, draw)
