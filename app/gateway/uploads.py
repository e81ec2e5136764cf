"""Pièces on their way: an upload is a row, what has come of it are chunks, and its last byte makes a part of it.

Who adds says where he believes the upload to stand. Two who add at once cannot both be right: the second is refused,
and bytes are never mixed. Nothing is locked while a body travels.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, insert, select, update

from app.gateway import inbox
from app.gateway.database import put, reading, writing
from app.gateway.errors import NotAPart, Unknown, WrongLength, WrongOffset, WrongPart
from app.gateway.tables import chunks, parts, saisines, uploads
from app.gateway.terminals import Terminal
from app.protocol import manifest as manifests
from app.protocol import moments
from app.protocol.manifest import Manifest

VALID = timedelta(hours=24)
"""How long an upload waits for its next byte."""

HELD = select(parts.c.saisine).where(parts.c.saisine == uploads.c.saisine, parts.c.sha256 == uploads.c.sha256).exists()
STATE = select(uploads, HELD.label("held"))
FOUND = STATE.join(saisines).where(
    uploads.c.id == bindparam("upload"),
    saisines.c.terminal == bindparam("speaker"),
    uploads.c.expires_at > bindparam("now"),
)
LOCKED = FOUND.with_for_update(of=uploads)
SAME = STATE.where(uploads.c.saisine == bindparam("of"), uploads.c.sha256 == bindparam("part"))


@dataclass(frozen=True)
class Upload:
    """A pièce on its way: *offset* of its *size* bytes are on the disk."""

    id: str
    saisine: str
    sha256: str
    size: int
    offset: int
    expires_at: datetime

    @property
    def whole(self) -> bool:
        """Whether the gateway holds the part, by whatever way it came."""
        return self.offset == self.size


@dataclass(frozen=True)
class Announced:
    """What a terminal is about to send: the pièce *sha256* of *saisine*, of *size* bytes."""

    saisine: str
    sha256: str
    size: int


def begin(engine: Engine, announced: Announced, terminal: Terminal, now: datetime) -> Upload:
    """The upload of what *terminal* has *announced*: the same one as long as it has not expired.

    Raises Unknown, also for another's saisine, Erased, NotAPart, WrongLength.
    """
    same = {"saisine": announced.saisine, "sha256": announced.sha256}
    with writing(engine) as connection:
        row = inbox.sent_by(connection, terminal, announced.saisine)
        _check(manifests.parse(row.manifest), announced)
        over = uploads.c.expires_at <= moments.written(now)
        connection.execute(uploads.delete().filter_by(**same).where(over))
        made = {"id": secrets.token_hex(16), "size": announced.size, "come": 0, "expires_at": _until(now)}
        put(connection, uploads, same | made)
        return _upload(connection.execute(SAME, {"of": announced.saisine, "part": announced.sha256}).one())


def _check(manifest: Manifest, announced: Announced) -> None:
    sizes = {part.sha256: part.size for part in manifest.parts if part.role == "piece"}
    if announced.sha256 not in sizes:
        raise NotAPart
    if announced.size != sizes[announced.sha256]:
        raise WrongLength


def find(engine: Engine, upload: str, terminal: Terminal, now: datetime) -> Upload:
    """How far the *upload* of *terminal* is; Unknown, also for another's and once it has expired."""
    with reading(engine) as connection:
        return _found(connection.execute(FOUND, _asked(upload, terminal, now)).first())


def add(engine: Engine, upload: Upload, terminal: Terminal, blocks: Iterable[bytes], now: datetime) -> Upload:
    """Add *blocks* where *upload* stood; when this returns they are on the disk, and the part when they complete it.

    Raises Unknown; WrongOffset when it stands elsewhere by now; WrongPart, and nothing is left of it, when all has
    come and is not what the manifest says.
    """
    right = True
    with writing(engine) as connection:
        found = _found(connection.execute(LOCKED, _asked(upload.id, terminal, now)).first())
        if found.offset != upload.offset:
            raise WrongOffset(offset=found.offset)
        grown = found if found.whole else _grown(connection, found, blocks, now)
        if grown.whole and not found.whole:
            right = _finish(connection, grown)
    if not right:
        raise WrongPart
    return grown


def _grown(connection: Connection, upload: Upload, blocks: Iterable[bytes], now: datetime) -> Upload:
    end = upload.offset
    for block in blocks:
        connection.execute(insert(chunks).values(upload=upload.id, start=end, body=block))
        end += len(block)
    grown = {"come": end, "expires_at": _until(now)} if end > upload.offset else {"come": end}
    connection.execute(update(uploads).where(uploads.c.id == upload.id).values(grown))
    return replace(upload, offset=end, expires_at=now + VALID)


def _finish(connection: Connection, upload: Upload) -> bool:
    """Make the part, unless it is not the one that was announced, which leaves nothing; whether it was."""
    mine, body, digest = chunks.c.upload == upload.id, bytearray(), sha256()
    wanted = select(chunks.c.body).where(mine).order_by(chunks.c.start)
    for block in connection.execute(wanted.execution_options(yield_per=1)).scalars():
        digest.update(block)
        body += block
    if digest.hexdigest() != upload.sha256:
        connection.execute(uploads.delete().where(uploads.c.id == upload.id))
        return False
    put(connection, parts, {"saisine": upload.saisine, "sha256": upload.sha256, "body": body})
    connection.execute(chunks.delete().where(mine))
    # Should the part be lost one day, it is missing again, and the same upload takes it again from its first byte.
    connection.execute(update(uploads).where(uploads.c.id == upload.id).values(come=0))
    return True


def _asked(upload: str, terminal: Terminal, now: datetime) -> dict[str, str]:
    return {"upload": upload, "speaker": terminal.id, "now": moments.written(now)}


def _found(row: Row[Any] | None) -> Upload:
    if row is None:
        raise Unknown
    return _upload(row)


def _upload(row: Row[Any]) -> Upload:
    come = row.size if row.held else row.come
    return Upload(row.id, row.saisine, row.sha256, row.size, come, moments.read(row.expires_at))


def _until(now: datetime) -> str:
    return moments.written(now + VALID)
