"""Reading the offers of a catalogue, as a reader may see them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Container, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from app.catalogue.database import opened, typed
from app.models import contact, offer, rates, shelves
from app.models.contact import Contact
from app.models.offer import Card, Offer, Reader
from app.models.page import Page
from app.models.rates import Rate

T = TypeVar("T")


class UnknownOffer(Exception):
    """The reader may see no offer of this slug."""


def pages(catalogue: Path, reader: Reader) -> list[Page]:
    """Every offer that *reader* may see, category after category."""
    with opened(catalogue) as connection:
        contacts, known = _contacts(connection), _rates(connection)
        return [_page(each, reader, contacts, known) for each in _offers(connection) if each.card.seen_by(reader)]


def page(catalogue: Path, slug: str, reader: Reader) -> Page:
    """The offer *slug*; raises UnknownOffer."""
    with opened(catalogue) as connection:
        found = [each for each in _offers(connection, slug) if each.card.seen_by(reader)]
        if not found:
            raise UnknownOffer(slug)
        named = {key for block in found[0].blocks for key in (*block.contacts, block.rate)}
        return _page(found[0], reader, _contacts(connection, named), _rates(connection, named))


def cards(catalogue: Path, reader: Reader) -> list[Card]:
    """What a list says of every offer that *reader* may see, category after category."""
    with opened(catalogue) as connection:
        return list(_cards(connection, reader))


def subjects(catalogue: Path, reader: Reader) -> dict[str, list[Card]]:
    """What *reader* may see under each subject of the home, by its key."""
    with opened(catalogue) as connection:
        seen = {card.slug: card for card in _cards(connection, reader)}
        found = list(_things(connection, "subjects", shelves.subject))
    return {key: [seen[slug] for slug in slugs if slug in seen] for key, slugs in found}


def rates_of(catalogue: Path) -> dict[str, Rate]:
    """Every dated table, by its key."""
    with opened(catalogue) as connection:
        return _rates(connection)


def _cards(connection: sqlite3.Connection, reader: Reader) -> Iterator[Card]:
    rows = connection.execute("SELECT slug, category, card FROM offers ORDER BY rowid")
    found = (offer.card(slug, category, _data(data)) for slug, category, data in rows)
    return (card for card in found if card.seen_by(reader))


def _page(found: Offer, reader: Reader, contacts: Mapping[str, Contact], known: Mapping[str, Rate]) -> Page:
    return Page(reader, found.for_(reader), contacts, known)


def _offers(connection: sqlite3.Connection, slug: str | None = None) -> Iterator[Offer]:
    query = "SELECT slug, category, data FROM offers WHERE slug = ?1 OR ?1 IS NULL ORDER BY rowid"
    return (
        offer.parse(name, category, _data(data))
        for name, category, data in connection.execute(query, [slug and typed(slug)])
    )


def _contacts(connection: sqlite3.Connection, keys: Container[str] | None = None) -> dict[str, Contact]:
    return dict(_things(connection, "contacts", contact.parse, keys))


def _rates(connection: sqlite3.Connection, keys: Container[str] | None = None) -> dict[str, Rate]:
    return dict(_things(connection, "rates", rates.parse, keys))


def _things(
    connection: sqlite3.Connection,
    table: str,
    parse: Callable[[str, dict[str, Any]], T],
    keys: Container[str] | None = None,
) -> Iterator[tuple[str, T]]:
    """The things of a *table*, all or those of *keys*: most of the time goes into reading what they say."""
    rows = connection.execute(f"SELECT key, data FROM {table} ORDER BY rowid")  # noqa: S608 - our own names
    return ((key, parse(key, _data(data))) for key, data in rows if keys is None or key in keys)


def _data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return data
