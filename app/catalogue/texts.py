"""What a search looks through: one row for each offer and language, its words by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.catalogue.loading import Entry, Resources
from app.models.contact import Contact
from app.models.offer import Block, Offer
from app.models.text import LANGUAGES
from app.models.words import Words, same

TABLE = "texts"
SEARCHED = ("title", "synonyms", "purpose", "body")
"""The columns of the full-text index, the heaviest first."""
COLUMNS = ("slug", "language", *SEARCHED)
TOKENIZE = "unicode61 remove_diacritics 2"


def rows(found: Resources) -> Iterator[tuple[str, ...]]:
    """A row of COLUMNS for each offer and language; several words or texts are lines."""
    for slug, entry in found.offers.items():
        offer, said = entry.thing, list(_body(entry.thing, found.contacts))
        for code in LANGUAGES:
            yield (
                slug,
                code,
                offer.card.title.in_(code),
                "\n".join(offer.synonyms.in_(code)),
                offer.card.purpose.in_(code),
                "\n".join(words.in_(code) for words in said),
            )


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
