"""Signed JSON as it travels: the exact text that is signed, as a string, and its signature beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.protocol.text import b64, canonical, unb64


@dataclass(frozen=True)
class Envelope:
    """*body*: the bytes that are signed."""

    body: bytes
    signature: bytes

    def value(self) -> dict[str, str]:
        """As a JSON value, for a list of several."""
        return {"signed": self.body.decode(), "signature": b64(self.signature)}

    def to_bytes(self) -> bytes:
        """As an answer or a file."""
        return canonical(self.value())


def opened(value: object) -> Envelope:
    """The envelope that a JSON *value* is; ValueError for another value."""
    if not isinstance(value, dict) or value.keys() != {"signed", "signature"}:
        raise ValueError("envelope")
    if not all(isinstance(text, str) for text in value.values()):
        raise ValueError("envelope")
    return Envelope(value["signed"].encode(), unb64(value["signature"]))


def parse(raw: bytes) -> Envelope:
    """The envelope of an answer or a file; ValueError for other bytes."""
    try:
        return opened(json.loads(raw))
    except RecursionError:
        raise ValueError("envelope") from None
