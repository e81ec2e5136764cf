"""Enrolment: the file, or QR, that a caisse gives to a terminal, and what the gateway grants for it."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.protocol.errors import BadEnrolment
from app.protocol.text import b64, canonical, unb64

KEY_SIZE = 32


@dataclass(frozen=True)
class Enrolment:
    """*keys*: caisse → its public signing key; *receipt_key*: the gateway's; *code*: good once, for seven days."""

    gateway: str
    code: str = field(repr=False)
    keys: Mapping[str, bytes]
    receipt_key: bytes

    def to_text(self) -> str:
        """The file's text, short enough for a QR code."""
        keys = {caisse: b64(key) for caisse, key in self.keys.items()}
        said = {"gateway": self.gateway, "code": self.code, "keys": keys, "receipt_key": b64(self.receipt_key)}
        return canonical(said).decode()


@dataclass(frozen=True)
class Granted:
    """What the gateway gives for a code; *recipients* as ``recipients.verify`` reads them."""

    terminal: str
    token: str = field(repr=False)
    recipients: tuple[object, ...]


def parse(text: str) -> Enrolment:
    """The enrolment in a file's *text*; BadEnrolment for another text, or a gateway without TLS elsewhere than here."""
    try:
        told = json.loads(text)
        keys = {caisse: _key(key) for caisse, key in told.pop("keys").items()}
        receipt_key = _key(told.pop("receipt_key"))
        found = Enrolment(**told, keys=keys, receipt_key=receipt_key)
        if not isinstance(found.code, str) or not safe(found.gateway):
            raise BadEnrolment
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadEnrolment from None
    return found


def safe(address: str) -> bool:
    """Whether *address* may be spoken to: https, or plain http to this machine (127.0.0.1, ::1)."""
    parts = urlsplit(address)
    plain = parts.scheme == "http" and local(parts.hostname or "")
    return plain or (parts.scheme == "https" and bool(parts.hostname))


def local(host: str) -> bool:
    """Whether *host* is this machine by its number; a name could lead elsewhere."""
    try:
        return ipaddress.ip_address(host) in (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))
    except ValueError:
        return False


def request(enrolment: Enrolment, public_key: bytes, name: str) -> bytes:
    """What a terminal called *name* asks with: its own *public_key* is bound to the code."""
    return canonical({"code": enrolment.code, "public_key": b64(public_key), "name": name})


def granted(raw: bytes) -> Granted:
    """What the gateway answered to ``request``; BadEnrolment for another answer."""
    try:
        told = json.loads(raw)
        found = Granted(told["terminal"], told["token"], tuple(told["recipients"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadEnrolment from None
    if not isinstance(found.terminal, str) or not isinstance(found.token, str):
        raise BadEnrolment
    return found


def _key(text: str) -> bytes:
    key = unb64(text)
    if len(key) != KEY_SIZE:
        raise BadEnrolment
    return key
