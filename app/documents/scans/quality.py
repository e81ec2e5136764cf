"""Whether the reader of a page may find it too dark, or blurred: doubts, which the person may overrule."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from PIL import ImageChops, ImageFilter, ImageStat

from app.documents.scans.plain import Picture
from app.models.pieces import Doubt

SEEN = 1400
"""The longer side of the page that is judged: A4 at 120 points to the inch, where the smallest print just shows."""
SHADOW = 110
"""Paper in a tone below is in the shadow."""
PAPER = 0.9
"""The part of a page that is darker than its paper, at most."""
GRAIN = 1.2
"""What is smoothed away first: the grain of a sensor is sharper than any stroke."""
FAINTEST = 24
"""Tones between ink and paper; below, nothing is drawn that could be judged."""
PLAINEST, HALF = 0.995, 0.5
"""The clearest strokes are the last part of the page; what is at least half as clear is judged."""
Shifts = tuple[int, ...]
BESIDE, AROUND = (1, 1), (1, 2, 4, 1)
"""Squares of 3 and of 9 points."""
SOFT = 0.55
"""Edges that take fewer of their tones within three points are blurred."""


def doubts(page: Picture) -> list[Doubt]:
    """What there is to doubt of the picture of a *page*."""
    seen = page.convert("L")
    seen.thumbnail((SEEN, SEEN))
    found: list[Doubt] = []
    if _paper(seen) < SHADOW:
        found.append("dark")
    if sharpness(seen) < SOFT:
        found.append("blurred")
    return found


def _paper(seen: Picture) -> int:
    """The tone of the paper: all but the lightest tenth of the page is darker."""
    return _tone(seen, PAPER)


def _tone(seen: Picture, part: float) -> int:
    """The lightest tone of the darkest *part* of the points."""
    below = accumulate(seen.histogram())
    return next(tone for tone, count in enumerate(below) if count >= part * seen.width * seen.height)


def sharpness(seen: Picture) -> float:
    """How much of the step from paper to ink the steepest edges take within three points; 1 where nothing is drawn.

    Only around what is drawn: how much white a letter has says nothing of how it was photographed.
    """
    seen = seen.filter(ImageFilter.GaussianBlur(GRAIN))
    contrast = _spread(seen, AROUND)
    clearest = _tone(contrast, PLAINEST)
    if clearest < FAINTEST:
        return 1.0
    drawn = contrast.point([255 * (value >= HALF * clearest) for value in range(256)])
    steepest = _wide(ImageChops.lighter, _spread(seen, BESIDE), AROUND)
    return float(ImageStat.Stat(steepest, drawn).mean[0] / ImageStat.Stat(contrast, drawn).mean[0])


def _spread(seen: Picture, shifts: Shifts) -> Picture:
    """Of each point, how far apart the lightest and the darkest tone around it are."""
    return ImageChops.subtract(_wide(ImageChops.lighter, seen, shifts), _wide(ImageChops.darker, seen, shifts))


def _wide(choose: Callable[[Picture, Picture], Picture], seen: Picture, shifts: Shifts) -> Picture:
    """Of each point, what *choose* takes of those around it: laid over itself, shifted, few steps reach far."""
    for across, down in ((1, 0), (0, 1)):
        for shift in shifts:
            seen = choose(seen, ImageChops.offset(seen, shift * across, shift * down))
    return ImageChops.offset(seen, -(sum(shifts) // 2))
