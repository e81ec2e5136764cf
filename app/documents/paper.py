"""Fonts, lines and bytes: the only module that knows reportlab, which it loads when the first document is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

from app import VERSION
from app.documents.tags import Tree
from app.models.typography import tied
from app.paths import FONTS

TITLE = "Guichet Santé"
PROGRAM = f"{TITLE} {VERSION}"
REGULAR, SEMIBOLD, DISPLAY = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSansDisplay-SemiBold"
INK, SOFT, LINE, TINT, WHITE = "#17262C", "#4A5A60", "#6A767B", "#E0EEF0", "#FFFFFF"

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A6 = (105 * MM, 148 * MM)
PDF_VERSION = (1, 7)
"""The first whose tags readers take as they are meant here (/Tabs /S is of 1.5)."""

Canvas = Any
"""A reportlab canvas; the library has no types."""
Drawing = Callable[[Canvas], None]
Size = tuple[float, float]


def document(size: Size, language: str, pages: Iterable[Drawing]) -> bytes:
    """A tagged PDF of one page for each drawing of *pages*; the same drawings give the same bytes, at any hour."""
    out, tree = BytesIO(), Tree()
    canvas = _canvas(out, size, language)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for draw in pages:
        draw(canvas)
        canvas._code[:] = tree.page(canvas._code)  # noqa: SLF001  reportlab has no other way to what was drawn
        canvas.showPage()
    tree.hang(canvas)
    canvas.save()
    return out.getvalue()


def overlay(pages: Iterable[tuple[Size, Drawing]]) -> bytes:
    """A PDF of pages of any size, to lay over those of another file: what is read aloud is that one's affair."""
    out = BytesIO()
    canvas = _canvas(out, A4, "fr")
    for size, draw in pages:
        canvas.setPageSize(size)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, size: Size, language: str) -> Canvas:
    _metrics()
    canvas = _kind()(
        out, size, invariant=1, pageCompression=1, lang=language, initialFontName=REGULAR, pdfVersion=PDF_VERSION
    )
    # A title is shown by windows and kept by spools: it says nothing of the person, nor of what they ask.
    canvas.setTitle(TITLE)
    canvas.setAuthor(TITLE)
    canvas.setCreator(PROGRAM)
    return canvas


@cache
def _kind() -> Any:
    """reportlab's canvas, which would read the letters of a colour again at each stroke: a fifth of a page's time."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas as Pdf

    known = cache(HexColor)

    class Coloured(Pdf):  # type: ignore[misc]  # reportlab has no types
        def setFillColor(self, colour: str) -> None:
            super().setFillColor(known(colour))

        def setStrokeColor(self, colour: str) -> None:
            super().setStrokeColor(known(colour))

    return Coloured


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
