"""Which letters of a shown text answer what was typed: those that a result marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.models.folding import APOSTROPHES, CYRILLIC, HYPHEN, INITIALS, words
from app.models.spelling import LONG, forgiven, near
from app.models.stems import stem
from app.models.stopwords import ANYWHERE, asked

Span = tuple[int, int]
"""The first character, and the one after the last, of a shown text."""

ACCENT = "\u0300-\u036f"
WORD = rf"(?:{INITIALS.pattern}|(?:[^\W_]|[{ACCENT}]|(?<=[{CYRILLIC}])[{APOSTROPHES}](?=[{CYRILLIC}]))+)"
WORDS = re.compile(WORD, re.IGNORECASE)
COMPOUNDS = re.compile(rf"{WORD}(?:{HYPHEN.pattern}{WORD})*", re.IGNORECASE)


class Spot(NamedTuple):
    """A word where it stands in a text, and how a search knows it."""

    start: int
    end: int
    folded: str


class Answers(NamedTuple):
    """Words of the shown texts that answer what was typed: *whole*, or from their beginning *begun*."""

    whole: frozenset[str]
    begun: str


def marked(texts: Sequence[str], typed: str, language: str) -> tuple[tuple[Span, ...], ...]:
    """What to mark in each of *texts*: the words typed, their other forms, the beginning of those that the last one
    begins. A word that none of them holds is forgiven one mistake, as the search does.
    """
    answers = _answers(frozenset(spot.folded for text in texts for spot in _spots(text)), typed, language)
    return tuple(_spans(text, answers) for text in texts)


def _answers(said: frozenset[str], typed: str, language: str) -> Answers:
    every = words(typed)
    sought = asked(every, language)
    begun = every[-1] if every and every[-1] in sought and len(every[-1]) > 1 else ""
    whole = {one + other for one, other in pairwise(every) if len(one + other) >= LONG} & said
    stems = [(other, stem(other)) for other in said]
    for word in sought:
        root = stem(word)
        same = {other for other, its in stems if its == root or other == word}
        opened = word == begun and any(other.startswith(word) for other in said)
        whole |= same if same or opened else _misspelt(word, said)
    return Answers(frozenset(whole), begun)


def _misspelt(word: str, said: Iterable[str]) -> set[str]:
    if word in ANYWHERE or not forgiven(word):
        return set()
    spellings = [each for each in (word, stem(word)) if len(each) >= LONG - 1]
    return {
        other for other in said for each in spellings if -2 < len(other) - len(each) < 2 and near(each, other)
    }  # fmt: skip


def _spans(text: str, answers: Answers) -> tuple[Span, ...]:
    spans: list[Span] = []
    for spot in _spots(text):
        if spot.folded in answers.whole:
            spans.append((spot.start, spot.end))
        elif answers.begun and spot.folded.startswith(answers.begun):
            spans.append((spot.start, spot.start + _letters(text[spot.start : spot.end], answers.begun)))
    return _merged(spans)


@lru_cache(maxsize=512)
def _spots(text: str) -> tuple[Spot, ...]:
    """Every word of a text of the catalogue; the parts of one with hyphens, and all of it as one."""
    spots = []
    for compound in COMPOUNDS.finditer(text):
        parts = list(WORDS.finditer(compound[0]))
        for part in parts if len(parts) == 1 else (*parts, None):
            start, end = part.span() if part else (0, len(compound[0]))
            if folded := words(compound[0][start:end]):
                spots.append(Spot(compound.start() + start, compound.start() + end, folded[-1]))
    return tuple(spots)


def _letters(word: str, begun: str) -> int:
    """How many characters of *word* spell *begun*; a letter that was doubled goes with its like."""
    found = [_folded(word[:length]).startswith(begun) for length in range(1, len(word) + 1)]
    length = found.index(True) + 1 if True in found else len(word)
    while length < len(word) and _folded(word[: length + 1]) == _folded(word[:length]):
        length += 1
    return length


def _folded(part: str) -> str:
    return "".join(words(part)[-1:])


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """*spans* in their order, those that touch as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
