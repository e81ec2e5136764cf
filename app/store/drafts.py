"""Drafts at rest: one sealed row for each answer, under a key of the draft's own (security.md, Draft key).

An answer is AES-256-GCM under the draft key: 12 random bytes, then the ciphertext of its path and text. The page has
the path in the associated data; whoever reads a draft does not know the paths yet, so the row key, which is the HMAC
of the path, stands there for it, and is compared with the path once that is read. Plain texts are brought to a
multiple of 64 bytes, as lengths too would tell which fields were answered.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.models.draft import Draft, draft
from app.store import keys as locks
from app.store.database import reading, transaction, truncate_wal
from app.store.errors import DraftErased, StoreDamaged
from app.store.keys import DraftLock

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Keys:
    """What the terminal holds in memory for an open draft."""

    id: bytes
    key: bytes = field(repr=False)
    lock: DraftLock
    form: str
    version: int

    @property
    def code(self) -> str:
        """The resume code, as it is shown."""
        return self.lock.code


@dataclass(frozen=True)
class Found:
    """A draft that a code points at, still closed."""

    id: bytes
    wrapped: bytes = field(repr=False)
    form: str
    version: int


@dataclass(frozen=True)
class Listed:
    """What may be told of a draft without its code; times are UTC, ISO 8601."""

    form: str
    version: int
    begun_at: str
    last_commit: str
    expires_at: str


def salt(db: Database) -> bytes:
    """The terminal's random salt, made with the database (16 bytes)."""
    with reading(db):
        return bytes(db.execute("SELECT salt FROM terminal").fetchall()[0][0])


def fresh_keys(code: str, salt: bytes, form: str, version: int) -> Keys:
    """The keys of a new draft, of which nothing is kept before ``write``. Slow on purpose, as ``derive``."""
    return Keys(os.urandom(16), os.urandom(32), locks.derive(code, salt), form, version)


def write(db: Database, keys: Keys, changes: Mapping[str, str | None], now: datetime, days: int) -> None:
    """Keep the *changes* (path → text, None: take it away), all or none, and the draft for *days* more.

    The first call makes the draft. Raises DraftErased, and the situations of ``transaction``.
    """
    with transaction(db):
        renew(db, keys, now, days)
        for path, text in changes.items():
            row = _row_key(keys.key, path)
            if text is None:
                db.execute("DELETE FROM answers WHERE draft = ? AND row_key = ?", (keys.id, row))
            else:
                _put(db, keys.id, row, _seal(keys, row, path, text))


def renew(db: Database, keys: Keys, now: datetime, days: int) -> None:
    """Keep the draft for *days* more, or make it. Inside a transaction; raises DraftErased."""
    # A late save must not bring back a draft that was erased meanwhile.
    if db.execute("SELECT 1 FROM erased WHERE id = ?", (keys.id,)).fetchall():
        raise DraftErased
    times = (_utc(now), _utc(now), _utc(now + timedelta(days=days)))
    wrapped = locks.wrap(keys.key, keys.lock, keys.id)
    db.execute(
        "INSERT INTO drafts (id, finder, wrapped, form, version, begun_at, last_commit, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET version = excluded.version, last_commit = excluded.last_commit, expires_at = excluded.expires_at",
        (keys.id, keys.lock.finder, wrapped, keys.form, keys.version, *times),
    )


def _put(db: Database, draft_id: bytes, row: bytes, sealed: bytes) -> None:
    # An answer that changes keeps its number: the order of first answers is that of the rows of a repeat.
    db.execute(
        "INSERT INTO answers (draft, row_key, sealed) VALUES (?, ?, ?)"
        " ON CONFLICT (draft, row_key) DO UPDATE SET sealed = excluded.sealed",
        (draft_id, row, sealed),
    )


def find(db: Database, lock: DraftLock, now: datetime) -> Found | None:
    """The draft that *lock* points at, unless it has expired."""
    with reading(db):
        rows = db.execute(
            "SELECT id, wrapped, form, version FROM drafts WHERE finder = ? AND expires_at > ?",
            (lock.finder, _utc(now)),
        ).fetchall()
    return Found(*rows[0]) if rows else None


def read(db: Database, found: Found, lock: DraftLock) -> tuple[Keys, Draft]:
    """The draft *found*, opened with its *lock*; raises StoreDamaged when a row is not what was written."""
    keys = Keys(found.id, locks.unwrap(found.wrapped, lock, found.id), lock, found.form, found.version)
    with reading(db):
        rows = db.execute("SELECT row_key, sealed FROM answers WHERE draft = ? ORDER BY number", (keys.id,)).fetchall()
    return keys, draft(found.form, found.version, dict(_unseal(keys, row, sealed) for row, sealed in rows))


def erase(db: Database, draft_id: bytes) -> None:
    """Destroy the draft *draft_id*: its key first, by itself, then its rows; nothing is left in the WAL."""
    with transaction(db):
        db.execute("INSERT OR IGNORE INTO erased VALUES (?)", (draft_id,))
        db.execute("UPDATE drafts SET finder = NULL, wrapped = NULL WHERE id = ?", (draft_id,))
    sweep(db)


def purge(db: Database, now: datetime) -> int:
    """Destroy the drafts that have expired, and finish what a power cut interrupted; how many went."""
    with transaction(db):
        db.execute("INSERT OR IGNORE INTO erased SELECT id FROM drafts WHERE expires_at <= ?", (_utc(now),))
        db.execute("UPDATE drafts SET finder = NULL, wrapped = NULL WHERE expires_at <= ?", (_utc(now),))
    return sweep(db)


def sweep(db: Database) -> int:
    """Take away the rows of drafts whose key is destroyed; how many there were. Nothing is left in the WAL."""
    with transaction(db):
        gone = db.execute("DELETE FROM drafts WHERE wrapped IS NULL").rowcount
        db.execute("PRAGMA incremental_vacuum").fetchall()
    truncate_wal(db)
    return gone


def listed(db: Database) -> list[Listed]:
    """Every draft, the oldest first."""
    with reading(db):
        rows = db.execute(
            "SELECT form, version, begun_at, last_commit, expires_at FROM drafts WHERE wrapped IS NOT NULL"
            " ORDER BY begun_at, id"
        ).fetchall()
    return [Listed(*row) for row in rows]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _row_key(key: bytes, path: str) -> bytes:
    return hmac.digest(key, path.encode(), "sha256")[:16]


def _about(draft_id: bytes, row: bytes) -> bytes:
    return b"guichet/answer/1\0" + draft_id + row


def _seal(keys: Keys, row: bytes, path: str, text: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    plain = len(path.encode()).to_bytes(2) + path.encode() + text.encode("utf-8", "surrogatepass") + b"\x80"
    nonce = os.urandom(12)
    return nonce + AESGCM(keys.key).encrypt(nonce, plain + bytes(-len(plain) % 64), _about(keys.id, row))


def _unseal(keys: Keys, row: bytes, sealed: bytes) -> tuple[str, str]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        plain = AESGCM(keys.key).decrypt(sealed[:12], sealed[12:], _about(keys.id, row))
    except (InvalidTag, ValueError) as error:  # ValueError: cut short
        raise StoreDamaged from error
    end = 2 + int.from_bytes(plain[:2])
    path, text = plain[2:end].decode(), plain[end:].rstrip(b"\0")[:-1].decode("utf-8", "surrogatepass")
    if not hmac.compare_digest(_row_key(keys.key, path), row):
        raise StoreDamaged
    return path, text
