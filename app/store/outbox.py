"""The outbox: one row for each saisine that was submitted, with the sealed bytes until their receipt (decision 6).

Nothing here can be read by the terminal: the bytes are sealed to the caisse, beside them stands what the manifest says.
The bytes have a table of their own: SQLite writes a whole row again for each change of it. Pièces are in ``parts``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from app.protocol.parcel import Sealed
from app.store import parts
from app.store.database import reading, transaction, truncate_wal
from app.store.errors import DraftErased, StoreTrouble
from app.store.parts import Upload

if TYPE_CHECKING:
    from sqlite_utils import Database

State = Literal["waiting", "refused", "received", "withdrawn"]


@dataclass(frozen=True)
class Parcel:
    """What is sent, byte for byte the same every time; no *package*: the receipt is all that is wanted."""

    id: str
    manifest: bytes = field(repr=False)
    package: bytes = field(repr=False)
    urgent: bool = False


@dataclass(frozen=True)
class Row:
    """What the terminal knows of a saisine it has submitted; times are UTC, RFC 3339.

    *tries*: sendings that may have reached the gateway; *status*, *code*: the caisse's last word, at *status_at*.
    *pieces*: those that were announced; *held*: those that the gateway has, None as long as it has not even the form.
    """

    id: str
    counter: int
    caisse: str
    form: str
    reference: str
    urgent: bool
    made_at: str
    cancel_sha256: str
    state: State
    why: str | None
    tries: int
    received_at: str | None
    status: str | None
    code: str | None
    status_at: str | None
    pieces: int = 0
    held: int | None = None


COLUMNS = ", ".join(Row.__dataclass_fields__)


def queue(db: Database, sealed: Sealed, draft: bytes | None) -> None:
    """Keep *sealed* until its receipt, the pièces that were staged for *draft* too, and destroy that: all or none.

    Again with the same bytes, it does nothing: a commit may have failed after it was done. Raises DraftErased, and
    queues nothing, when that draft was erased, or submitted as another saisine.
    """
    with transaction(db):
        same = (sealed.id, sealed.manifest_sha256)
        if not db.execute("SELECT 1 FROM outbox WHERE id = ? AND manifest_sha256 = ?", same).fetchall():
            _insert(db, sealed)
            parts.adopt(db, draft, sealed.manifest)
            if draft is not None:
                _destroy(db, draft)
    # It is queued, whatever happens now: what the WAL still holds goes with the next purge, or the next receipt.
    with suppress(StoreTrouble):
        truncate_wal(db)


def _destroy(db: Database, draft: bytes) -> None:
    if not db.execute("INSERT OR IGNORE INTO erased VALUES (?)", (draft,)).rowcount:
        raise DraftErased
    db.execute("UPDATE drafts SET finder = NULL, wrapped = NULL WHERE id = ?", (draft,))
    # Its key is gone. Pièces, that nobody can open now, would make this transaction long: drafts.sweep is for them.
    sql = "DELETE FROM drafts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM pieces WHERE draft = drafts.id)"
    db.execute(sql, (draft,))


def _insert(db: Database, sealed: Sealed) -> None:
    manifest = sealed.manifest
    db.execute(
        "INSERT INTO outbox (id, counter, caisse, form, reference, urgent, made_at, cancel_sha256, manifest_sha256,"
        " manifest, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            manifest.id,
            manifest.counter,
            manifest.caisse,
            manifest.form,
            manifest.reference,
            manifest.priority == "urgent",
            manifest.made_at,
            manifest.cancel_sha256,
            sealed.manifest_sha256,
            sealed.manifest_bytes,
            len(manifest.parts) - 1,
        ),
    )
    db.execute("INSERT INTO bodies VALUES (?, ?)", (manifest.id, sealed.package))


def take(db: Database, limit: int, besides: Iterable[str] = ()) -> tuple[Parcel, ...]:
    """The next to send, urgent ones first, then in the order they were made; each counts as tried from now on.

    One whose form has arrived waits for its pièces, and comes again, for its receipt, when all of them have left.
    Counted before: a terminal that stops half-way must not believe that nothing has left. *besides*: ids taken before.
    """
    with transaction(db):
        rows = db.execute(
            "SELECT id, manifest, CASE WHEN held IS NULL THEN package ELSE x'' END, urgent"
            " FROM outbox JOIN bodies USING (id) WHERE state = 'waiting' AND id NOT IN (SELECT value FROM json_each(?))"
            " AND (held IS NULL OR NOT EXISTS (SELECT 1 FROM parts WHERE saisine = outbox.id AND sent < size))"
            " ORDER BY urgent DESC, counter LIMIT ?",
            (json.dumps([*besides]), limit),
        ).fetchall()
        _count(db, [row[0] for row in rows], 1)
    return tuple(Parcel(row[0], bytes(row[1]), bytes(row[2]), bool(row[3])) for row in rows)


def _count(db: Database, ids: Iterable[str], by: int) -> None:
    for each in ids:
        db.execute("UPDATE outbox SET tries = tries + ? WHERE id = ?", (by, each))


def not_sent(db: Database, ids: Iterable[str]) -> None:
    """These were taken, and not a byte of them has left. Inside a transaction."""
    _count(db, ids, -1)


def received(db: Database, id_: str, receipt: bytes | None, at: str | None) -> None:
    """The gateway holds it: its bytes are destroyed here. Without *receipt*, it held and erased it. In a transaction.

    The receipt of one that was withdrawn meanwhile changes nothing.
    """
    db.execute(
        "UPDATE outbox SET state = 'received', why = NULL, receipt = ?, received_at = ?, held = pieces"
        " WHERE id = ? AND state = 'waiting'",
        (receipt, at, id_),
    )
    _forget(db, id_)


def held(db: Database, id_: str, missing: Iterable[str]) -> None:
    """The gateway has its form; the pièces whose hashes are *missing* are still to be sent. In a transaction."""
    parts.missing(db, id_, missing)
    _count_held(db, id_)


def moved(db: Database, upload: Upload) -> None:
    """A pièce is as far as *upload* says. In a transaction."""
    parts.moved(db, upload)
    _count_held(db, upload.saisine)


def _count_held(db: Database, id_: str) -> None:
    db.execute(
        "UPDATE outbox SET held = (SELECT count(*) FROM parts WHERE saisine = outbox.id AND sent = size)"
        " WHERE id = ? AND state = 'waiting'",
        (id_,),
    )


def lost(db: Database, id_: str) -> None:
    """The gateway has forgotten it: all of it is sent again. In a transaction."""
    db.execute("UPDATE outbox SET held = NULL WHERE id = ?", (id_,))
    parts.begin_again(db, id_)


def _forget(db: Database, id_: str) -> None:
    db.execute("DELETE FROM bodies WHERE id = ?", (id_,))
    parts.destroy(db, id_)


def refused(db: Database, id_: str, why: str) -> None:
    """The gateway will never take it: it is set aside, and its bytes stay. In a transaction."""
    db.execute("UPDATE outbox SET state = 'refused', why = ? WHERE id = ? AND state = 'waiting'", (why, id_))


def said(db: Database, id_: str, status: str, code: str | None, at: str) -> None:
    """What the caisse says of it; nothing for one that is not of this terminal. In a transaction."""
    db.execute("UPDATE outbox SET status = ?, code = ?, status_at = ? WHERE id = ?", (status, code, at, id_))


def withdraw(db: Database, id_: str, *, tries: int) -> bool:
    """Destroy the bytes of *id_*; False, and nothing is done, when it was sent again since it had *tries*."""
    with transaction(db):
        done = db.execute(
            "UPDATE outbox SET state = 'withdrawn', why = NULL WHERE id = ? AND tries = ?", (id_, tries)
        ).rowcount
        if done:
            _forget(db, id_)
    with suppress(StoreTrouble):
        truncate_wal(db)
    return bool(done)


def retry(db: Database, ids: Iterable[str]) -> int:
    """Send the refused ones among *ids* again; how many."""
    with transaction(db):
        return sum(
            db.execute("UPDATE outbox SET state = 'waiting' WHERE id = ? AND state = 'refused'", (each,)).rowcount
            for each in ids
        )


def listed(db: Database) -> list[Row]:
    """Everything that was submitted here, in the order it was made."""
    with reading(db):
        rows = db.execute(f"SELECT {COLUMNS} FROM outbox ORDER BY counter").fetchall()  # noqa: S608
    return [_row(row) for row in rows]


def _row(row: tuple[Any, ...]) -> Row:
    told = dict(zip(Row.__dataclass_fields__, row, strict=True))
    return Row(**{**told, "urgent": bool(told["urgent"])})


def waiting(db: Database) -> int:
    """How many are still here to be sent."""
    with reading(db):
        return int(db.execute("SELECT count(*) FROM outbox WHERE state = 'waiting'").fetchall()[0][0])


def proof(db: Database, id_: str) -> tuple[bytes, bytes | None] | None:
    """The manifest of *id_* and its receipt, if it came; None for one that is not of this terminal."""
    with reading(db):
        rows = db.execute("SELECT manifest, receipt FROM outbox WHERE id = ?", (id_,)).fetchall()
    return (bytes(rows[0][0]), rows[0][1] and bytes(rows[0][1])) if rows else None
