"""The codes people copy from paper: made, typed, shown, and told apart by their shape (people.md P16)."""

from __future__ import annotations

import re
import secrets
from typing import Literal

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, 5 bits each, without 0 O 1 I, which people confuse (security.md, Resume code)."""

Kind = Literal["resume", "reference", "cancel"]

NOT_READ = re.compile("[\\s.\u00ad\u2010-\u2015\u2212-]")
"""Spaces, dots and dashes that people put between groups; they say nothing."""


def fresh() -> str:
    """A new resume code, 40 random bits, as it is shown: ``KX7F-4PMQ``."""
    return shown("".join(secrets.choice(ALPHABET) for _ in range(8)))


def normalise(typed: str) -> str:
    """What was *typed*, in capitals and without what separates the groups."""
    return NOT_READ.sub("", typed).upper()


def shown(code: str) -> str:
    """*code* in groups that can be read aloud: 4-4, 4-4-4, and 3-3-3 for a reference."""
    characters = normalise(code)
    size = 3 if len(characters) == 9 else 4
    return "-".join(characters[start : start + size] for start in range(0, len(characters), size))


def kind(typed: str) -> Kind | None:
    """What the *typed* text can be, by its shape alone; None when it is no code of ours."""
    characters = normalise(typed)
    if not set(characters) <= set(ALPHABET):
        return None
    if len(characters) == 9:
        return "reference" if check_character(characters[:-1]) == characters[-1] else None
    shapes: dict[int, Kind] = {8: "resume", 12: "cancel"}
    return shapes.get(len(characters))


def check_character(characters: str) -> str:
    """The Luhn check character, base 32: one wrong character is always seen, two swapped ones nearly always."""
    total = 0
    for place, character in enumerate(reversed(characters)):
        doubled = ALPHABET.index(character) * (2 if place % 2 == 0 else 1)
        total += doubled // 32 + doubled % 32
    return ALPHABET[-total % 32]
