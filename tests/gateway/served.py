"""A service that listens in a thread of the test, and stops at once when the test is done with it."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import uvicorn

from app.gateway.commands.serve import _listen

BEAT = 1.0
"""Seconds between two looks at the clock: the date of the answers."""


class _Server(uvicorn.Server):
    """Hears that it is over, where uvicorn looks every tenth of a second, and then waits for another one."""

    def __init__(self, app: Any) -> None:
        super().__init__(uvicorn.Config(app, access_log=False, log_level="critical", ws="none", lifespan="off"))
        self.ready = threading.Event()

    async def main_loop(self) -> None:
        self.over, self.loop = asyncio.Event(), asyncio.get_running_loop()
        await self.on_tick(0)
        self.ready.set()
        while not self.over.is_set():
            try:
                await asyncio.wait_for(self.over.wait(), BEAT)
            except TimeoutError:
                await self.on_tick(0)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        while self.server_state.connections or self.server_state.tasks:
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0.001)


class Served:
    """*app* on a free *port* of the loopback, until ``close``."""

    def __init__(self, app: Any) -> None:
        self._socket = _listen("127.0.0.1", 0)
        self.port = self._socket.getsockname()[1]
        self._server = _Server(app)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._server.serve([self._socket])))
        self._thread.start()
        self._server.ready.wait()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._server.loop.call_soon_threadsafe(self._server.over.set)
        self._thread.join()
        self._socket.close()
