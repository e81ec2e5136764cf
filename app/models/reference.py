"""The reference of a saisine: what people quote, made from its id without asking anybody (architecture.md 7)."""

from __future__ import annotations

import hashlib

from app.models.code import ALPHABET, check_character, kind, shown


def reference(saisine: bytes) -> str:
    """The reference of the id of a *saisine* (16 bytes), as it is printed: ``4T7-KX9-M2Q``."""
    bits = int.from_bytes(hashlib.sha256(saisine).digest()[:5])
    characters = "".join(ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
    return shown(characters + check_character(characters))


def valid(typed: str) -> bool:
    """Whether *typed* has the shape of a reference, its check character included."""
    return kind(typed) == "reference"
