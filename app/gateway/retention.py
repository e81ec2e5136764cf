"""What is not kept any longer goes (security.md, Retention)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, or_, select, update

from app.gateway.database import forget, writing
from app.gateway.inbox import erase
from app.gateway.tables import codes, parts, saisines, uploads
from app.gateway.terminals import AGAIN
from app.protocol import moments

PARTS = timedelta(days=30)
"""After all of a saisine were fetched; what nobody has fetched stays."""
RECORD = timedelta(days=183)
"""After it was received, and once its parts are gone."""


def purge(engine: Engine, now: datetime) -> int:
    """Erase the parts, uploads and records whose time is over; how many records became tombstones."""
    with writing(engine) as connection:
        old = select(saisines.c.id).where(saisines.c.fetched_at <= moments.written(now - PARTS))
        stale = parts.c.saisine.in_(old) & parts.c.body.is_not(None)
        connection.execute(update(parts).where(stale).values(body=None))
        connection.execute(codes.delete().where(codes.c.expires_at <= moments.written(now - AGAIN)))
        connection.execute(uploads.delete().where(uploads.c.expires_at <= moments.written(now)))
        gone = _over(connection, now)
        for saisine, manifest_sha256 in gone:
            erase(connection, saisine, manifest_sha256)
    forget(engine)
    return len(gone)


def _over(connection: Connection, now: datetime) -> list[tuple[str, str]]:
    """The records whose every part was fetched thirty days ago, whether or not pièces never came."""
    over = saisines.c.received_at <= moments.written(now - RECORD)
    fresh = or_(parts.c.fetched_at.is_(None), parts.c.fetched_at > moments.written(now - PARTS))
    wanted = select(saisines.c.id, saisines.c.manifest_sha256).where(over)
    rows = connection.execute(wanted.where(saisines.c.id.not_in(select(parts.c.saisine).where(fresh)))).all()
    return [(row.id, row.manifest_sha256) for row in rows]
