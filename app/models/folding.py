"""Letters as a search knows them: no case, no accent, no apostrophe, one script a word, no double letter."""

# ruff: noqa: RUF001  letters that look alike are what this is about

from __future__ import annotations

import re
import unicodedata

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщьюяіїєґыэъё"
LOOKALIKES = str.maketrans("abcehikmoptxy", "авсенікмортху")
"""Latin letters that a Ukrainian keyboard or a copied text puts among Cyrillic ones."""
BACK = str.maketrans("авсеніікмортху", "abcehiikmoptxy")
SOUNDS = str.maketrans({"і": "и", "ї": "и", "й": "и", "ы": "и", "є": "е", "э": "е", "ґ": "г", "ь": "", "ъ": ""})
"""What is often mistaken for another by who also writes Russian; the same on both sides, no word is lost by it."""

APOSTROPHES = "'’ʼ‘`´ʹ′＇"
INSIDE = re.compile(f"(?<=[{CYRILLIC}])[{APOSTROPHES}](?=[{CYRILLIC}])")
INITIALS = re.compile(r"(?<!\w)\w(?:\.\w(?!\w))+\.?")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
MARKS = re.compile("[\u0300-\u036f]")
WORD = re.compile("[a-z0-9а-яіїєґ]+(?:[-‐‑][a-z0-9а-яіїєґ]+)*")
HYPHEN = re.compile("[-‐‑]")
TWICE = re.compile(r"([^\W\d])\1+")


def words(text: str) -> list[str]:
    """The words of *text*, folded; one with hyphens gives its parts, then all of them as one: check, up, checkup."""
    found = []
    for word in WORD.findall(_plain(text)):
        parts = [_folded(part) for part in HYPHEN.split(word)]
        found += [part for part in parts if part]
        if len(parts) > 1:
            found.append(_folded("".join(parts)))
    return found


def _plain(text: str) -> str:
    """Small letters without accents; initials lose their points, a Ukrainian word its apostrophe."""
    small = unicodedata.normalize("NFKC", text).casefold().translate(LIGATURES)
    small = INITIALS.sub(lambda found: found[0].replace(".", ""), INSIDE.sub("", small))
    return MARKS.sub("", unicodedata.normalize("NFKD", small))


def _folded(word: str) -> str:
    """A word in one script, spelt as it sounds, without double letters."""
    return TWICE.sub(r"\1", _one_script(word)).translate(SOUNDS)


def _one_script(word: str) -> str:
    """A word whose letters are of two scripts, in the one that most are of, if it has them all there."""
    latin = sum(letter.isascii() and letter.isalpha() for letter in word)
    if word.isascii() or not latin:
        return word
    back = word.translate(BACK)
    return back if back.isascii() and latin * 2 >= len(word) else word.translate(LOOKALIKES)
