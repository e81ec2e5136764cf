"""A request that is ready to leave: its answers, frozen, its identity, and when and where it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.models.form import Form
from app.models.path import Path


@dataclass(frozen=True)
class Saisine:
    """*id*: 16 random bytes made when the person signs; *made_at*: local time, with its zone.

    *hour_checked*: nothing contradicts this machine's clock (security.md, Clocks); documents say when something does.
    """

    id: bytes
    reference: str
    form: Form
    way: Path
    made_at: datetime
    place: str
    hour_checked: bool = True
