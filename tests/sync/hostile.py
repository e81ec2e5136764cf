"""What can stand between a terminal and its gateway, one behaviour for each fault of the acceptance."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.protocol import receipt, signatures, stamp
from app.protocol.envelope import parse
from tests.sync.hall import Behaviour, asked, pass_on, passed, reply


def cut(handler: Any) -> None:
    """Reset the connection."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def answering(status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Behaviour:
    """Somebody who is not the gateway: no signed time."""

    def behave(handler: Any) -> None:
        asked(handler)
        reply(handler, status, dict(headers or {}), body)

    return behave


def signed(status: int, told: object = None, headers: Mapping[str, str] | None = None) -> Behaviour:
    """The gateway itself, in trouble: it keeps nothing."""

    def behave(handler: Any) -> None:
        asked(handler)
        own = stamp.stamp(datetime.now(UTC), handler.server.hall.key)
        reply(handler, status, {**own, **(headers or {})}, json.dumps(told).encode() if told is not None else b"")

    return behave


def cut_after(tenths: int) -> Behaviour:
    """The connection breaks when so many tenths of the body have passed."""

    def behave(handler: Any) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]) * tenths // 10)
        cut(handler)

    return behave


def swallow(handler: Any) -> None:
    """The gateway stores, and its answer is lost."""
    passed(handler)
    cut(handler)


def half_an_answer(handler: Any) -> None:
    """The gateway stores, and half of its answer arrives."""
    status, headers, body = passed(handler)
    handler.send_response_only(status)
    for name, text in headers.items():
        handler.send_header(name, text)
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    cut(handler)


def no_signed_time(handler: Any) -> None:
    """The true answer, by way of somebody who drops headers."""
    status, _headers, body = passed(handler)
    reply(handler, status, {}, body)


def old_signature(handler: Any) -> None:
    """The time of another gateway."""
    status, _headers, body = passed(handler)
    reply(handler, status, stamp.stamp(datetime.now(UTC), signatures.new_key()), body)


def bad_receipt(handler: Any) -> None:
    """A receipt that another key has signed."""
    status, headers, body = passed(handler)
    found = parse(body)
    forged = type(found)(found.body, signatures.sign(signatures.new_key(), "receipt", found.body))
    reply(handler, status, headers, forged.to_bytes())


def another_receipt(handler: Any) -> None:
    """The gateway's true receipt, of another saisine."""
    status, headers, body = passed(handler)
    told = json.loads(parse(body).body)
    told |= {"id": "0" * 8 + "-0000-4000-8000-" + "0" * 12}
    reply(handler, status, headers, _receipt(told).signed(handler.server.hall.key).to_bytes())


def missing_part(handler: Any) -> None:
    """A true receipt that says a part is missing."""
    status, headers, body = passed(handler)
    told = json.loads(parse(body).body)
    told |= {"held": [], "missing": told["held"]}
    reply(handler, status, headers, _receipt(told).signed(handler.server.hall.key).to_bytes())


def _receipt(told: dict[str, Any]) -> receipt.Receipt:
    return receipt.Receipt(**{**told, "held": tuple(told["held"]), "missing": tuple(told["missing"])})


def endless(handler: Any) -> None:
    """A page that never ends."""
    asked(handler)
    handler.send_response_only(200)
    handler.end_headers()
    for _piece in range(64):
        handler.wfile.write(b"<p>" * 30_000)
    cut(handler)


def not_http(handler: Any) -> None:
    """Some other protocol on this port."""
    asked(handler)
    handler.wfile.write(b"220 mail.exemple.fr ESMTP\r\n")
    cut(handler)


FAULTS: dict[str, list[Behaviour]] = {
    "500 of the gateway": [signed(500, {"code": "bug"})],
    "500 of a proxy": [answering(500)],
    "503 with seconds": [signed(503, {"code": "busy"}, {"Retry-After": "7"})],
    "429 with seconds": [signed(429, {"code": "busy"}, {"Retry-After": "7"})],
    "200 with a page": [answering(200, b"<html>Bienvenue sur le Wi-Fi</html>", {"Content-Type": "text/html"})],
    "403 of a portal": [answering(403, b"<html>")],
    "redirect to another host": [answering(302, b"", {"Location": "http://127.0.0.2:9/portail"})],
    "redirect by the gateway": [signed(307, None, {"Location": "http://127.0.0.2:9/"})],
    "reply dropped after storing": [swallow],
    "half an answer": [half_an_answer],
    "no signed time": [no_signed_time],
    "time signed by another": [old_signature],
    "receipt with a bad signature": [bad_receipt],
    "receipt of another saisine": [another_receipt, cut],
    "receipt with a missing part": [missing_part],
    "not JSON": [signed(200, None)],
    "409, then nothing": [signed(409, {"code": "other-bytes"}), cut],
    "a page without end": [endless],
    "not HTTP": [not_http],
    **{f"cut at {tenth} tenths": [cut_after(tenth)] for tenth in range(11)},
}
"""Each leaves the gateway to answer the next time."""

__all__ = ["FAULTS", "answering", "cut", "pass_on", "signed", "swallow"]
