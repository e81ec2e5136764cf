"""What every call stands on: the gateway's parts, who speaks, and a body that is read only then and only so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Engine
from starlette.requests import ClientDisconnect

from app.gateway import terminals
from app.gateway.errors import BadRequest, Cut, NotEnrolled, TooLarge
from app.gateway.terminals import Terminal
from app.gateway.writer import Writer
from app.protocol.manifest import UUID_SHAPE

LIMIT = 8 * 1024 * 1024
"""Bytes of a PUT at most: a manifest and a form part, no pièce."""
PIECE_LIMIT = 10 * 1024 * 1024
"""Bytes of a sealed pièce at most: a PDF of ten million, and what sealing adds."""


@dataclass(frozen=True)
class Gateway:
    """*key*: its private key; *now*: the time, with its zone; *limit*, *piece_limit*: bytes of a PUT, of a pièce."""

    db: Engine
    key: bytes = field(repr=False)
    now: Callable[[], datetime]
    limit: int = LIMIT
    piece_limit: int = PIECE_LIMIT

    @cached_property
    def writer(self) -> Writer:
        return Writer(self.db)


async def gateway_of(request: Request) -> Gateway:
    here: Gateway = request.app.state.gateway
    return here


Here = Annotated[Gateway, Depends(gateway_of)]

bearer = HTTPBearer(auto_error=False, description="The token of the terminal")


async def speaker_of(gateway: Here, given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> Terminal:
    # One read by its key, 0.2 ms: going to a thread and back takes as long, and much longer on a busy machine.
    if given is None:
        raise NotEnrolled
    return terminals.by_token(gateway.db, given.credentials)


Speaker = Annotated[Terminal, Depends(speaker_of)]


async def body_of(request: Request, gateway: Gateway) -> bytes:
    """The whole body, as far as the *gateway* takes it; TooLarge, Cut. Only once it is known who speaks."""
    if announced(request) > gateway.limit:
        raise TooLarge(limit=gateway.limit)
    read = bytearray()
    try:
        async for piece in request.stream():
            read += piece
            if len(read) > gateway.limit:
                raise TooLarge(limit=gateway.limit)
    except ClientDisconnect:
        raise Cut from None
    return bytes(read)


def announced(request: Request) -> int:
    """The bytes that the body is said to have, 0 when it is not said; BadRequest."""
    try:
        return int(request.headers.get("content-length", "0"))
    except ValueError:
        raise BadRequest from None


SaisineId = Annotated[str, Path(pattern=f"^{UUID_SHAPE}$")]
