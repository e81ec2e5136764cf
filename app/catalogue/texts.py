"""What a search looks through: one row for each offer and language, the stems of its words by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from app.catalogue.loading import Entry, Resources
from app.models.contact import Contact
from app.models.folding import words as folded
from app.models.offer import Block, Card, Offer
from app.models.stems import stem
from app.models.stopwords import telling
from app.models.text import LANGUAGES
from app.models.words import Words, same

TABLE = "texts"
SEARCHED = ("title", "synonyms", "purpose", "body")
"""The columns of the full-text index, the heaviest first."""
COLUMNS = ("slug", "language", "audience", "caisses", *SEARCHED)
TOKENIZE = "unicode61 remove_diacritics 0"
VOCABULARY_TABLE = "vocabulary"
VOCABULARY = ("word", "backwards", "stem", "times")
"""A word as the texts spell it, also from its end; its stem, and how many rows say that."""


def rows(found: Resources) -> Iterator[tuple[str, ...]]:
    """A row of COLUMNS for each offer and language; several words or texts are lines, a body says a stem once."""
    for card, code, said in _said(found):
        *lines, body = map(_stems, said)
        yield card.slug, code, card.audience, " ".join(card.caisses), *lines, " ".join(dict.fromkeys(body.split()))


def vocabulary(found: Resources) -> Iterator[tuple[str, str, str, int]]:
    """A row of VOCABULARY for each word and each stem."""
    spelt: set[str] = set()
    times: Counter[str] = Counter()
    for _card, _code, said in _said(found):
        here = set(telling(folded("\n".join(said))))
        spelt |= here
        times.update({stem(word) for word in here})
    for word in sorted(spelt):
        yield word, word[::-1], stem(word), times[stem(word)]
    for word in sorted(times.keys() - spelt):
        yield word, word[::-1], word, times[word]


def _said(found: Resources) -> Iterator[tuple[Card, str, tuple[str, ...]]]:
    """The texts of each offer in each language, in the order of SEARCHED."""
    for entry in found.offers.values():
        offer, card, body = entry.thing, entry.thing.card, list(_body(entry.thing, found.contacts))
        for code in LANGUAGES:
            synonyms, texts = "\n".join(offer.synonyms.in_(code)), "\n".join(words.in_(code) for words in body)
            yield card, code, (card.title.in_(code), synonyms, card.purpose.in_(code), texts)


def _stems(text: str) -> str:
    """The stems of the words that tell something, line by line."""
    return "\n".join(" ".join(map(stem, telling(folded(line)))) for line in text.split("\n"))


def _body(offer: Offer, contacts: Mapping[str, Entry[Contact]]) -> Iterator[Words]:
    """Every text of the blocks, and what is said of the contacts they lead to."""
    for part in offer.blocks:
        yield from of_block(part)
        for key in part.contacts:
            if key in contacts:
                yield from of_contact(contacts[key].thing)


def of_block(block: Block) -> Iterator[Words]:
    """Every text of a block."""
    yield from filter(None, (block.heading, block.text))
    yield from block.items
    if block.table:
        yield from block.table.head
        yield from (cell for row in block.table.rows for cell in row)


def of_contact(contact: Contact) -> Iterator[Words]:
    """Every text of a contact, and its numbers."""
    yield contact.name
    yield from filter(None, (contact.address, contact.hours, contact.note))
    yield from (same(number) for number in (contact.phone, contact.sms) if number)
