"""What the caisse does with what was received: list it, take it away, say how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, select, update

from app.gateway import events
from app.gateway.database import reading, writing
from app.gateway.errors import Erased, Unknown
from app.gateway.tables import parts, saisines, terminals, tombstones
from app.protocol import manifest as manifests
from app.protocol import moments
from app.protocol.package import Package, pack


def listed(engine: Engine, caisse: str = "") -> list[dict[str, Any]]:
    """Every saisine (of *caisse*), urgent ones first, then in the order they came: manifest's fields and status."""
    wanted = select(saisines, terminals.c.name).join(terminals).order_by(saisines.c.received_at, saisines.c.id)
    with reading(engine) as connection:
        rows = connection.execute(wanted.where(saisines.c.caisse == caisse) if caisse else wanted).all()
        held = Counter(connection.execute(select(parts.c.saisine)).scalars())
    return sorted((_line(row, held[row.id]) for row in rows), key=lambda line: line["priority"] != "urgent")


def _line(row: Row[Any], held: int) -> dict[str, Any]:
    manifest = manifests.parse(row.manifest)
    line = {
        "id": row.id,
        "reference": manifest.reference,
        "caisse": row.caisse,
        "form": manifest.form,
        "form_version": manifest.form_version,
        "priority": manifest.priority,
        "terminal": row.name,
        "pieces": len(manifest.parts) - 1,
        "pieces_held": held - 1,
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

    A pièce that has not arrived, and all after it, are not in the file: it is fetched again once they are here.
    """
    with reading(engine) as connection:
        row = connection.execute(select(saisines).where(saisines.c.id == saisine)).first()
        if row is None:
            raise Unknown
        return pack(row.manifest, row.signature, list(_bodies(connection, row)))


def _bodies(connection: Connection, row: Row[Any]) -> Iterator[bytes]:
    for part in _first(row.manifest, _held(connection, row.id)):
        body = connection.execute(select(parts.c.body).where(_is(row.id, part))).scalar_one()
        if body is None:
            raise Erased
        yield body


def _held(connection: Connection, saisine: str) -> dict[str, str | None]:
    """The parts of *saisine* that are held, and when each was taken away."""
    held = select(parts.c.sha256, parts.c.fetched_at).where(parts.c.saisine == saisine)
    return {part.sha256: part.fetched_at for part in connection.execute(held)}


def _first(manifest: bytes, held: Collection[str]) -> list[str]:
    """The parts that a file can hold of *manifest*: those before the first that is not *held*."""
    return list(takewhile(held.__contains__, (part.sha256 for part in manifests.parse(manifest).parts)))


def _is(saisine: str, part: str) -> ColumnElement[bool]:
    return (parts.c.saisine == saisine) & (parts.c.sha256 == part)


def fetched(engine: Engine, package: Package, now: datetime) -> None:
    """Note that the file *package* was taken away; only once it is safe elsewhere.

    With the last pièce begin the thirty days after which the parts are erased.
    """
    saisine, at = package.manifest.id, {"fetched_at": moments.written(now)}
    with writing(engine) as connection:
        for part in package.parts:
            connection.execute(update(parts).where(_is(saisine, part), parts.c.fetched_at.is_(None)).values(at))
        if not coming(package):
            first = (saisines.c.id == saisine) & saisines.c.fetched_at.is_(None)
            connection.execute(update(saisines).where(first).values(at))


def coming(package: Package) -> int:
    """How many pièces of *package* are still on their way."""
    return len(package.manifest.parts) - len(package.parts)


def unfetched(engine: Engine) -> list[str]:
    """The ids of the saisines of which there is something that nobody has taken away yet, as ``listed``."""
    there = saisines.c.id.in_(select(parts.c.saisine).where(parts.c.fetched_at.is_(None)))
    whole = saisines.c.id.not_in(select(parts.c.saisine).where(parts.c.body.is_(None)))
    with reading(engine) as connection:
        wanted = select(saisines.c.id, saisines.c.manifest).where(there, whole)
        new = {row.id for row in connection.execute(wanted) if _new(connection, row.id, row.manifest)}
    return [line["id"] for line in listed(engine) if line["id"] in new]


def _new(connection: Connection, saisine: str, manifest: bytes) -> bool:
    held = _held(connection, saisine)
    return any(held[part] is None for part in _first(manifest, held))


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
