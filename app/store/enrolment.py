"""What this terminal is to its gateway: its key, its token, the keys it may seal to, what it last heard."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.protocol import signatures
from app.protocol.enrolment import Enrolment, Granted
from app.protocol.text import b64, unb64
from app.store.database import reading, transaction

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Enrolled:
    """*key* signs what is sent; *keys*: caisse → its signing key; *recipients*: still to be verified with those.

    *heard_at*: the gateway's time when it last answered; *clock_off*: seconds by which this clock was ahead of it.
    """

    terminal: str
    token: str = field(repr=False)
    key: bytes = field(repr=False)
    gateway: str
    receipt_key: bytes
    keys: Mapping[str, bytes]
    recipients: tuple[object, ...]
    cursor: int
    heard_at: datetime | None
    clock_off: int | None


def enrolled(db: Database) -> Enrolled | None:
    """The enrolment in use; None on a terminal that was never enrolled."""
    with reading(db):
        rows = db.execute(
            "SELECT enrolment.terminal, token, key, gateway, receipt_key, keys, recipients, cursor, heard_at, clock_off"
            " FROM enrolment, terminal"
        ).fetchall()
    if not rows:
        return None
    terminal, token, key, gateway, receipt_key, keys, recipients, cursor, heard_at, clock_off = rows[0]
    return Enrolled(
        terminal,
        token,
        bytes(key),
        gateway,
        bytes(receipt_key),
        {caisse: unb64(text) for caisse, text in json.loads(keys).items()},
        tuple(json.loads(recipients)),
        cursor,
        heard_at and datetime.fromisoformat(heard_at),
        clock_off,
    )


def signing_key(db: Database) -> bytes:
    """The terminal's private key, made at the first call and the same ever after.

    A terminal that enrols again with it keeps its id at the gateway, and what it had sealed can still leave.
    """
    with transaction(db):
        db.execute("UPDATE terminal SET key = ? WHERE key IS NULL", (signatures.new_key(),))
        return bytes(db.execute("SELECT key FROM terminal").fetchall()[0][0])


def next_counter(db: Database) -> int:
    """A number that no saisine of this terminal has borne."""
    with transaction(db):
        return int(db.execute("UPDATE terminal SET counter = counter + 1 RETURNING counter").fetchall()[0][0])


def save(db: Database, enrolment: Enrolment, granted: Granted, times: tuple[datetime, datetime]) -> None:
    """Put what was *granted* for *enrolment* in the place of any earlier enrolment, all or none.

    *times*: when it was granted, by the gateway's clock and by ours.
    """
    keys = json.dumps({caisse: b64(key) for caisse, key in enrolment.keys.items()})
    recipients = json.dumps(granted.recipients)
    with transaction(db):
        db.execute(
            "INSERT OR REPLACE INTO enrolment (one, terminal, token, gateway, receipt_key, keys, recipients)"
            " VALUES (1, ?, ?, ?, ?, ?, ?)",
            (granted.terminal, granted.token, enrolment.gateway, enrolment.receipt_key, keys, recipients),
        )
        heard(db, *times)


def heard(db: Database, at: datetime, now: datetime) -> None:
    """Note that the gateway, by its signed word, had *at* when this terminal had *now*; its time never goes back.

    Inside a transaction, as the two that follow.
    """
    db.execute(
        "UPDATE enrolment SET heard_at = max(coalesce(heard_at, ''), ?), clock_off = ?",
        (at.astimezone(UTC).isoformat(timespec="seconds"), round((now - at).total_seconds())),
    )


def read_up_to(db: Database, cursor: int) -> None:
    """The events up to *cursor* need not be asked for again."""
    db.execute("UPDATE enrolment SET cursor = max(cursor, ?)", (cursor,))


def replace_recipients(db: Database, recipients: tuple[object, ...]) -> None:
    """Only these may be sealed to, once verified: this is how a key is retired."""
    db.execute("UPDATE enrolment SET recipients = ?", (json.dumps(recipients),))
