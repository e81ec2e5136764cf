"""Terminals: a one-time code makes one, a token names it. Codes and tokens are kept as hashes."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, Select, bindparam, insert, select, update

from app.gateway import recipients
from app.gateway.database import put, read, writing
from app.gateway.errors import CodeRefused, NotEnrolled
from app.gateway.tables import codes, terminals
from app.protocol import moments
from app.protocol.text import b64, sha256, unb64

VALID = timedelta(days=7)
"""How long a code waits for its terminal."""
AGAIN = timedelta(hours=24)
"""How long a terminal that missed the answer may ask again."""


@dataclass(frozen=True)
class Terminal:
    """*public_key*: of its signatures, 32 bytes."""

    id: str
    public_key: bytes


def new_code(engine: Engine, now: datetime) -> str:
    """A one-time code of 128 bits, good for seven days; only its hash is kept."""
    code = secrets.token_hex(16)
    row = {"sha256": sha256(code.encode()), "expires_at": moments.written(now + VALID)}
    with writing(engine) as connection:
        connection.execute(insert(codes).values(row))
    return code


def enrol(engine: Engine, asked: tuple[str, bytes, str], key: bytes, now: datetime) -> dict[str, Any]:
    """What a terminal gets for *asked*: its code, its public key, its name; CodeRefused.

    A public key that is known keeps its terminal's id, so that what it sealed before can still be received. *key*,
    the gateway's, makes the token, so that the same question has the same answer though no token is kept.
    """
    code, public_key, name = asked
    token = b64(hmac.digest(key, b"guichet/token/1\0" + code.encode() + public_key, "sha256"))
    with writing(engine) as connection:
        _use(connection, code, b64(public_key), now)
        row = {"id": str(uuid4()), "name": name, "public_key": b64(public_key), "enrolled_at": moments.written(now)}
        put(connection, terminals, row | {"token_sha256": sha256(token.encode())})
        mine = terminals.c.public_key == b64(public_key)
        connection.execute(update(terminals).where(mine).values(name=name, token_sha256=sha256(token.encode())))
        terminal = connection.execute(select(terminals.c.id).where(mine)).scalar_one()
        return {"terminal": terminal, "token": token, "recipients": recipients.listed(connection)}


def _use(connection: Connection, code: str, public_key: str, now: datetime) -> None:
    mine = codes.c.sha256 == sha256(code.encode())
    row = connection.execute(select(codes).where(mine).with_for_update()).first()
    if row is None or not _good(row, public_key, now):
        raise CodeRefused
    if row.used_at is None:
        used = {"public_key": public_key, "used_at": moments.written(now)}
        connection.execute(update(codes).where(mine).values(used))


def _good(row: Row[Any], public_key: str, now: datetime) -> bool:
    if row.used_at is None:
        return now < moments.read(row.expires_at)
    return bool(row.public_key == public_key) and now < moments.read(row.used_at) + AGAIN


BY_TOKEN = select(terminals.c.id, terminals.c.public_key).where(terminals.c.token_sha256 == bindparam("which"))
BY_ID = select(terminals.c.id, terminals.c.public_key).where(terminals.c.id == bindparam("which"))


def by_token(engine: Engine, token: str) -> Terminal:
    """The terminal that *token* is of; NotEnrolled."""
    return _one(engine, BY_TOKEN, sha256(token.encode()))


def by_id(engine: Engine, terminal: str) -> Terminal:
    """The terminal of that id; NotEnrolled."""
    return _one(engine, BY_ID, terminal)


def _one(engine: Engine, wanted: Select[str, str], which: str) -> Terminal:
    rows = read(engine, wanted, {"which": which})
    if not rows:
        raise NotEnrolled
    return Terminal(rows[0][0], unb64(rows[0][1]))
