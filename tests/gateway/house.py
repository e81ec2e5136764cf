"""A real gateway on the loopback, a caisse with its keys, and terminals that send to it."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from app.gateway import caisses, database, keyring, terminals
from app.gateway.calls import PIECE_LIMIT, Gateway
from app.gateway.keyring import PublicKeys
from app.gateway.service import service
from app.protocol import enrolment, recipients, signatures, stamp
from app.protocol.enrolment import Enrolment, Granted
from app.protocol.parcel import Sealed
from tests.gateway.served import Served
from tests.protocol.sending import CAISSE, SIGNING, a_recipient, sealed

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
CAISSE_KEYS = PublicKeys(CAISSE, signatures.public_of(SIGNING), (recipients.sign(a_recipient(), SIGNING),))


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, **much: float) -> None:
        self.now += timedelta(**much)


@dataclass
class Terminal:
    """A terminal that the gateway knows."""

    house: House
    granted: Granted
    key: bytes = field(repr=False)

    @property
    def id(self) -> str:
        return self.granted.terminal

    def sealed(self, *pieces: bytes, **changes: Any) -> Sealed:
        return sealed(*pieces, key=self.key, **({"terminal": self.id} | changes))

    def call(self, verb: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.granted.token}"} | more.pop("headers", {})
        return self.house.call(verb, path, headers=headers, **more)

    def put(self, sent: Sealed, body: bytes | None = None) -> httpx.Response:
        return self.call("PUT", f"/v1/saisines/{sent.id}", content=body or sent.package)

    def cancel(self, saisine: str, code: str) -> httpx.Response:
        return self.call("DELETE", f"/v1/saisines/{saisine}", headers={stamp.HEADER_CANCEL: code})


@dataclass
class House:
    """A gateway at *address*, and what its operator holds: its folder, its database, its key."""

    folder: Path
    gateway: Gateway
    clock: Clock
    address: str
    client: httpx.Client

    @property
    def public(self) -> bytes:
        return signatures.public_of(self.gateway.key)

    def call(self, verb: str, path: str, **more: Any) -> httpx.Response:
        """The answer to a call, which must be signed like every answer."""
        answer = self.client.request(verb, self.address + path, **more)
        assert stamp.check(answer.headers, self.public) == self.clock.now
        return answer

    def ask(self, code: str, key: bytes, name: str = "Valmont, borne 1") -> httpx.Response:
        wanted = Enrolment(self.address, code, {}, self.public)
        return self.call(
            "POST", "/v1/terminals", content=enrolment.request(wanted, signatures.public_of(key), name),
            headers={"Content-Type": "application/json"},
        )  # fmt: skip

    def a_code(self) -> str:
        return terminals.new_code(self.gateway.db, self.clock.now)

    def a_terminal(self) -> Terminal:
        key = signatures.new_key()
        return Terminal(self, enrolment.granted(self.ask(self.a_code(), key).content), key)


@contextmanager
def a_house(folder: Path, limit: int = 1_000_000, piece_limit: int = PIECE_LIMIT):
    """A gateway that receives for Valmont, until the end of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    db = database.connect(f"sqlite:///{folder / 'gateway.db'}")
    database.create(db)
    caisses.register(db, CAISSE_KEYS)
    clock = Clock()
    gateway = Gateway(db, keyring.private_key(folder / keyring.RECEIPT_KEY), clock, limit, piece_limit)
    with served(gateway) as address, httpx.Client(trust_env=False, verify=False, timeout=20) as client:  # noqa: S501
        yield House(folder, gateway, clock, address, client)
    db.dispose()


@contextmanager
def served(gateway: Gateway):
    """Its address, while a server runs in a thread of the test."""
    with closing(Served(service(gateway))) as server:
        yield server.url
