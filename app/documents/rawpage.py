"""A page as ``scanimage`` gives it, points without any coding (PNM), made a JPEG."""

from __future__ import annotations

import re
from io import BytesIO

INCH = 300
QUALITY = 85
HEAD = re.compile(rb"P(?:(4)|([56]))\n(?:#[^\n]*\n)*(\d{1,5}) (\d{1,5})\n(?(2)255\n)")
"""Black and white, else grey or colours; the width, the height; of the two last, how many levels."""
MODES = {b"4": ("1", "1;I"), b"5": ("L", "L"), b"6": ("RGB", "RGB")}


class NoPage(Exception):
    """These bytes hold no line of a page."""


def jpeg(raw: bytes) -> bytes:
    """The page, as long as it came: a sheet may end before the scanner had said it would. Raises NoPage."""
    from PIL import Image

    head = HEAD.match(raw)
    if head is None:
        raise NoPage
    mode, coding = MODES[head[1] or head[2]]
    width, height = int(head[3]), int(head[4])
    line = (width + 7) // 8 if mode == "1" else width * len(mode)
    came = min(height, (len(raw) - head.end()) // line if line else 0)
    if not came:
        raise NoPage
    points = memoryview(raw)[head.end() : head.end() + came * line]
    picture = Image.frombytes(mode, (width, came), points, "raw", coding)
    out = BytesIO()
    (picture.convert("L") if mode == "1" else picture).save(out, "JPEG", quality=QUALITY, dpi=(INCH, INCH))
    return out.getvalue()
