"""What of the resources each audience may see: what the public may not is left out before anything is written."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from app.catalogue.loading import Data, Entry, Resources
from app.models import offer
from app.models.offer import Audience, Offer

SAYS = ("text", "items", "table", "rate", "contacts")


def for_(found: Resources, audience: Audience) -> Resources:
    """The part of the resources that *audience* may see; agents see everything."""
    if audience == "agents":
        return found
    contacts = {key: entry for key, entry in found.contacts.items() if entry.thing.audience == "public"}
    offers = {slug: entry for slug, entry in found.offers.items() if _says_something(entry, contacts)}
    kept = {slug: _public(entry, offers, contacts) for slug, entry in offers.items()}
    return replace(found, contacts=contacts, offers=kept)


def _says_something(entry: Entry[Offer], contacts: Container[str]) -> bool:
    """Whether an offer is public and more than its title is."""
    return entry.thing.card.audience == "public" and bool(_blocks(entry.part.data, contacts))


def _blocks(data: Data, contacts: Container[str]) -> list[Data]:
    """The blocks of an offer's *data* that still say something to everybody."""
    blocks = (_leading(block, contacts) for block in data["blocks"] if block.get("audience", "public") == "public")
    return [block for block in blocks if any(block.get(key) for key in SAYS)]


def _leading(block: Data, contacts: Container[str]) -> Data:
    """A block that leads to no other contact than *contacts*."""
    return {**block, "contacts": [key for key in block.get("contacts", ()) if key in contacts]}


def _public(entry: Entry[Offer], offers: Container[str], contacts: Container[str]) -> Entry[Offer]:
    data = {
        **entry.part.data,
        "related": [slug for slug in entry.thing.related if slug in offers],
        "blocks": _blocks(entry.part.data, contacts),
    }
    card = entry.thing.card
    return Entry(replace(entry.part, data=data), offer.parse(card.slug, card.category, data))
