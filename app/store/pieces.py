"""The pièces of a draft at rest: clean PDFs in sealed chunks, under the draft's own key (security.md, Draft key).

A chunk of 1 MiB is AES-256-GCM under the draft key: 12 random bytes, then the ciphertext. The associated data say of
which draft and of which pièce it is, by a random id that each pièce has of its own, its place, and whether it is the
last: a chunk that is missing, cut, moved or of another pièce is seen. What is known of a pièce is sealed in the same
way, its path inside, and brought to a multiple of 256 bytes. Erasing the draft takes all of it along.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from app.models.pieces import Kept
from app.store import drafts
from app.store.database import reading, transaction
from app.store.drafts import Keys
from app.store.errors import StoreDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

CHUNK = 1024 * 1024


def put(db: Database, keys: Keys, kept: Kept, pdf: bytes, now: datetime, days: int) -> None:
    """Keep *pdf* as the pièce that *kept* tells of, all of it or nothing, in the place of an older one.

    The draft is kept for *days* more, and made if it is not there yet. Raises DraftErased, and the situations of
    ``transaction``.
    """
    piece, row = os.urandom(16), _row_key(keys, kept.path)
    with transaction(db):
        drafts.renew(db, keys, now, days)
        db.execute("DELETE FROM pieces WHERE draft = ? AND row_key = ?", (keys.id, row))
        facts = _seal(keys, _of_facts(keys, piece, row), _written(kept))
        db.execute("INSERT INTO pieces (id, draft, row_key, facts) VALUES (?, ?, ?, ?)", (piece, keys.id, row, facts))
        for place, chunk, last in _cut(pdf):
            sealed = _seal(keys, _of_chunk(keys, piece, place, last=last), chunk)
            db.execute("INSERT INTO chunks (piece, place, sealed) VALUES (?, ?, ?)", (piece, place, sealed))


def listed(db: Database, keys: Keys) -> dict[str, Kept]:
    """What is kept, by its path, the oldest first; StoreDamaged when a row is not what was written."""
    with reading(db):
        rows = db.execute("SELECT id, row_key, facts FROM pieces WHERE draft = ? ORDER BY number", (keys.id,))
        found = [_told(keys, piece, row, facts) for piece, row, facts in rows]
    return {kept.path: kept for kept in found}


def read(db: Database, keys: Keys, path: str) -> bytes:
    """The PDF that is kept for *path*; StoreDamaged unless all of it is there, and as it was written."""
    with reading(db):
        found = db.execute(
            "SELECT id, (SELECT count(*) FROM chunks WHERE piece = pieces.id) FROM pieces"
            " WHERE draft = ? AND row_key = ?",
            (keys.id, _row_key(keys, path)),
        ).fetchall()
        if not found or not found[0][1]:
            raise StoreDamaged
        piece, count = found[0]
        rows = db.execute("SELECT sealed FROM chunks WHERE piece = ? ORDER BY place", (piece,))
        return b"".join(
            _unseal(keys, _of_chunk(keys, piece, place, last=place == count - 1), sealed)
            for place, (sealed,) in enumerate(rows)
        )


def drop(db: Database, keys: Keys, path: str) -> None:
    """Take away what is kept for *path*, if anything is."""
    with transaction(db):
        db.execute("DELETE FROM pieces WHERE draft = ? AND row_key = ?", (keys.id, _row_key(keys, path)))


def _cut(pdf: bytes) -> Iterator[tuple[int, bytes, bool]]:
    """The chunks with their places, and whether each is the last; there is one at least."""
    end = max(0, len(pdf) - 1) // CHUNK
    for place in range(end + 1):
        yield place, pdf[place * CHUNK : (place + 1) * CHUNK], place == end


def _row_key(keys: Keys, path: str) -> bytes:
    return hmac.digest(keys.key, b"piece\0" + path.encode(), "sha256")[:16]


def _of_facts(keys: Keys, piece: bytes, row: bytes) -> bytes:
    return b"guichet/piece-facts/1\0" + keys.id + piece + row


def _of_chunk(keys: Keys, piece: bytes, place: int, *, last: bool) -> bytes:
    return b"guichet/piece/1\0" + keys.id + piece + place.to_bytes(8) + bytes([last])


def _written(kept: Kept) -> bytes:
    plain = json.dumps(asdict(kept)).encode()
    return plain + b" " * (-len(plain) % 256)


def _told(keys: Keys, piece: bytes, row: bytes, facts: bytes) -> Kept:
    told = json.loads(_unseal(keys, _of_facts(keys, piece, row), facts))
    return Kept(**{**told, "doubts": tuple(told["doubts"])})


def _seal(keys: Keys, about: bytes, plain: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return nonce + AESGCM(keys.key).encrypt(nonce, plain, about)


def _unseal(keys: Keys, about: bytes, sealed: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(keys.key).decrypt(sealed[:12], sealed[12:], about)
    except (InvalidTag, ValueError) as error:  # ValueError: cut short
        raise StoreDamaged from error
