"""A picture as a page: cut to its paper, no finer than its reader needs, in the middle of an A4 sheet."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.documents.scans.borders import without_border
from app.documents.scans.plain import LONG, SHORT, Picture, scale

QUALITY = 80
NEARLY = 1.1
"""A picture that is hardly too fine is left as it is: to sample it again would only blur it."""
A4 = (595.276, 841.89)


def fitted(picture: Picture) -> Picture:
    """What is kept of *picture*: its paper, at 200 points to the inch of A4 at most."""
    page = without_border(picture)
    times = scale(page.size)
    if times <= NEARLY:
        return page
    size = (max(1, round(page.width / times)), max(1, round(page.height / times)))
    return page.resize(size, Image.Resampling.LANCZOS)


def jpeg(page: Picture, quality: int = QUALITY) -> bytes:
    """The *page* coded anew: nothing of the file that it was read from is left in it."""
    out = BytesIO()
    page.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def smaller(page: Picture, inch: int) -> Picture:
    """*page* with no more points than A4 has at *inch* points to the inch."""
    box = (SHORT * inch // 200, LONG * inch // 200)
    made = page.copy()
    made.thumbnail(box if page.width <= page.height else box[::-1], Image.Resampling.LANCZOS)
    return made


def sheet(coded: bytes) -> bytes:
    """A PDF of one A4 page, upright or lying as its picture is, that shows the JPEG *coded*."""
    import img2pdf

    arranged = img2pdf.get_layout_fun(A4, auto_orient=True, fit=img2pdf.FitMode.into)
    made: bytes = img2pdf.convert(coded, layout_fun=arranged, nodate=True, engine=img2pdf.Engine.pikepdf)
    return made
