"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warn", "bad"]


@dataclass(frozen=True)
class Report:
    """What a check found; *way_on*: what to do about it."""

    state: State
    message: str
    way_on: str = ""
