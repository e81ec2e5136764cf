"""What terminals are told of: statuses of their saisines, new keys of the caisses; in one order, by a cursor."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from app.gateway import recipients
from app.gateway.tables import events, gateway

PAGE = 200
"""Events of one answer at most."""


def add(connection: Connection, **told: str | None) -> None:
    """Tell *terminal* (without it: all) that the *status* of *saisine* (without it: the recipients) has changed."""
    # The row lock of the counter lasts until the commit: no reader can see a later event before an earlier one.
    cursor = connection.execute(update(gateway).values(cursor=gateway.c.cursor + 1).returning(gateway.c.cursor))
    connection.execute(insert(events).values(cursor=cursor.scalar_one(), **told))


def after(connection: Connection, terminal: str, cursor: int) -> list[dict[str, Any]]:
    """What *terminal* does not know yet, the oldest first, as it is sent."""
    mine = or_(events.c.terminal == terminal, events.c.terminal.is_(None))
    wanted = select(events).where(mine, events.c.cursor > cursor).order_by(events.c.cursor).limit(PAGE)
    return [_told(connection, row) for row in connection.execute(wanted).all()]


def _told(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    if row.saisine is None:
        return {"cursor": row.cursor, "recipients": recipients.listed(connection)}
    told = {"cursor": row.cursor, "saisine": row.saisine, "status": row.status, "at": row.at}
    return told | ({"code": row.code} if row.code else {})
