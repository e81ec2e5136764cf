"""What the caisse does with what was received: list it, take it away, say how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from app.gateway import events
from app.gateway.database import reading, writing
from app.gateway.errors import Erased, Unknown
from app.gateway.tables import parts, saisines, terminals, tombstones
from app.protocol import manifest as manifests
from app.protocol import moments
from app.protocol.package import pack


def listed(engine: Engine, caisse: str = "") -> list[dict[str, Any]]:
    """Every saisine (of *caisse*), urgent ones first, then in the order they came: manifest's fields and status."""
    wanted = select(saisines, terminals.c.name).join(terminals).order_by(saisines.c.received_at, saisines.c.id)
    with reading(engine) as connection:
        rows = connection.execute(wanted.where(saisines.c.caisse == caisse) if caisse else wanted).all()
    return sorted((_line(row) for row in rows), key=lambda line: line["priority"] != "urgent")


def _line(row: Row[Any]) -> dict[str, Any]:
    manifest = manifests.parse(row.manifest)
    line = {
        "id": row.id,
        "reference": manifest.reference,
        "caisse": row.caisse,
        "form": manifest.form,
        "form_version": manifest.form_version,
        "priority": manifest.priority,
        "terminal": row.name,
        "made_at": manifest.made_at,
        "clock": manifest.clock,
        "received_at": row.received_at,
        "fetched_at": row.fetched_at,
        "status": row.status,
        "code": row.code,
        "counter_reused": row.counter_reused,
        "replaces": manifest.replaces,
    }
    return {name: value for name, value in line.items() if value is not None}


def find(engine: Engine, asked: str) -> str:
    """The id of the saisine that *asked* names, by its id or its reference, however typed; Unknown, Erased."""
    from app.models.code import normalise

    with reading(engine) as connection:
        if connection.execute(select(saisines.c.id).where(saisines.c.id == asked.lower())).first():
            return asked.lower()
        if connection.execute(select(tombstones.c.id).where(tombstones.c.id == asked.lower())).first():
            raise Erased
    for line in listed(engine):
        if normalise(line["reference"]) == normalise(asked):
            return str(line["id"])
    raise Unknown


def fetch(engine: Engine, saisine: str) -> bytes:
    """The ``.saisine`` file of *saisine*, all its parts inside; Erased when they are not kept any more.

    A pièce that has not arrived, and all after it, are not in the file.
    """
    with reading(engine) as connection:
        row = connection.execute(select(saisines).where(saisines.c.id == saisine)).first()
        if row is None:
            raise Unknown
        return pack(row.manifest, row.signature, list(_bodies(connection, row)))


def _bodies(connection: Connection, row: Row[Any]) -> Iterator[bytes]:
    held = select(parts.c.sha256, parts.c.body).where(parts.c.saisine == row.id)
    bodies = {part.sha256: part.body for part in connection.execute(held)}
    for part in manifests.parse(row.manifest).parts:
        if part.sha256 not in bodies:
            return
        if bodies[part.sha256] is None:
            raise Erased
        yield bodies[part.sha256]


def fetched(engine: Engine, saisine: str, now: datetime) -> None:
    """Begin the thirty days after which the parts of *saisine* are erased; only once they are safe elsewhere."""
    first = (saisines.c.id == saisine) & saisines.c.fetched_at.is_(None)
    with writing(engine) as connection:
        connection.execute(update(saisines).where(first).values(fetched_at=moments.written(now)))


def unfetched(engine: Engine) -> list[str]:
    """The ids of the saisines that nobody has taken away yet, as ``listed``."""
    return [line["id"] for line in listed(engine) if "fetched_at" not in line]


def set_status(engine: Engine, saisine: str, status: str, code: str | None, now: datetime) -> None:
    """Say how far *saisine* is, and tell the terminal that sent it; nothing when that was said already. Unknown."""
    with writing(engine) as connection:
        row = connection.execute(select(saisines).where(saisines.c.id == saisine).with_for_update()).first()
        if row is None:
            raise Unknown
        if (row.status, row.code) == (status, code):
            return
        connection.execute(update(saisines).where(saisines.c.id == saisine).values(status=status, code=code))
        told = {"saisine": saisine, "status": status, "at": moments.written(now), "code": code}
        events.add(connection, terminal=row.terminal, **told)
