"""Saisines at the gateway: received once, told of, withdrawn."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, bindparam, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import ReturningInsert

from app.gateway.database import adding, forget, put, reading, run, writing
from app.gateway.errors import Erased, OtherBytes, Taken, Unknown, UnknownCaisse, WrongTerminal
from app.gateway.tables import events, parts, saisines, tombstones
from app.gateway.terminals import Terminal
from app.protocol import manifest as manifests
from app.protocol import moments, receipt, signatures
from app.protocol.cancel import cancel_sha256
from app.protocol.manifest import Manifest
from app.protocol.package import Package
from app.protocol.text import sha256

GONE = select(tombstones.c.id).where(tombstones.c.id == bindparam("saisine"))
RECORD = select(saisines).where(saisines.c.id == bindparam("saisine")).with_for_update()
HELD = select(parts.c.sha256).where(parts.c.saisine == bindparam("saisine"))
"""Statements are made once: SQLAlchemy takes longer to make one than SQLite to do it."""


@dataclass(frozen=True)
class Received:
    """What is durable of a saisine; *new* when it was not there before."""

    manifest: Manifest
    held: frozenset[str]
    received_at: str
    new: bool = False

    def receipt(self, key: bytes) -> bytes:
        """Its receipt, signed with the gateway's private *key*: the same bytes as long as nothing else arrives."""
        return receipt.make(self.manifest, self.held, self.received_at, key).to_bytes()


def receive(engine: Engine, package: Package, terminal: Terminal, now: datetime) -> Received:
    """Keep *package*, which *terminal* has sent, once for all; when this returns, it is on the disk.

    Raises WrongTerminal, BadSignature, UnknownCaisse; OtherBytes and Erased for an id that is known otherwise.
    """
    check(package, terminal)
    with writing(engine) as connection:
        return keep(connection, package, now)


def check(package: Package, terminal: Terminal) -> None:
    """Raise WrongTerminal or BadSignature unless *terminal* has made *package*."""
    if package.manifest.terminal != terminal.id:
        raise WrongTerminal
    signatures.verify(terminal.public_key, "manifest", package.manifest_bytes, package.signature)


def keep(connection: Connection, package: Package, now: datetime) -> Received:
    """Keep *package*, which was checked; it is there once the transaction of *connection* is committed."""
    saisine = package.manifest.id
    new = _add(connection, package, now)
    # Looked for after the row: on PostgreSQL it may just have waited for the transaction that erased this saisine.
    if run(connection, GONE, {"saisine": saisine}):
        raise Erased
    received_at = moments.written(now) if new else _before(connection, package)
    for part, body in package.parts.items():
        put(connection, parts, {"saisine": saisine, "sha256": part, "body": body})
    held = frozenset(package.parts) if new else _held(connection, saisine)
    return Received(package.manifest, held, received_at, new)


def _before(connection: Connection, package: Package) -> str:
    """When *package* was received the first time; OtherBytes when that was another."""
    known = _record(connection, package.manifest.id)
    if known.manifest_sha256 != sha256(package.manifest_bytes):
        raise OtherBytes(manifest_sha256=known.manifest_sha256)
    return str(known.received_at)


def _add(connection: Connection, package: Package, now: datetime) -> bool:
    """Add the row of *package* unless its id is there; whether it was added."""
    manifest = package.manifest
    row = {
        "id": manifest.id,
        "terminal": manifest.terminal,
        "counter": manifest.counter,
        "caisse": manifest.caisse,
        "manifest": package.manifest_bytes,
        "signature": package.signature,
        "manifest_sha256": sha256(package.manifest_bytes),
        "received_at": moments.written(now),
        "status": "new",
        "its_terminal": manifest.terminal,
        "its_counter": manifest.counter,
    }
    try:
        return bool(run(connection, _adding(connection.dialect.name), row))
    except IntegrityError:  # the terminal has just been found: the caisse alone can be missing
        raise UnknownCaisse from None


@cache
def _adding(dialect: str) -> ReturningInsert[Any]:
    same = (saisines.c.terminal == bindparam("its_terminal")) & (saisines.c.counter == bindparam("its_counter"))
    return adding(dialect, saisines).values(counter_reused=select(saisines.c.id).where(same).exists())


def _record(connection: Connection, saisine: str) -> Row[Any]:
    """Its row, locked until the end; Erased or Unknown."""
    row = connection.execute(RECORD, {"saisine": saisine}).first()
    if row is not None:
        return row
    raise Erased if connection.execute(GONE, {"saisine": saisine}).first() else Unknown


def _held(connection: Connection, saisine: str) -> frozenset[str]:
    return frozenset(connection.execute(HELD, {"saisine": saisine}).scalars())


def received(engine: Engine, saisine: str, terminal: Terminal) -> Received:
    """What is kept of *saisine*, for the *terminal* that sent it; Unknown, also for another's, or Erased."""
    with reading(engine) as connection:
        row = sent_by(connection, terminal, saisine)
        return Received(manifests.parse(row.manifest), _held(connection, saisine), row.received_at)


def sent_by(connection: Connection, terminal: Terminal, saisine: str) -> Row[Any]:
    """The row of *saisine*, locked until the end, for the *terminal* that sent it; Unknown, Erased."""
    row = _record(connection, saisine)
    if row.terminal != terminal.id:
        raise Unknown
    return row


def withdraw(engine: Engine, saisine: str, code: str) -> None:
    """Erase *saisine* for whoever has its cancel *code*; Unknown also for a wrong code, Taken, Erased."""
    with writing(engine) as connection:
        row = _record(connection, saisine)
        expected = manifests.parse(row.manifest).cancel_sha256
        if not hmac.compare_digest(expected, cancel_sha256(UUID(saisine).bytes, code)):
            raise Unknown
        if row.status != "new":
            raise Taken
        erase(connection, saisine, row.manifest_sha256)
    forget(engine)


def erase(connection: Connection, saisine: str, manifest_sha256: str) -> None:
    """Leave of *saisine* its tombstone only: its id will never be received again."""
    connection.execute(insert(tombstones).values(id=saisine, manifest_sha256=manifest_sha256))
    connection.execute(events.delete().where(events.c.saisine == saisine))
    connection.execute(saisines.delete().where(saisines.c.id == saisine))
