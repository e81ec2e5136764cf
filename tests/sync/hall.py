"""A hall to test in: the real gateway on loopback, a caisse with its keys, terminals, and somebody in the way."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyrage
from sqlite_utils import Database

from app.actions import drafts, enrol, papers, submit
from app.actions.submit import Prepared
from app.forms import mas
from app.gateway import caisses, database, desk, terminals
from app.gateway.calls import PIECE_LIMIT
from app.gateway.calls import Gateway as Parts
from app.gateway.keyring import PublicKeys
from app.gateway.service import service
from app.models import code as codes
from app.protocol import manifest, package, recipients, signatures
from app.protocol.enrolment import Enrolment
from app.protocol.opening import open_part
from app.store import drafts as kept
from app.store.database import open_database
from app.store.keys import DraftLock
from tests.builders import mas_answers, valmont
from tests.gateway.served import Served

KEY = bytes(range(32))
DAY = datetime(2026, 1, 5, tzinfo=UTC)
"""From when the keys of the caisse may be used."""


class Hall:
    """The gateway of Valmont; *url* is where it, or who stands in its way, listens."""

    def __init__(self, folder: Path, piece_limit: int = PIECE_LIMIT) -> None:
        self.key, self.signing = signatures.new_key(), signatures.new_key()
        self.identity = pyrage.x25519.Identity.generate()
        self.db = database.connect(f"sqlite:///{folder / 'gateway.db'}")
        database.create(self.db)
        self.renew_keys([self.identity])
        self.crowd: list[Behaviour] = []
        self.asked: list[str] = []
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        parts = Parts(self.db, self.key, lambda: self.clock(), piece_limit=piece_limit)  # noqa: PLW0108  it changes
        self._served = Served(service(parts))
        self.port = self._served.port
        self._way = _Way(self)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._way.server_port}"

    def close(self) -> None:
        self._way.stop()
        self._served.close()
        self.db.dispose()

    def renew_keys(self, identities: list[Any], signing: bytes | None = None) -> None:
        """The caisse gives these keys, and no others, to its gateway."""
        made = [recipients.make("999", str(one.to_public()), DAY) for one in identities]
        signed = tuple(recipients.sign(one, signing or self.signing) for one in made)
        caisses.register(self.db, PublicKeys("999", signatures.public_of(self.signing), signed))

    def enrolment(self) -> Enrolment:
        """A new enrolment file."""
        code = terminals.new_code(self.db, datetime.now(UTC))
        keys = {"999": signatures.public_of(self.signing)}
        return Enrolment(self.url, code, keys, signatures.public_of(self.key))

    def has(self) -> list[str]:
        """The references of what was received, urgent ones first."""
        return [line["reference"] for line in desk.listed(self.db)]

    def opened(self, reference: str, number: int = 0) -> dict[str, bytes]:
        """What the caisse reads of a saisine: of its form, or of the pièce *number*."""
        found = package.unpack(desk.fetch(self.db, desk.find(self.db, reference)))
        part = found.manifest.parts[number]
        return open_part(found.parts[part.sha256], part, manifest.parse(found.manifest_bytes), [str(self.identity)])


def terminal(folder: Path, hall: Hall | None = None) -> Database:
    """The store of a terminal, enrolled at *hall*."""
    db = open_database(folder, KEY, patience=2)
    if hall:
        enrol.enrol(db, hall.enrolment(), "Accueil de Valmont")
    return db


def draft(db: Database, answers: dict[str, str] | None = None) -> kept.Keys:
    """A draft that holds *answers*, whose code nobody is going to type: its slow derivation is left out."""
    lock = DraftLock(codes.fresh(), os.urandom(16), os.urandom(32))
    keys = kept.Keys(os.urandom(16), os.urandom(32), lock, "mas", mas.FORM.version)
    drafts.keep(db, keys, dict(answers or mas_answers()), datetime.now(UTC), 7)
    return keys


def prepared(db: Database, now: datetime | None = None, **changes: str) -> Prepared:
    """A request that is ready to be queued."""
    now = now or datetime.now().astimezone()
    begun = submit.start(db)
    assert begun
    saisine = papers.saisine(mas.FORM, mas_answers(**changes), os.urandom(16), now)
    return submit.prepare(saisine, valmont(), begun, now)


def queued(db: Database, now: datetime | None = None, **changes: str) -> Prepared:
    """The same, queued."""
    made = prepared(db, now, **changes)
    submit.queue(db, made, None)
    return made


THREE_YEARS = timedelta(days=3 * 365)


# In the way


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hall: Hall

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:  # whoever asked has gone
            self.close_connection = True

    def _any(self) -> None:
        self.server.hall.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        crowd = self.server.hall.crowd  # type: ignore[attr-defined]
        (crowd.pop(0) if crowd else pass_on)(self)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do_PATCH = _any  # noqa: N815

    def log_message(self, *_told: object) -> None:
        """Nothing on standard error."""


class _Way(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, hall: Hall) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hall = hall
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


Behaviour = Callable[[Any], None]
"""What somebody in the way does with one question."""


def asked(handler: Any) -> bytes:
    """The body of the question."""
    return bytes(handler.rfile.read(int(handler.headers.get("Content-Length") or 0)))


def passed(handler: Any) -> tuple[int, dict[str, str], bytes]:
    """The gateway's true answer."""
    gateway = http.client.HTTPConnection("127.0.0.1", handler.server.hall.port)
    headers = {name: text for name, text in handler.headers.items() if name.lower() not in ("host", "connection")}
    gateway.request(handler.command, handler.path, asked(handler), headers)
    answer = gateway.getresponse()
    body = answer.read()
    gateway.close()
    return answer.status, dict(answer.getheaders()), body


def reply(handler: Any, status: int, headers: dict[str, str], body: bytes) -> None:
    handler.send_response_only(status)
    kept = {name: text for name, text in headers.items() if name.lower() not in ("content-length", "connection")}
    for name, text in {**kept, **({} if status == 204 else {"Content-Length": str(len(body))})}.items():
        handler.send_header(name, text)
    handler.end_headers()
    handler.wfile.write(body)


def pass_on(handler: Any) -> None:
    """Nothing in the way."""
    reply(handler, *passed(handler))
