"""Other people's tus clients send a pièce to our gateway, over a line that is cut three times: it arrives whole.

They are installed into a temporary folder by the machine's own npm and pip; without these, or without a network, the
run is not tried.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.gateway.database import reading
from app.gateway.tables import parts
from tests.gateway.house import Terminal, a_house
from tests.gateway.uploading import told

SIZE = 50_000_000
CUTS = 3
PATIENCE = 300
"""Seconds that an installation or a sending may take."""

NODE = """
const {readFileSync} = require("fs"), {Upload} = require("tus-js-client");
const {file, endpoint, headers, metadata, chunk} = JSON.parse(process.argv[1]);
const retryDelays = Array(20).fill(100), end = (words) => { console.error(words); process.exit(1); };
new Upload(readFileSync(file), {
  endpoint, headers, metadata, retryDelays, chunkSize: chunk || Infinity,
  onError: (error) => end(String(error)), onSuccess: () => process.exit(0),
}).start();
"""

PYTHON = """
import json, sys
from tusclient.client import TusClient
told = json.loads(sys.argv[1])
client = TusClient(told["endpoint"], headers=told["headers"])
given = {"file_path": told["file"], "metadata": told["metadata"], "retries": 20, "retry_delay": 0.1}
client.uploader(**given, **({"chunk_size": told["chunk"]} if told["chunk"] else {})).upload()
"""


@dataclass(frozen=True)
class Client:
    """A *name*, what sends when it is followed by JSON, and the *environment* for it."""

    name: str
    words: tuple[str, ...]
    environment: dict[str, str]


@dataclass(frozen=True)
class Sent:
    """What came of a sending: *cuts* that there were, bytes *carried* in all, and what is *wrong*, in words.

    Nothing is when it arrived whole. It went on then after each cut: the gateway takes no byte twice. A client that
    comes back before the gateway has read what the cut left on the line carries more than it has.
    """

    client: str
    chunk: int
    cuts: int
    carried: int
    wrong: str


def run() -> list[Sent]:
    """Each client that can be installed here, in one body and in bodies of one MiB."""
    with tempfile.TemporaryDirectory(prefix="guichet-tus-") as place:
        found = [client for made in (_node, _python) if (client := made(Path(place)))]
        return [_send(client, chunk, Path(place)) for client in found for chunk in (0, 1024 * 1024)]


def _node(place: Path) -> Client | None:
    npm, node = shutil.which("npm"), shutil.which("node")
    words = [str(npm), "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place), "tus-js-client@4.3.1"]
    if not npm or not node or not _done(words):
        return None
    return Client("tus-js-client 4.3.1", (node, "-e", NODE), {"NODE_PATH": str(place / "node_modules")})


def _python(place: Path) -> Client | None:
    python = place / "venv" / "bin" / "python"
    made = _done([sys.executable, "-m", "venv", str(place / "venv")])
    if not made or not _done([str(python), "-m", "pip", "install", "--quiet", "tuspy==1.1.0"]):
        return None
    return Client("tuspy 1.1.0", (str(python), "-c", PYTHON), {})


def _done(words: list[str], **more: Any) -> bool:
    with suppress(subprocess.TimeoutExpired):
        return subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False, **more).returncode == 0
    return False


def _send(client: Client, chunk: int, place: Path) -> Sent:
    folder = Path(tempfile.mkdtemp(dir=place))
    with a_house(folder / "gateway", piece_limit=2 * SIZE) as house:
        terminal = house.a_terminal()
        sent = terminal.sealed(os.urandom(SIZE))
        terminal.put(sent)
        file = folder / "piece.age"
        file.write_bytes(sent.pieces[0])
        with cutting(house.address, SIZE // (CUTS + 1)) as (address, line):
            wrong = _client(client, _said(terminal, sent.id, file, address, chunk))
        if not wrong and not told(terminal, sent).complete:
            wrong = "the receipt misses it"
        with reading(house.gateway.db) as connection:
            bodies = connection.execute(select(parts.c.body)).scalars().all()
    wrong = wrong or ("" if sent.pieces[0] in bodies else "other bytes have arrived")
    if not wrong and line.cuts != CUTS:
        wrong = f"it was cut {line.cuts} times only"
    return Sent(client.name, chunk, line.cuts, line.carried, wrong)


def _said(terminal: Terminal, saisine: str, file: Path, address: str, chunk: int) -> str:
    from app.protocol.text import sha256

    token = {"Authorization": f"Bearer {terminal.granted.token}"}
    metadata = {"saisine": saisine, "sha256": sha256(file.read_bytes())}
    asked = {"file": str(file), "endpoint": f"{address}/v1/parts", "headers": token, "metadata": metadata}
    return json.dumps(asked | {"chunk": chunk})


def _client(client: Client, said: str) -> str:
    """Why *client* could not send what is *said*, or nothing."""
    words, environment = [*client.words, said], {**os.environ, **client.environment, "NO_PROXY": "127.0.0.1"}
    try:
        subprocess.run(words, capture_output=True, timeout=PATIENCE, check=True, text=True, env=environment)
    except subprocess.CalledProcessError as error:
        return str(error.stderr)[-500:]
    except subprocess.TimeoutExpired:
        return "it never ended"
    return ""


@contextmanager
def cutting(address: str, after: int) -> Iterator[tuple[str, Line]]:
    """A line to *address* that is cut each time *after* bytes more have passed, ``CUTS`` times; where it begins."""
    line = Line(("127.0.0.1", int(address.rpartition(":")[2])), after)
    yield f"http://127.0.0.1:{line.port}", line
    line.close()


class Line:
    """A listening socket whose connections lead to *there*."""

    def __init__(self, there: tuple[str, int], after: int) -> None:
        self._there, self._after, self._passed = there, after, 0
        self.cuts = self.carried = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _address = self._listening.accept()
                far = socket.create_connection(self._there)
                for one, other, counted in ((near, far, self._counted), (far, near, len)):
                    threading.Thread(target=_carry, args=(one, other, counted), daemon=True).start()

    def _counted(self, data: bytes) -> int:
        """How much of *data* passes; less than all: the line is cut there."""
        self._passed += len(data)
        self.carried += len(data)
        if self.cuts < CUTS and self._passed >= self._after:
            self._passed, self.cuts = 0, self.cuts + 1
            return len(data) // 2
        return len(data)


def _carry(one: socket.socket, other: socket.socket, counted: Callable[[bytes], int]) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            passes = counted(data)
            other.sendall(data[:passes])
            if passes < len(data):
                break
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
