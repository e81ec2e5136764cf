"""Words that must not be parted at the end of a line."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
TIED = re.compile(r"(?<=«) | (?=[»?!:;€%])|(?<=\d) (?=\d|h\b)|(?<=\dh) (?=\d)|(?<=\d h) (?=\d)")
"""French punctuation to its word, a number to its unit, and its digits to one another: « 36 46 », « 8 h 30 »."""


def tied(text: str) -> str:
    """*text* with those spaces made such that no line begins after them."""
    return TIED.sub(NO_BREAK, text)
