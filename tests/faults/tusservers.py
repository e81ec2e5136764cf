"""Our client sends a pièce to another tus server, which knows no checksums, on a line that is cut: it arrives whole.

``@tus/server`` is installed into a temporary folder by the machine's own npm; without it, or without a network, the run
is not tried. What we want beside tus, the signed time of every answer, is added on the way.
"""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.protocol import signatures, stamp
from app.protocol.text import sha256
from app.store.parts import Upload
from app.sync.deliver import Unreachable
from app.sync.https import connected
from tests.sync.hostile import cut

SERVER, FILES = "@tus/server@2.4.5", "@tus/file-store@2.1.1"
SIZE = 50_000_000
CUTS = 7
PAGE = 4 * 1024 * 1024
PATIENCE = 300
"""Seconds that an installation may take."""
PASSES = 100
HOPS = ("connection", "keep-alive", "transfer-encoding", "content-length")
"""Headers of one stretch of the way."""

NODE = """
import {createServer} from "node:http";
import {Server} from "@tus/server";
import {FileStore} from "@tus/file-store";
const tus = new Server({path: "/v1/parts", datastore: new FileStore({directory: process.argv[2]})});
const server = createServer((request, response) => tus.handle(request, response));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
"""


@dataclass
class Tally:
    """What came of it; *sent*: bytes that were read of the bodies of PATCH."""

    server: str = SERVER
    size: int = SIZE
    cuts: int = 0
    sent: int = 0
    failures: list[str] = field(default_factory=list)


def run() -> Tally | None:
    """None: the server cannot be had here."""
    npm, node = shutil.which("npm"), shutil.which("node")
    with tempfile.TemporaryDirectory(prefix="guichet-tus-") as place:
        words = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", place, SERVER, FILES]
        if not npm or not node or not _done([npm, *words]):
            return None
        kept = Path(place) / "kept"
        kept.mkdir()
        (Path(place) / "server.mjs").write_text(NODE, "utf-8")
        with subprocess.Popen([node, f"{place}/server.mjs", str(kept)], stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            try:
                return _sent(int(server.stdout.readline()), kept)
            finally:
                server.terminate()


def _done(words: list[str]) -> bool:
    try:
        return subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _sent(port: int, kept: Path) -> Tally:
    data, tally, key = os.urandom(SIZE), Tally(), signatures.new_key()
    upload = Upload(str(uuid4()), sha256(data), SIZE, None, 0, 0, b"")
    with _signing(port, key, tally) as address, connected(address, "token", signatures.public_of(key)) as gateway:
        for _pass in range(PASSES):
            moved, outcome = gateway.upload(replace(upload, bytes=data[upload.sent : upload.sent + PAGE]))
            upload = replace(upload, **moved._asdict())
            if upload.sent == SIZE:
                break
            if outcome and not isinstance(outcome, Unreachable):
                tally.failures.append(f"it was told {outcome}")
                break
    there = [file.read_bytes() for file in kept.iterdir() if file.suffix != ".json"]
    if there != [data]:
        tally.failures.append(f"there are {[len(one) for one in there]} bytes, which are not those that were sent")
    if upload.restarts:
        tally.failures.append(f"it began again {upload.restarts} times")
    return tally


@contextmanager
def _signing(port: int, key: bytes, tally: Tally) -> Iterator[str]:
    """The way to the server at *port*: its answers get our signed time, and it is cut ``CUTS`` times."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.told = (port, key, tally)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _any(self) -> None:
        port, key, tally = self.server.told  # type: ignore[attr-defined]
        length = int(self.headers.get("Content-Length") or 0)
        there = http.client.HTTPConnection("127.0.0.1", port)
        there.putrequest(self.command, self.path, skip_host=True)
        for name, text in self.headers.items():
            there.putheader(name, text)
        there.endheaders()
        breaks = tally.cuts < CUTS and tally.sent + length > SIZE * (tally.cuts + 1) // (CUTS + 1)
        passes = length * 2 // 3 if breaks and self.command == "PATCH" else length
        there.send(self.rfile.read(passes))
        tally.sent += passes
        if passes < length:
            tally.cuts += 1
            there.close()
            cut(self)
        else:
            _answer(self, there, key)

    do_POST = do_HEAD = do_PATCH = _any  # noqa: N815

    def log_message(self, *_told: object) -> None:
        """Nothing on standard error."""


def _answer(handler: Any, there: http.client.HTTPConnection, key: bytes) -> None:
    answer = there.getresponse()
    body = answer.read()
    there.close()
    handler.send_response_only(answer.status)
    passed = {name: text for name, text in answer.getheaders() if name.lower() not in HOPS}
    length = {} if answer.status == 204 else {"Content-Length": str(len(body))}
    for name, text in {**passed, **length, **stamp.stamp(datetime.now(UTC), key)}.items():
        handler.send_header(name, text)
    handler.end_headers()
    handler.wfile.write(body)
