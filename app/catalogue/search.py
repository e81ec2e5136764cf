"""Searching the offers without a network: whatever is typed, only words of the catalogue reach its index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
LOOKED_AT = 80
"""Rows of the index that are weighed: it gives the most likely first, but knows no mistake and no beginning."""
ENOUGH = 4000
"""Rows that the index may have to weigh: words that more rows say only count in what the others find."""

QUERY = """SELECT slug, language, caisses, texts.title, texts.synonyms, texts.purpose, texts.body
    FROM texts_fts JOIN texts ON texts.rowid = texts_fts.rowid
    WHERE texts_fts MATCH ?1 AND rank MATCH 'bm25(10, 9, 5, 1)'
    AND (?2 = 'agents' OR audience = 'public')
    AND (caisses = '' OR ?3 = '' OR instr(' ' || caisses || ' ', ' ' || ?3 || ' '))
    ORDER BY rank LIMIT ?4"""


MOST = 20
"""Nobody reads further; there may be more."""


@dataclass(frozen=True)
class Found:
    """An offer, and how well it answers: 1 is as well as can be."""

    card: Card
    score: float


def search(catalogue: Path, reader: Reader, typed: str, language: str, limit: int = MOST) -> list[Found]:
    """The offers that *reader* may see and that answer what was *typed*, the best first."""
    with opened(catalogue) as connection:
        asked = sought(connection, typed, language)
        if not asked:
            return []
        scores = _scores(connection, reader, asked, language)
        best = sorted(scores, key=lambda slug: -scores[slug])[:limit]
        cards = _cards(connection, best)
        return [Found(cards[slug], round(min(scores[slug], 1), 3)) for slug in best]


def _scores(connection: sqlite3.Connection, reader: Reader, asked: Sequence[Sought], language: str) -> dict[str, float]:
    """Each offer by the language that answers best."""
    scores: dict[str, float] = {}
    meant, full = _meant(asked), TITLE * sum(word.weight for word in asked)
    values = [_match(asked), reader.audience, reader.caisse or "", LOOKED_AT]
    for slug, code, caisses, *texts in connection.execute(QUERY, values):
        score = _score(texts, meant) / full
        score *= (1 if code == language else OTHER_LANGUAGE) * (LOCAL if caisses and reader.caisse else 1)
        scores[slug] = max(score, scores.get(slug, 0))
    return scores


Meant = dict[str, list[tuple[int, float]]]
"""Which of the words asked each word of the catalogue may be, and what it is worth as that."""


def _meant(asked: Iterable[Sought]) -> Meant:
    meant: Meant = {}
    for place, word in enumerate(asked):
        for said, worth in word.words.items():
            meant.setdefault(said, []).append((place, worth * word.weight))
    return meant


def _match(asked: Iterable[Sought]) -> str:
    """Any of the words, the surest and rarest first, while there are not too many rows to weigh."""
    found = sorted((-worth, word.times[said], said) for word in asked for said, worth in word.words.items())
    kept, rows = [], 0
    for _worth, times, said in found:
        if rows + times <= ENOUGH:
            kept.append(f'"{said}"')
            rows += times
    return " OR ".join(kept) or f'{{title synonyms}} : "{found[0][-1]}"'


def _score(texts: Sequence[str], meant: Meant) -> float:
    """The sum over the words asked of where each is found best; a little for every other place."""
    every = meant.keys()
    *lines, body = texts
    found = [_worths(text, weight, every) for text, weight in zip(lines, WEIGHTS, strict=True)]
    found.append(dict.fromkeys(every & body.split(), BODY))
    best: dict[int, float] = {}
    total = 0.0
    for worths in filter(None, found):
        here = _answers(worths, meant)
        total += sum(here.values())
        best.update({word: max(worth, best.get(word, 0)) for word, worth in here.items()})
    return sum(best.values()) * (1 - AGAIN) + total * AGAIN


def _answers(worths: Mapping[str, float], meant: Meant) -> dict[int, float]:
    """What a place is worth to each of the words asked."""
    here: dict[int, float] = {}
    for said, worth in worths.items():
        for word, much in meant[said]:
            here[word] = max(worth * much, here.get(word, 0))
    return here


def _worths(text: str, weight: float, every: Collection[str]) -> dict[str, float]:
    """Each of the words of a line that answer: the more of the line was typed, the better."""
    worths: dict[str, float] = {}
    heard = {word for word in every if word in text}
    lines = text.split("\n") if heard else []
    for said in map(str.split, {line for word in heard for line in lines if word in line}):
        found = heard.intersection(said)
        for word in found:
            worths[word] = max(worths.get(word, 0), weight * (1 + len(found) / len(said)) / 2)
    return worths


def _cards(connection: sqlite3.Connection, slugs: Sequence[str]) -> dict[str, Card]:
    marks = ", ".join("?" * len(slugs))
    rows = connection.execute(f"SELECT slug, category, card FROM offers WHERE slug IN ({marks})", slugs)  # noqa: S608 - marks only
    return {slug: _card(slug, category, data) for slug, category, data in rows}


@lru_cache(maxsize=256)
def _card(slug: str, category: str, data: str) -> Card:
    """Kept, as the next letter finds most of them again."""
    return offer.card(slug, category, json.loads(data))
