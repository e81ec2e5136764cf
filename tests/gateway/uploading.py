"""How a terminal sends a pièce by tus, one call at a time."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import httpx
from sqlalchemy import func, select

from app.gateway.database import reading
from app.gateway.tables import chunks, parts, uploads
from app.protocol import receipt
from app.protocol.parcel import Sealed
from app.protocol.receipt import Receipt
from tests.gateway.house import House, Terminal

TUS = {"Tus-Resumable": "1.0.0"}
NONE: Mapping[str, str] = {}
TYPE = "application/offset+octet-stream"


def call(terminal: Terminal, verb: str, path: str, headers: Mapping[str, Any] = TUS, **more: Any) -> httpx.Response:
    """The answer to a call of tus, which says its version like every answer about parts."""
    answer = terminal.call(verb, path, headers={**TUS, **headers}, **more)
    assert answer.headers["Tus-Resumable"] == "1.0.0"
    return answer


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def named(saisine: str, part: str) -> str:
    return f"saisine {b64(saisine.encode())},sha256 {b64(part.encode())}"


def create(
    terminal: Terminal, sent: Sealed, number: int = 1, headers: Mapping[str, str | bytes] = NONE
) -> httpx.Response:
    """Announce the pièce *number* of *sent*."""
    part = sent.manifest.parts[number]
    said = {"Upload-Length": str(part.size), "Upload-Metadata": named(sent.id, part.sha256)}
    return call(terminal, "POST", "/v1/parts", headers={**said, **headers})


def location(terminal: Terminal, sent: Sealed, number: int = 1) -> str:
    """The same; where it is to be sent."""
    answer = create(terminal, sent, number)
    assert answer.status_code == 201
    return answer.headers["Location"]


def head(terminal: Terminal, place: str) -> httpx.Response:
    return call(terminal, "HEAD", place)


def offset(answer: httpx.Response) -> int:
    """Where the upload stands, as *answer* tells."""
    return int(answer.headers["Upload-Offset"])


def patch(terminal: Terminal, place: str, start: int, body: bytes | Iterator[bytes], **headers: str) -> httpx.Response:
    """Add *body* at *start*, without a checksum unless *headers* has one."""
    said = {"Content-Type": TYPE, "Upload-Offset": str(start)}
    return call(terminal, "PATCH", place, headers=said | headers, content=body)


def checked(terminal: Terminal, place: str, start: int, body: bytes) -> httpx.Response:
    """The same, with the checksum of *body*, as our terminals do."""
    checksum = {"Upload-Checksum": f"sha256 {b64(sha256(body).digest())}"}
    return patch(terminal, place, start, body, **checksum)


def send(terminal: Terminal, sent: Sealed, number: int = 1) -> None:
    """Send the whole of a pièce."""
    answer = checked(terminal, location(terminal, sent, number), 0, sent.pieces[number - 1])
    assert answer.status_code == 204


def told(terminal: Terminal, sent: Sealed) -> Receipt:
    """What the receipt says by now."""
    raw = terminal.call("GET", f"/v1/saisines/{sent.id}/receipt").content
    return receipt.verify(raw, terminal.house.public, sent.manifest_bytes)


def counts(house: House) -> tuple[int, ...]:
    """How many parts, uploads, chunks there are."""
    with reading(house.gateway.db) as connection:
        found = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (parts, uploads, chunks)
        )
        return tuple(found)
