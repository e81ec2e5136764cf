"""What comes of the files of a pièce: a clean PDF, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.models.pieces import Doubt

Code = Literal[
    "empty", "unknown", "encrypted", "script", "attachment", "pages", "pixels", "too-big", "damaged",
    "slow", "memory", "cancelled",
]  # fmt: skip
"""Why files cannot be taken; each has its sentence in the window."""

MOST_PAGES = 60
"""Of one pièce: three months of bank statements are thirty."""
MOST_BYTES = 60_000_000
"""Of one file that is brought."""
MOST_PIXELS = 100_000_000
"""That an image may declare, before anything of it is decoded; A3 at 600 dpi has seventy millions."""


class Unfit(Exception):
    """The files cannot be taken, for the reason *code*."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: Code = code


@dataclass(frozen=True)
class Cleaned:
    """A pièce that is ready to be kept: its PDF, with nothing in it but pages; *doubts*: what its reader may find."""

    pdf: bytes = field(repr=False)
    pages: int
    doubts: tuple[Doubt, ...] = ()
