"""The least that can receive: ``python -m tests.bench.bare FOLDER`` commits one row for each PUT, says 201, no more.

The server, its socket and the durability are the gateway's (uvicorn as in ``serve``; SQLite, WAL, synchronous=FULL).
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import uvicorn

from app.gateway.commands.serve import _listen
from app.gateway.database import PRAGMAS


class Bare:
    """No router, no framework, no thread: a body becomes a row."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for pragma in PRAGMAS:
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("CREATE TABLE bodies (id TEXT PRIMARY KEY, body BLOB NOT NULL)")

    async def __call__(self, scope, receive, send) -> None:
        body, more = b"", True
        while more:
            piece = await receive()
            body, more = body + piece["body"], piece["more_body"]
        self._db.execute("INSERT INTO bodies VALUES (?, ?)", (scope["path"], body))
        await send({"type": "http.response.start", "status": 201, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})


def main() -> None:
    """Until it is ended."""
    listening = _listen("127.0.0.1", 0)
    print(json.dumps({"listening": f"http://127.0.0.1:{listening.getsockname()[1]}"}), flush=True)
    app = Bare(Path(sys.argv[1]))
    config = uvicorn.Config(
        app, access_log=False, server_header=False, proxy_headers=False, log_level="warning", ws="none", lifespan="off"
    )
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
