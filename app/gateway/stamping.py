"""The outermost layer: protocol and signed time on every answer, and nothing of a failure but its place."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.protocol.stamp import stamp

log = logging.getLogger("guichet-caisse")


class Stamped:
    """*inner* with ``Guichet-Protocol`` and ``Guichet-Time`` on each of its answers, failures included."""

    def __init__(self, inner: ASGIApp, key: bytes, now: Callable[[], datetime]) -> None:
        self._inner = inner
        self._key = key
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *self._headers()]}
            await send(message)

        try:
            await self._inner(scope, receive, stamped)
        except Exception as error:  # noqa: BLE001  the answer has left; the server would log what the error says
            log.error("%s", place(error))  # noqa: TRY400  the same: never what it says

    def _headers(self) -> list[tuple[bytes, bytes]]:
        told = stamp(self._now(), self._key)
        return [(name.lower().encode(), value.encode()) for name, value in told.items()]


def place(error: Exception) -> str:
    """The type of *error*, and where it was raised: all that may stand in a log."""
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {last}"
