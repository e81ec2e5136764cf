"""Moments as they travel: RFC 3339, UTC, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime

FORM = "%Y-%m-%dT%H:%M:%SZ"


def written(moment: datetime) -> str:
    """*moment*, which has a zone, as ``2026-11-22T00:20:33Z``."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def read(text: str) -> datetime:
    """The moment that *text* is; ValueError when it is written in any other way."""
    moment = datetime.strptime(text, FORM).replace(tzinfo=UTC)
    if written(moment) != text:  # strptime takes 2026-1-2 too
        raise ValueError("moment")
    return moment
