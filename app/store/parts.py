"""The sealed pièces: staged while their draft lives, then their saisine's until the receipt (decision 5).

Each is made, and written here, before the next one is. The bytes lie in pages of 1 MiB, beside their row, which changes
while it is sent. A draft that is erased, or expires, takes what was staged for it along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.protocol.manifest import Manifest, Part
from app.protocol.parcel import part
from app.store.database import reading, transaction
from app.store.errors import DraftErased, StoreDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

PAGE = 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A pièce on its way: *bytes* are some of it, from *sent* on, which the gateway is thought to have.

    *location*: where the gateway takes it, once it has said so; *restarts*: how often it began again.
    """

    saisine: str
    sha256: str
    size: int
    location: str | None
    sent: int
    restarts: int
    bytes: bytes = field(repr=False)


def stage(db: Database, draft: bytes, sealed: bytes) -> Part:
    """Keep a *sealed* pièce of *draft* until that is submitted; what the manifest says of it. Raises DraftErased."""
    made = part("piece", sealed)
    with transaction(db):
        if not db.execute("SELECT 1 FROM drafts WHERE id = ? AND wrapped IS NOT NULL", (draft,)).fetchall():
            raise DraftErased
        row = db.execute("INSERT INTO parts (draft, sha256, size) VALUES (?, ?, ?)", (draft, made.sha256, made.size))
        for place in range(-(-made.size // PAGE)):
            page = sealed[place * PAGE : (place + 1) * PAGE]
            db.execute("INSERT INTO pages (part, place, bytes) VALUES (?, ?, ?)", (row.lastrowid, place, page))
    return made


def unstage(db: Database, draft: bytes) -> None:
    """Forget what was staged for *draft* before: it is made again."""
    with transaction(db):
        db.execute("DELETE FROM parts WHERE draft = ?", (draft,))


def adopt(db: Database, draft: bytes | None, manifest: Manifest) -> None:
    """Make what was staged for *draft* the pièces of the saisine of *manifest*, which names each of them.

    Inside a transaction, as all that follow but ``upload``. Raises StoreDamaged when one is not there.
    """
    for piece in manifest.parts[1:]:
        told = (manifest.id, draft, piece.sha256, piece.size)
        sql = "UPDATE parts SET saisine = ?, draft = NULL WHERE draft = ? AND sha256 = ? AND size = ?"
        if not db.execute(sql, told).rowcount:
            raise StoreDamaged


def destroy(db: Database, saisine: str) -> None:
    """Nothing of the pièces of *saisine* is kept any more."""
    db.execute("DELETE FROM parts WHERE saisine = ?", (saisine,))


def moved(db: Database, upload: Upload) -> None:
    """Note how far *upload* is; its bytes do not matter."""
    db.execute(
        "UPDATE parts SET location = ?, sent = ?, restarts = ? WHERE saisine = ? AND sha256 = ?",
        (upload.location, upload.sent, upload.restarts, upload.saisine, upload.sha256),
    )


def missing(db: Database, saisine: str, hashes: Iterable[str]) -> None:
    """The gateway has all pièces of *saisine* but those of *hashes*; one of them that was sent begins again."""
    told = (saisine, json.dumps([*hashes]))
    db.execute(
        "UPDATE parts SET location = NULL, sent = 0, restarts = restarts + 1"
        " WHERE saisine = ? AND sha256 IN (SELECT value FROM json_each(?)) AND sent = size",
        told,
    )
    db.execute(
        "UPDATE parts SET sent = size WHERE saisine = ? AND sha256 NOT IN (SELECT value FROM json_each(?))", told
    )


def begin_again(db: Database, saisine: str) -> None:
    """The gateway has nothing of *saisine*."""
    db.execute("UPDATE parts SET location = NULL, sent = 0, restarts = restarts + 1 WHERE saisine = ?", (saisine,))


def upload(db: Database, length: int, patience: int) -> Upload | None:
    """The pièce to send next, with *length* of its bytes at most: of the urgent saisines first, then the oldest.

    Those that began again more often than *patience* come last.
    """
    with reading(db):
        rows = db.execute(
            "SELECT parts.number, saisine, sha256, size, location, sent, restarts FROM outbox"
            " JOIN parts ON parts.saisine = outbox.id WHERE state = 'waiting' AND held IS NOT NULL AND sent < size"
            " ORDER BY restarts > ?, urgent DESC, counter, parts.number LIMIT 1",
            (patience,),
        ).fetchall()
        if not rows:
            return None
        number, saisine, sha256, size, location, sent, restarts = rows[0]
        return Upload(saisine, sha256, size, location, sent, restarts, _bytes(db, number, sent, length))


def _bytes(db: Database, number: int, start: int, length: int) -> bytes:
    first, last = start // PAGE, (start + length - 1) // PAGE
    pages = db.execute(
        "SELECT bytes FROM pages WHERE part = ? AND place BETWEEN ? AND ? ORDER BY place", (number, first, last)
    )
    skipped = start - first * PAGE
    return b"".join(page for (page,) in pages)[skipped : skipped + length]
