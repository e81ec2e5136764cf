"""A draft: a form being filled, as it is kept and found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

RESERVED = "@"
"""What we keep beside the answers has paths that begin so; no field can, its name is a Python name."""
PLACE = "@place"
SIGNED = "@signed"


@dataclass(frozen=True)
class Place:
    """Where the person was: the name of the page, and the path of the field (``""``: none)."""

    step: str
    field: str = ""

    def kept(self) -> str:
        """The text to keep under ``PLACE``."""
        return f"{self.step} {self.field}"


@dataclass(frozen=True)
class Signed:
    """What was settled when the person signed, for the same reprint: the id of the saisine and the time."""

    id: bytes
    at: datetime

    def kept(self) -> str:
        """The text to keep under ``SIGNED``."""
        return f"{self.id.hex()} {self.at.isoformat()}"


@dataclass(frozen=True)
class Draft:
    """What was typed (path → text, in the order the answers were first given) for a version of a form."""

    form: str
    version: int
    typed: Mapping[str, str] = field(repr=False)
    place: Place | None = None
    signed: Signed | None = None


def draft(form: str, version: int, kept: Mapping[str, str]) -> Draft:
    """The draft whose rows, answers and reserved ones, are *kept*; a reserved path of a later version is left out."""
    typed = {path: text for path, text in kept.items() if not path.startswith(RESERVED)}
    return Draft(form, version, typed, _place(kept.get(PLACE, "")), _signed(kept.get(SIGNED, "")))


def _place(text: str) -> Place | None:
    step, _, inner = text.partition(" ")
    return Place(step, inner) if step else None


def _signed(text: str) -> Signed | None:
    id_, _, at = text.partition(" ")
    return Signed(bytes.fromhex(id_), datetime.fromisoformat(at)) if id_ else None
