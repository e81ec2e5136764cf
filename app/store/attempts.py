"""Wrong resume codes, counted where a restart does not forget them (security.md, Resume code)."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.store.database import reading, transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

FREE = 5
"""Wrong codes before the first wait."""
FIRST, LONGEST = 30, 300
"""Seconds: the wait doubles from one to the other, so that a visitor cannot lock the hall."""


def must_wait(db: Database, now: datetime) -> int:
    """Seconds before another code may be tried; 0: at once, also when the clock was moved back since."""
    with reading(db):
        wrong, last = db.execute("SELECT wrong, last_at FROM attempts").fetchall()[0]
    if wrong < FREE:
        return 0
    passed = (now - datetime.fromisoformat(last)).total_seconds()
    wait = min(FIRST * 2 ** min(wrong - FREE, 4), LONGEST)
    return math.ceil(wait - passed) if 0 <= passed < wait else 0


def wrong(db: Database, now: datetime) -> None:
    """Count one wrong code."""
    with transaction(db):
        db.execute("UPDATE attempts SET wrong = wrong + 1, last_at = ?", (now.astimezone(UTC).isoformat(),))


def right(db: Database) -> None:
    """Start again from none."""
    with transaction(db):
        db.execute("UPDATE attempts SET wrong = 0 WHERE wrong > 0")
