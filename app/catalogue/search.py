"""Searching the offers without a network: whatever is typed, only words of the catalogue reach its index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.database import opened
from app.catalogue.vocabulary import Sought, sought
from app.models import offer
from app.models.offer import Card, Reader

WEIGHTS = (TITLE, SYNONYMS, PURPOSE) = (10.0, 9.0, 5.0)
BODY, AGAIN = 1.5, 0.1
"""What a word is worth where it stands."""
OTHER_LANGUAGE, LOCAL = 0.8, 1.2
"""For what is written in another language than the screen's, and for the offers of the terminal's own caisse."""
LOOKED_AT = 40
"""Rows of the index that are weighed; it gives the most likely first."""
ENOUGH = 4000
"""Rows that the index may have to weigh: words that more rows say only count in what the others find."""

QUERY = """SELECT slug, language, caisses, texts.title, texts.synonyms, texts.purpose, texts.body
    FROM texts_fts JOIN texts ON texts.rowid = texts_fts.rowid
    WHERE texts_fts MATCH ?1 AND rank MATCH 'bm25(10, 9, 5, 1)'
    AND (?2 = 'agents' OR audience = 'public')
    AND (caisses = '' OR ?3 = '' OR instr(' ' || caisses || ' ', ' ' || ?3 || ' '))
    ORDER BY rank LIMIT ?4"""


@dataclass(frozen=True)
class Found:
    """An offer, and how well it answers: 1 is as well as can be."""

    card: Card
    score: float


def search(catalogue: Path, reader: Reader, typed: str, language: str, limit: int = 20) -> list[Found]:
    """The offers that *reader* may see and that answer what was *typed*, the best first."""
    with opened(catalogue) as connection:
        asked = sought(connection, typed)
        if not asked:
            return []
        scores = _scores(connection, reader, asked, language)
        best = sorted(scores, key=lambda slug: -scores[slug])[:limit]
        cards = _cards(connection, best)
        return [Found(cards[slug], round(min(scores[slug], 1), 3)) for slug in best]


def _scores(connection: sqlite3.Connection, reader: Reader, asked: Sequence[Sought], language: str) -> dict[str, float]:
    """Each offer by the language that answers best."""
    scores: dict[str, float] = {}
    full = TITLE * sum(word.weight for word in asked)
    values = [_match(asked), reader.audience, reader.caisse or "", LOOKED_AT]
    for slug, code, caisses, *texts in connection.execute(QUERY, values):
        score = _score(texts, asked) / full
        score *= (1 if code == language else OTHER_LANGUAGE) * (LOCAL if caisses and reader.caisse else 1)
        scores[slug] = max(score, scores.get(slug, 0))
    return scores


def _match(asked: Iterable[Sought]) -> str:
    """Any of the stems, the surest and rarest first, while there are not too many rows to weigh."""
    found = sorted((-worth, word.times[stem], stem) for word in asked for stem, worth in word.stems.items())
    kept, rows = [], 0
    for _worth, times, stem in found:
        if rows + times <= ENOUGH:
            kept.append(f'"{stem}"')
            rows += times
    return " OR ".join(kept) or f'{{title synonyms}} : "{found[0][-1]}"'


def _score(texts: Sequence[str], asked: Sequence[Sought]) -> float:
    """The sum over the words of where each is found best; a little for every other place."""
    stems = {stem for word in asked for stem in word.stems}
    found = [_worths(text, weight, stems) for text, weight in zip(texts, WEIGHTS, strict=False)]
    found.append(dict.fromkeys(stems.intersection(texts[-1].split()), BODY))
    worth = {stem: _together([place.get(stem, 0) for place in found]) for stem in stems}
    return sum(word.weight * max(much * worth[stem] for stem, much in word.stems.items()) for word in asked)


def _together(worths: Sequence[float]) -> float:
    return max(worths) * (1 - AGAIN) + sum(worths) * AGAIN


def _worths(text: str, weight: float, stems: set[str]) -> dict[str, float]:
    """Each of *stems* in a line: the more of the line was typed, the better."""
    worths: dict[str, float] = {}
    for line in text.split("\n"):
        said = line.split()
        found = stems.intersection(said)
        for stem in found:
            worths[stem] = max(worths.get(stem, 0), weight * (1 + len(found) / len(said)) / 2)
    return worths


def _cards(connection: sqlite3.Connection, slugs: Sequence[str]) -> dict[str, Card]:
    marks = ", ".join("?" * len(slugs))
    rows = connection.execute(f"SELECT slug, category, card FROM offers WHERE slug IN ({marks})", slugs)  # noqa: S608 - marks only
    return {slug: offer.card(slug, category, json.loads(data)) for slug, category, data in rows}
