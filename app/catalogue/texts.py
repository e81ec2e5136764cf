"""What a search looks through: one row for each offer and language, its words by where they stand."""

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
VOCABULARY = {"word": str, "backwards": str, "stem": str, "times": int, "often": int}
"""A word as the texts spell it, also from its end; its stem; how many rows say that word, and any word of that stem."""

Said = tuple[list[list[str]], ...]
"""The words of each line of each text, in the order of SEARCHED."""


def rows(found: Resources) -> Iterator[tuple[str, ...]]:
    """A row of COLUMNS for each offer and language; several words or texts are lines, a body says a word once."""
    for card, code, said in _said(found):
        *texts, body = _told(said, code)
        lines = ("\n".join(map(" ".join, text)) for text in texts)
        once = dict.fromkeys(word for line in body for word in line)
        yield card.slug, code, card.audience, " ".join(card.caisses), *lines, " ".join(once)


def vocabulary(found: Resources) -> Iterator[tuple[str, str, str, int, int]]:
    """A row of VOCABULARY for each word and each stem."""
    times: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for _card, code, said in _said(found):
        here = {word for text in _told(said, code) for line in text for word in line}
        times.update(here)
        often.update({stem(word) for word in here})
    for word in sorted(times):
        yield word, word[::-1], stem(word), times[word], often[stem(word)]
    for word in sorted(often.keys() - times.keys()):
        yield word, word[::-1], word, 0, often[word]


def _said(found: Resources) -> Iterator[tuple[Card, str, tuple[str, ...]]]:
    """The texts of each offer in each language, in the order of SEARCHED."""
    for entry in found.offers.values():
        offer, card, body = entry.thing, entry.thing.card, list(_body(entry.thing, found.contacts))
        for code in LANGUAGES:
            synonyms, texts = "\n".join(offer.synonyms.in_(code)), "\n".join(words.in_(code) for words in body)
            yield card, code, (card.title.in_(code), synonyms, card.purpose.in_(code), texts)


def _told(said: tuple[str, ...], code: str) -> Said:
    """The words that tell something; of a short line they may be initials that look as if they did not: CES, MES."""
    *texts, body = ([folded(line) for line in text.split("\n")] for text in said)
    kept = ([telling(line, code) or line for line in text] for text in texts)
    return *kept, [telling(line, code) for line in body]


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
