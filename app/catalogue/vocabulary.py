"""What a typed word may be among the words of the catalogue: itself, another form, its beginning, or a mistake."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.models.folding import words
from app.models.spelling import LONG, ends, forgiven, near
from app.models.stems import stem
from app.models.stopwords import ANYWHERE, asked

SAME, FORM, BEGUN, MISSPELT = 1.0, 0.95, 0.7, 0.6
"""What a word is worth by how it was found: as it was typed, by its stem, by its beginning, by one mistake."""
HOUSE, OURS = frozenset(words("sécu cpam caisse assurance maladie каса фонд")), 0.4
"""What people call who they ask tells less of what they ask."""
LAST = "\U0010ffff"
MOST = 24
"""Words that a beginning may stand for: those the fewest offers say tell the most."""
LONGEST = 12
"""Words of a request that are looked for."""


@dataclass(frozen=True)
class Sought:
    """A typed word: the *words* it may be, each with its worth; how many rows say each; and how much it tells."""

    words: dict[str, float]
    times: dict[str, int]
    weight: float


def sought(connection: sqlite3.Connection, typed: str, language: str) -> list[Sought]:
    """What is looked for; the last word may be unfinished. Only words of the catalogue are in it."""
    every = words(typed)
    known = asked(every, language)[:LONGEST]
    (rows,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM texts").fetchone()
    begun = every[-1] if every else ""
    found = [_spelt(connection, word, begun) for word in known]
    joined = [_joined(connection, one + other) for one, other in pairwise(every[: LONGEST + 1])]
    weights = [OURS if word in HOUSE else 1 for word in known] + [1] * len(joined)
    return [_weighed(heard, rows, share) for heard, share in zip((*found, *joined), weights, strict=True) if heard]


Heard = dict[str, tuple[float, int, int]]
"""The worth of each word, how many rows say it, and how many say it in any form."""


def _spelt(connection: sqlite3.Connection, word: str, begun: str) -> Heard:
    same = _same(connection, word)
    more = _beginning(connection, word) if word == begun and len(word) > 1 else {}
    return {**more, **same} or _misspelt(connection, word)


def _same(connection: sqlite3.Connection, word: str) -> Heard:
    return _forms(connection, [stem(word), word], lambda found: SAME if found == word else FORM)


def _forms(connection: sqlite3.Connection, stems: Sequence[str], worth: Callable[[str], float]) -> Heard:
    """Every word that has one of *stems*."""
    marks = ", ".join("?" * len(stems))
    query = f"SELECT word, times, often FROM vocabulary WHERE stem IN ({marks}) AND times"  # noqa: S608 - marks only
    return {found: (worth(found), times, often) for found, times, often in connection.execute(query, stems)}


def _joined(connection: sqlite3.Connection, word: str) -> Heard:
    """Two words that are one in the catalogue: news letter."""
    return _same(connection, word) if len(word) >= LONG and _spells(connection, word) else {}


def _spells(connection: sqlite3.Connection, word: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM vocabulary WHERE word = ? AND times", [word]).fetchone())


def _beginning(connection: sqlite3.Connection, word: str) -> Heard:
    query = """SELECT word, times, often FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2 AND times
        ORDER BY often DESC LIMIT ?3"""
    return {found: (BEGUN, *rows) for found, *rows in connection.execute(query, [word, LAST, MOST])}


def _misspelt(connection: sqlite3.Connection, word: str) -> Heard:
    """The words that one mistake makes of a long one, and of its stem, in every form."""
    if word in ANYWHERE or not forgiven(word):
        return {}
    spellings = [each for each in dict.fromkeys((word, stem(word))) if len(each) >= LONG - 1]
    stems = {found for each in spellings for found in _near(connection, each)}
    return _forms(connection, sorted(stems), lambda _found: MISSPELT)


def _near(connection: sqlite3.Connection, word: str) -> list[str]:
    """The stems of the words that one mistake makes of *word*."""
    head, tail = ends(word)
    query = """SELECT word, stem FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?3
        AND length(word) BETWEEN ?4 - 1 AND ?4 + 1
        UNION SELECT word, stem FROM vocabulary WHERE backwards >= ?2 AND backwards < ?2 || ?3
        AND length(word) BETWEEN ?4 - 1 AND ?4 + 1"""
    rows = connection.execute(query, [head, tail[::-1], LAST, len(word)])
    return [found for other, found in rows if near(word, other)]


def _weighed(heard: Heard, rows: int, share: float) -> Sought:
    """A word that few rows say, in any form, tells more than one that they all say."""
    best = max(worth for worth, _times, _often in heard.values())
    most = max(often for worth, _times, often in heard.values() if worth == best)
    return Sought(
        {found: worth for found, (worth, _times, _often) in heard.items()},
        {found: times for found, (_worth, times, _often) in heard.items()},
        share * math.log(1 + rows / most),
    )
