"""A page that nobody else has, out of a scanner that swallows nothing: what it looks like on every way it takes.

``python -m tests.faults.secretpage SEED`` is the scanner: it gives the page as ``scanimage`` does.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from app.documents import rawpage
from app.documents.scans import treat

ACROSS, DOWN = 620, 877
"""An A4 sheet at 75 dpi."""
NOISE = 40
"""Lines of points by chance in the middle: no two pages have them alike."""
LONG = 48
"""Bytes of a needle."""


def page(seed: int) -> bytes:
    """The page as ``scanimage`` writes it (PNM)."""
    dice, white = Random(seed), b"\xff" * (3 * ACROSS)  # noqa: S311  to be made again from its seed
    lines = [dice.randbytes(3 * ACROSS) if DOWN // 2 <= line < DOWN // 2 + NOISE else white for line in range(DOWN)]
    return b"P6\n%d %d\n255\n" % (ACROSS, DOWN) + b"".join(lines)


def needles(seed: int) -> dict[str, bytes]:
    """Pieces of the page as points, as the picture made of them, and as the PDF that is kept."""
    raw = page(seed)
    picture = rawpage.jpeg(raw)
    kept = treat.clean([picture], 1).pdf
    shapes = {"points": raw, "picture": picture, "PDF": kept}
    return {
        f"{name}, byte {at}": data[at : at + LONG]
        for name, data in shapes.items()
        for at in (len(data) // 2 - 5 * LONG, len(data) // 2, len(data) // 2 + 5 * LONG)
    }


def scanner(folder: Path, python: str, root: Path, seed: int) -> None:
    """A ``scanimage`` in *folder* that gives the page of *seed*, which lies on no disk."""
    program = folder / "scanimage"
    program.write_text(f"#!/bin/sh\nPYTHONPATH='{root}' exec '{python}' -m tests.faults.secretpage {seed}\n")
    program.chmod(0o755)


def stick(folder: Path, seed: int) -> None:
    """A stick with the page as a picture; its file is older than the visit."""
    folder.mkdir(parents=True)
    (folder / "page.jpg").write_bytes(rawpage.jpeg(page(seed)))


if __name__ == "__main__":
    sys.stdout.buffer.write(page(int(sys.argv[1])))
