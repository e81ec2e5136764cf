"""What comes back from a caisse: the statuses of saisines, and its keys (protocol.md, events)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.protocol import moments
from app.protocol.errors import BadEvents

STATUSES = ("new", "taken", "solved")
CODES = ("need-document", "unreachable", "wrong-fund", "duplicate", "call-back")
"""The closed list of people.md P20: there is no free text."""


@dataclass(frozen=True)
class Event:
    """A status (*saisine*, *status*, *at*, perhaps *code*), or *recipients*, as ``recipients.verify`` reads them.

    With none of these it is of a kind this version does not know: only its *cursor* counts.
    """

    cursor: int
    saisine: str | None = None
    status: str | None = None
    at: str | None = None
    code: str | None = None
    recipients: tuple[object, ...] | None = None


def parse(raw: bytes) -> tuple[Event, ...]:
    """The events of an answer, in its order; BadEvents when it is no list of them."""
    try:
        told = json.loads(raw)
        if not isinstance(told, list):
            raise BadEvents
        return tuple(_event(one) for one in told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadEvents from None


def _event(told: Mapping[str, Any]) -> Event:
    cursor = told["cursor"]
    if type(cursor) is not int:
        raise BadEvents
    if "saisine" in told:
        return _status(cursor, told)
    if "recipients" in told:
        return Event(cursor, recipients=tuple(told["recipients"]))
    return Event(cursor)


def _status(cursor: int, told: Mapping[str, Any]) -> Event:
    code = told.get("code")
    if not isinstance(told["saisine"], str) or told["status"] not in STATUSES or code not in (None, *CODES):
        raise BadEvents
    moments.read(told["at"])
    return Event(cursor, told["saisine"], told["status"], told["at"], code)
