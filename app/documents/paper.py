"""Fonts, lines and bytes: the only module that knows reportlab, which it loads when the first document is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

from app import VERSION
from app.models.typography import tied
from app.paths import FONTS

PROGRAM = f"Guichet Santé {VERSION}"
REGULAR, SEMIBOLD, DISPLAY = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSansDisplay-SemiBold"
INK, SOFT, LINE, TINT, WHITE = "#17262C", "#4A5A60", "#6A767B", "#E0EEF0", "#FFFFFF"

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A6 = (105 * MM, 148 * MM)

Canvas = Any
"""A reportlab canvas; the library has no types."""


def document(size: tuple[float, float], language: str, pages: Iterable[Callable[[Canvas], None]]) -> bytes:
    """A PDF of one page for each drawing of *pages*; the same drawings give the same bytes, at any hour."""
    from reportlab.pdfgen.canvas import Canvas as Pdf

    _metrics()
    out = BytesIO()
    canvas = Pdf(out, pagesize=size, invariant=1, pageCompression=1, lang=language, initialFontName=REGULAR)
    # A title is shown by windows and kept by spools: it says nothing of the person, nor of what they ask.
    canvas.setTitle("Guichet Santé")
    canvas.setAuthor("Guichet Santé")
    canvas.setCreator(PROGRAM)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def width(line: str, font: str, size: float) -> float:
    """The room that *line* takes, in points."""
    return float(_metrics().stringWidth(line, font, size))


def wrap(words: str, font: str, size: float, room: float) -> list[str]:
    """*words* in lines no wider than *room*; a word that is wider is broken, nothing is left out.

    Only plain spaces and line ends part words, and not « words » from their French marks.
    """
    composed = tied(unicodedata.normalize("NFC", words)).splitlines() or [""]
    return [line for paragraph in composed for line in _lines(paragraph, font, size, room)]


def _lines(paragraph: str, font: str, size: float, room: float) -> list[str]:
    lines = [""]
    for word in re.split(r"[ \x00-\x1f\x7f]+", paragraph.strip()):
        for piece in _pieces(word, font, size, room):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(longer, font, size) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, font: str, size: float, room: float) -> Iterator[str]:
    while width(word, font, size) > room:
        end = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], font, size) <= room)
        yield word[:end]
        word = word[end:]
    yield word


@cache
def _metrics() -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (REGULAR, SEMIBOLD, DISPLAY):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    return pdfmetrics
