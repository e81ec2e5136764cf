"""What a typed word may be among the words of the catalogue: itself, another form, its beginning, or a mistake."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import dataclass
from itertools import pairwise

from app.models.folding import words
from app.models.spelling import LONG, ends, near
from app.models.stems import stem
from app.models.stopwords import telling

SAME, BEGUN, MISSPELT = 1.0, 0.7, 0.6
"""What a stem is worth by how it was found."""
HOUSE, OURS = frozenset(words("sécu cpam caisse assurance maladie каса фонд")), 0.4
"""What people call who they ask tells less of what they ask."""
LAST = "\U0010ffff"
MOST = 24
"""Words that a beginning may stand for: those the fewest offers say tell the most."""
LONGEST = 12
"""Words of a request that are looked for."""


@dataclass(frozen=True)
class Sought:
    """A typed word: the *stems* it may be, each with its worth; how many rows say each; and how much it tells."""

    stems: dict[str, float]
    times: dict[str, int]
    weight: float


def sought(connection: sqlite3.Connection, typed: str) -> list[Sought]:
    """What is looked for; the last word may be unfinished. Only words of the catalogue are in it."""
    every = words(typed)
    asked = list(dict.fromkeys(telling(every)))[:LONGEST] or [word for word in every if len(word) > 1][-1:]
    (rows,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM texts").fetchone()
    begun = every[-1] if every else ""
    found = [_spelt(connection, word, begun) for word in asked]
    joined = [_joined(connection, one + other) for one, other in pairwise(every[: LONGEST + 1])]
    weights = [OURS if word in HOUSE else 1 for word in asked] + [1] * len(joined)
    return [_weighed(stems, rows, weight) for stems, weight in zip((*found, *joined), weights, strict=True) if stems]


Stems = dict[str, tuple[float, int]]
"""Worth and number of rows of each."""


def _spelt(connection: sqlite3.Connection, word: str, begun: str) -> Stems:
    exact = _exact(connection, word)
    more = _beginning(connection, word) if word == begun and len(word) > 1 else {}
    return {**more, **exact} or _misspelt(connection, word)


def _exact(connection: sqlite3.Connection, word: str) -> Stems:
    query = "SELECT stem, times FROM vocabulary WHERE stem = ?1 OR word = ?2"
    return {found: (SAME, times) for found, times in connection.execute(query, [stem(word), word])}


def _joined(connection: sqlite3.Connection, word: str) -> Stems:
    """Two words that are one in the catalogue: news letter."""
    query = "SELECT stem, times FROM vocabulary WHERE word = ?1 AND length(word) >= ?2"
    return {found: (SAME, times) for found, times in connection.execute(query, [word, LONG])}


def _beginning(connection: sqlite3.Connection, word: str) -> Stems:
    query = """SELECT stem, max(times) FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2
        GROUP BY stem ORDER BY max(times) DESC LIMIT ?3"""
    return {found: (BEGUN, times) for found, times in connection.execute(query, [word, LAST, MOST])}


def _misspelt(connection: sqlite3.Connection, word: str) -> Stems:
    """The words that one mistake makes of a long one, and of its stem."""
    if len(word) < LONG or word.isdigit():
        return {}
    spellings = [each for each in dict.fromkeys((word, stem(word))) if len(each) >= LONG - 1]
    return {found: (MISSPELT, times) for each in spellings for found, times in _near(connection, each)}


def _near(connection: sqlite3.Connection, word: str) -> list[tuple[str, int]]:
    head, tail = ends(word)
    query = """SELECT word, stem, times FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?3
        AND length(word) BETWEEN ?4 - 1 AND ?4 + 1
        UNION SELECT word, stem, times FROM vocabulary WHERE backwards >= ?2 AND backwards < ?2 || ?3
        AND length(word) BETWEEN ?4 - 1 AND ?4 + 1"""
    rows = connection.execute(query, [head, tail[::-1], LAST, len(word)])
    return [(found, times) for other, found, times in rows if near(word, other)]


def _weighed(stems: Stems, rows: int, share: float) -> Sought:
    """A word that few rows say tells more than one that they all say."""
    best = max(worth for worth, _times in stems.values())
    often = max(times for worth, times in stems.values() if worth == best)
    return Sought(
        {found: worth for found, (worth, _times) in stems.items()},
        {found: times for found, (_worth, times) in stems.items()},
        share * math.log(1 + rows / often),
    )
