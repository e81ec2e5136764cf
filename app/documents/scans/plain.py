"""Pictures of any mode as plain ones, grey or in colours, and no larger than a page needs: band after band.

A picture of 70 million points fills most of what the process may hold; a second copy of it would not fit beside it.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from app.documents.scans.outcome import Unfit

Picture = Image.Image
Band = Callable[[int, int], Picture]
"""The rows of a large picture from one to another, whole."""

LONG, SHORT = 2339, 1654
"""A4 at 200 points to the inch."""
SPARE = 1.25
"""How much larger than that a picture is kept until its borders are cut off."""
BAND = 64
"""Rows at a time, before they are made fewer."""
SIXTEEN = frozenset({"I", "I;16", "I;16L", "I;16B", "I;16N"})


def scale(size: tuple[int, int]) -> float:
    """How many times larger than A4 at 200 points to the inch a picture of *size* is; at least 1."""
    return max(1.0, max(size) / LONG, min(size) / SHORT)


def coarse(size: tuple[int, int], band: Band) -> Picture:
    """A plain picture of the *size* that *band* gives, made smaller by a whole number where it is far too large."""
    times = max(1, int(scale(size) / SPARE))
    high = size[1]
    made: Picture | None = None
    for top in range(0, high, BAND * times):
        part = plain(band(top, min(high, top + BAND * times))).reduce(times)
        if made is None:
            made = Image.new(part.mode, (part.width, -(-high // times)), "white")
        made.paste(part, (0, top // times))
    if made is None:
        raise Unfit("damaged")
    return made


def plain(picture: Picture) -> Picture:
    """*picture* in 8 bits, grey (L) or RGB, on white paper; what it knew of itself is forgotten."""
    if picture.mode in SIXTEEN:
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif picture.has_transparency_data:
        picture = _on_white(picture)
    elif picture.mode == "F":
        raise Unfit("unknown")  # measurements, not a picture of a paper
    else:
        picture = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
    picture.info = {}
    return picture


def _on_white(picture: Picture) -> Picture:
    grey = picture.mode in ("L", "LA", "La")
    sheet = Image.new("RGBA", picture.size, "white")
    sheet.alpha_composite(picture.convert("RGBA"))
    return sheet.convert("L" if grey else "RGB")
