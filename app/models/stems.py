"""What is left of a word without its endings: French and English in Latin letters, Ukrainian in Cyrillic ones."""

# ruff: noqa: RUF001  letters that look alike are what this is about

from __future__ import annotations

from functools import lru_cache

from app.models.folding import CYRILLIC

LATIN = (
    "issement", "ation", "ement", "ition", "aire", "able", "ance", "euse", "ing", "ant", "ent", "eur", "eux",
    "ee", "ed", "er", "ez", "if", "iv", "e",
)  # fmt: skip
"""Endings after the plural's, the longest first."""

_UKRAINIAN = """
    авася алася атися илася илися итися увати ювати
    алис ании аням атис ении ився илис итис иями тися
    авс ала али ало ами ана ане ани аню аня ати еви ена ене ени ено еню еня иеи ием ила или ило
    ими иню иня ити иях ние ови ого ому тис ути ями
    ав ае ам ат ах ая ев ее еи ем ею ив ии им ис ит их ию ия ла ли ло ну ои ом ою ся ти ут ют ям ях
    а е и о у ю я
"""
UKRAINIAN = tuple(_UKRAINIAN.split())
"""Endings as they are folded (і, ї and й are и), the longest first."""

SHORTEST = 3
"""Letters that a word keeps."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The stem of a folded *word*; numbers stay whole."""
    if any(letter.isdigit() for letter in word):
        return word
    return _ukrainian(word) if word[0] in CYRILLIC else _latin(word)


def _ukrainian(word: str) -> str:
    return _without(word, UKRAINIAN)


def _latin(word: str) -> str:
    """Plural, then one ending, then the vowel before it: maladie, maladies and malade are one."""
    single = _without(word[:-3] + "al" if word.endswith("aux") and len(word) > 5 else word, ("s", "x"))
    bare = _without(single, LATIN)
    return _without(bare, ("i", "y"))


def _without(word: str, endings: tuple[str, ...]) -> str:
    """*word* without the first of *endings* that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST + (len(ending) > 2):
            return word[: -len(ending)]
    return word
