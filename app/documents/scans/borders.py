"""What lies around the paper in a picture: the dark table of a photograph, the open lid of a scanner.

Only a border that is dark, of one tone all around, and clearly apart from the page is cut off: white margins are the
page's own, and a doubt leaves the picture as it is.
"""

from __future__ import annotations

from PIL import ImageFilter, ImageStat

from app.documents.scans.plain import Picture

SEEN = 400
"""The longer side of the picture that is judged."""
RING = 0.015
"""The edge that must be of one tone, for its part of the picture's side."""
LIGHTEST, EVEN, APART = 120, 14, 60
"""Of the border: its lightest tone, how much it may vary, how far from it the tones of a page are."""
LEAST, FILLED = 0.3, 0.8
"""Of the page: its part of the picture, and how much of its own rectangle is light."""


def without_border(picture: Picture) -> Picture:
    """*picture* cut to its page, or as it is."""
    seen = picture.convert("L")
    seen.thumbnail((SEEN, SEEN))
    box = _page(seen)
    if box is None:
        return picture
    across, down = picture.width / seen.width, picture.height / seen.height
    left, top, right, bottom = box  # one more point on each side: the edge of the paper shows
    return picture.crop((
        max(0, int((left - 1) * across)), max(0, int((top - 1) * down)),
        min(picture.width, int((right + 1) * across)), min(picture.height, int((bottom + 1) * down)),
    ))  # fmt: skip


def _page(seen: Picture) -> tuple[int, int, int, int] | None:
    """Where the page is, if there is a border around it that can be told from it."""
    tone = _border(seen)
    if tone is None:
        return None
    light = seen.point([255 * (value > tone + APART) for value in range(256)]).filter(ImageFilter.MinFilter(3))
    box = light.getbbox()
    if box is None or box == (0, 0, *seen.size):
        return None
    room = (box[2] - box[0]) * (box[3] - box[1])
    filled = ImageStat.Stat(light.crop(box)).mean[0] / 255
    return box if room >= LEAST * seen.width * seen.height and filled >= FILLED else None


def _border(seen: Picture) -> int | None:
    """The tone of the edge on the sides that have one alike; None: there is no border."""
    wide, high = seen.size
    deep = max(2, round(RING * max(wide, high)))
    mask = seen.point([255] * 256)
    mask.paste(0, (deep, deep, wide - deep, high - deep))
    stat = ImageStat.Stat(seen, mask)
    return int(stat.mean[0]) if stat.mean[0] <= LIGHTEST and stat.stddev[0] <= EVEN else None
