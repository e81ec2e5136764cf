"""Searches, each with its opening of the catalogue: the real one with every question, then 30,000 made-up offers."""

# ruff: noqa: RUF001  Ukrainian syllables

from __future__ import annotations

import random
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.catalogue import loading, texts, writing
from app.catalogue.loading import Entry, Resources
from app.catalogue.search import search
from app.models import offer
from app.models.offer import Reader
from app.paths import RESOURCES
from tests.bench.row import Row, at

OFFERS = 30_000
SYLLABLES = {"fr": "ba ro mi tel sou car ven dri gue pon", "en": "", "uk": "ба ро ми тел су кар вен дри ге пон"}
QUESTIONS = Path(__file__).parents[1] / "catalogue" / "questions.toml"
READER = Reader("public", date(2026, 11, 22))

Asked = tuple[str, str]
"""A language, and what is typed in it."""


def rows() -> list[Row]:
    """The same questions and their variants of both, and each as it is typed, letter after letter, of the real one."""
    found, asked = loading.load(RESOURCES), list(questions())
    with tempfile.TemporaryDirectory() as place:
        real, many = Path(place) / "real.db", Path(place) / "many.db"
        writing.write(found, real, "public")
        writing.write(replace(found, offers=made_up(found)), many, "agents")
        return [
            _row(f"search, {len(found.offers)} offers", times(real, asked), 5),
            _row("search, each letter of a question", times(real, letters(asked)), 5),
            _row(f"search, {OFFERS:,} made-up offers", times(many, asked), 30),
        ]


def _row(name: str, measured: Sequence[float], limit: float) -> Row:
    middle = f"median {statistics.median(measured):.1f} ms, longest {max(measured):.1f}; {len(measured)} searches"
    return Row(name, at(0.95, measured), limit, "ms", f"p95; {middle}")


def questions() -> Iterator[Asked]:
    """Every question and every variant of it."""
    for each in tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["questions"]:
        yield from ((each["language"], typed) for typed in (each["asked"], *each["variants"]))


def letters(asked: Sequence[Asked]) -> list[Asked]:
    """What stands in the field while one question in twelve is typed."""
    return [(code, typed[:end]) for code, typed in asked[::12] for end in range(1, len(typed) + 1)]


def times(catalogue: Path, asked: Sequence[Asked]) -> list[float]:
    """Milliseconds of each search; the first, which imports and fills caches, is not counted."""
    found = []
    for code, typed in [asked[0], *asked]:
        begun = time.perf_counter()
        search(catalogue, READER, typed, code)
        found.append((time.perf_counter() - begun) * 1000)
    return found[1:]


def made_up(found: Resources) -> dict[str, Entry[offer.Offer]]:
    """Offers whose words are as frequent as in the real texts; one word in eight is no word."""
    chance = random.Random(1)  # noqa: S311  the same offers each time
    says = {code: _speaker(found, code, chance) for code in ("fr", "en", "uk")}
    return {f"offre-{number}": _offer(number, says) for number in range(OFFERS)}


def _speaker(found: Resources, code: str, chance: random.Random) -> Callable[[int], str]:
    said = [entry.thing for entry in found.offers.values()]
    blocks = (words for each in said for block in each.blocks for words in texts.of_block(block))
    every = " ".join([each.card.title.in_(code) for each in said] + [words.in_(code) for words in blocks]).split()
    syllables = (SYLLABLES[code] or SYLLABLES["fr"]).split()

    def word() -> str:
        return "".join(chance.choices(syllables, k=4)) if chance.random() < 1 / 8 else chance.choice(every)

    return lambda count: " ".join(word() for _each in range(count))


def _offer(number: int, says: dict[str, Callable[[int], str]]) -> Entry[offer.Offer]:
    def words(count: int, most: int) -> dict[str, str]:
        return {code: say(count)[:most].strip() for code, say in says.items()}

    data = {
        "audience": "public", "sources": ["000"], "title": words(5, offer.TITLE), "purpose": words(12, offer.PURPOSE),
        "synonyms": {code: list(dict.fromkeys(say(2).strip() for _each in range(6))) for code, say in says.items()},
        "blocks": [{"kind": "get", "text": words(80, 2000)}],
    }  # fmt: skip
    slug = f"offre-{number}"
    return Entry(loading.Part(slug, "", slug, data), offer.parse(slug, "account", data))
