"""The body of a PATCH, block by block: however large it is, no more than one block of it is in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from hashlib import sha256
from tempfile import SpooledTemporaryFile

from fastapi import Request
from starlette.requests import ClientDisconnect

from app.gateway import uploads
from app.gateway.calls import Gateway, announced
from app.gateway.errors import Cut, TooLarge, WrongChecksum
from app.gateway.terminals import Terminal
from app.gateway.uploads import Upload

BLOCK = 1024 * 1024
"""Bytes of a chunk at most."""


async def blocks(request: Request, left: int) -> AsyncIterator[bytes]:
    """The body of *request* as it comes; TooLarge beyond what is *left* of the upload, Cut after what had arrived."""
    if announced(request) > left:
        raise TooLarge(limit=left)
    block, room = bytearray(), left
    try:
        async for data in request.stream():
            room -= len(data)
            if room < 0:
                raise TooLarge(limit=left)
            block += data
            while len(block) >= BLOCK:
                yield bytes(block[:BLOCK])
                del block[:BLOCK]
    except ClientDisconnect:
        if block:
            yield bytes(block)
        raise Cut from None
    if block:
        yield bytes(block)


class Taker:
    """What takes the body that *speaker* adds to *upload*, which is then where it stands."""

    def __init__(self, gateway: Gateway, speaker: Terminal, upload: Upload) -> None:
        self._gateway = gateway
        self._speaker = speaker
        self.upload = upload

    async def each(self, body: AsyncIterator[bytes]) -> None:
        """Keep each block of *body* as it comes: of a body that is cut, what has come is kept."""
        async for block in body:
            await self._add([block])

    async def all(self, body: AsyncIterator[bytes], digest: bytes) -> None:
        """Keep the whole of *body* at once, or nothing unless its SHA-256 is *digest*; WrongChecksum."""
        found = sha256()
        with SpooledTemporaryFile(max_size=BLOCK) as spool:
            async for block in body:
                found.update(block)
                spool.write(block)
            if found.digest() != digest:
                raise WrongChecksum
            spool.seek(0)
            await self._add(iter(lambda: spool.read(BLOCK), b""))

    async def _add(self, some: Iterable[bytes]) -> None:
        def work() -> Upload:
            return uploads.add(self._gateway.db, self.upload, self._speaker, some, self._gateway.now())

        self.upload = await asyncio.wrap_future(self._gateway.writer.do(work))
