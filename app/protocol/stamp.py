"""The headers of every answer: without them it is not the gateway who answers, but a portal in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from app.protocol import moments, signatures
from app.protocol.errors import BadSignature, BadTime
from app.protocol.text import b64, unb64

PROTOCOL = "1"
HEADER_PROTOCOL = "Guichet-Protocol"
HEADER_TIME = "Guichet-Time"
HEADER_CANCEL = "Guichet-Cancel"
"""Of a DELETE: the cancel code, which must not stand in an address, as those are logged."""


def stamp(now: datetime, key: bytes) -> dict[str, str]:
    """The headers of an answer given *now*, signed with the gateway's private *key*."""
    return {HEADER_PROTOCOL: PROTOCOL, HEADER_TIME: _signed(moments.written(now), key)}


def check(headers: Mapping[str, str], gateway_key: bytes) -> datetime:
    """When the gateway answered, by its own clock; BadTime when it was not our gateway."""
    if headers.get(HEADER_PROTOCOL) != PROTOCOL:
        raise BadTime
    return _read(headers.get(HEADER_TIME, ""), gateway_key)


# All the answers of a second bear the same signature: it is made once, and verified once.


@lru_cache(8)
def _signed(text: str, key: bytes) -> str:
    return f"{text};{b64(signatures.sign(key, 'time', text.encode()))}"


@lru_cache(8)
def _read(said: str, gateway_key: bytes) -> datetime:
    text, _semicolon, signature = said.partition(";")
    try:
        signatures.verify(gateway_key, "time", text.encode(), unb64(signature))
        return moments.read(text)
    except (BadSignature, ValueError):
        raise BadTime from None
