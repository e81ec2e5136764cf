"""Moments as they travel: RFC 3339, UTC, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """*moment*, which has a zone, as ``2026-11-22T00:20:33Z``."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


def read(text: str) -> datetime:
    """The moment that *text* is; ValueError when it is written in any other way."""
    moment = datetime.fromisoformat(text) if text[-1:] == "Z" else None
    if moment is None or written(moment) != text:  # there are many other ways
        raise ValueError("moment")
    return moment
