"""The signed keys of the caisses, as they are handed out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from app.gateway.tables import recipients
from app.protocol.envelope import Envelope
from app.protocol.text import unb64


def listed(connection: Connection) -> list[dict[str, Any]]:
    """Every signed recipient, as it is sent."""
    rows = connection.execute(select(recipients).order_by(recipients.c.caisse, recipients.c.key_id)).all()
    return [Envelope(row.body.encode(), unb64(row.signature)).value() for row in rows]
