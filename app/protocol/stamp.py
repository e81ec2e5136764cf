"""The headers of every answer: without them it is not the gateway who answers, but a portal in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

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
    text = moments.written(now)
    return {HEADER_PROTOCOL: PROTOCOL, HEADER_TIME: f"{text};{b64(signatures.sign(key, 'time', text.encode()))}"}


def check(headers: Mapping[str, str], gateway_key: bytes) -> datetime:
    """When the gateway answered, by its own clock; BadTime when it was not our gateway."""
    text, _semicolon, signature = headers.get(HEADER_TIME, "").partition(";")
    try:
        signatures.verify(gateway_key, "time", text.encode(), unb64(signature))
        moment = moments.read(text)
    except (BadSignature, ValueError):
        raise BadTime from None
    if headers.get(HEADER_PROTOCOL) != PROTOCOL:
        raise BadTime
    return moment
