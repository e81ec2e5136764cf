"""A drawn signature as text: strokes split by ``;``, points ``x,y`` split by spaces, in thousandths of the pad."""

from __future__ import annotations

import re

Strokes = tuple[tuple[tuple[int, int], ...], ...]
"""Strokes of points (x, y); x runs from 0 to 1000 across the pad, y on the same scale, downwards."""

ENOUGH = 6
"""Points below which a touch of the pad is an accident, not a signature."""


def read(typed: str) -> Strokes:
    """The strokes of *typed*; what is not a point is left out."""
    return tuple(stroke for part in typed.split(";") if (stroke := _stroke(part)))


def write(drawn: Strokes) -> str:
    """The text that ``read`` gives *drawn* back from."""
    return ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in drawn)


def _stroke(part: str) -> tuple[tuple[int, int], ...]:
    return tuple((int(x), int(y)) for x, y in re.findall(r"(?<![\d-])(\d{1,4}),(\d{1,4})(?!\d)", part, re.ASCII))
