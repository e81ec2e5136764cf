"""A request that is ready to leave: its answers, frozen, its identity, and when and where it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.models.form import Form
from app.models.path import Path
from app.models.pieces import Kept, pieces, state
from app.models.text import Text


@dataclass(frozen=True)
class Saisine:
    """*id*: 16 random bytes made when the person signs; *made_at*: local time, with its zone.

    *hour_checked*: nothing contradicts this machine's clock (security.md, Clocks); documents say when something does.
    *kept*: the pièces that leave with it, by their paths. *marks*: what was said of the others (``pieces.mark``).
    """

    id: bytes
    reference: str
    form: Form
    way: Path
    made_at: datetime
    place: str
    hour_checked: bool = True
    kept: Mapping[str, Kept] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def to_bring(self) -> tuple[Text, ...]:
        """The papers that do not leave with it, once each: those that are needed, or that the person means to bring."""
        stay = ((piece.paper, state(piece, self.marks, self.kept)) for piece in pieces(self.form, self.way.answers))
        said = (paper.label for paper, become in stay if become == "later" or (become == "missing" and paper.needed))
        return tuple(dict.fromkeys(said))
