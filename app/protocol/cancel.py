"""The cancel code (people.md P16): only its hash leaves the terminal."""

from __future__ import annotations

from app.models.code import normalise
from app.protocol.text import sha256


def cancel_sha256(saisine: bytes, code: str) -> str:
    """The hash of the cancel *code*, however it was typed, of the *saisine* (its 16 bytes)."""
    return sha256(b"guichet/cancel/1\0" + saisine + normalise(code).encode("utf-8", "surrogatepass"))
