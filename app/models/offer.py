"""An offer of the catalogue: a right or a service, as its file describes it, and what of it a reader may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from app.models.sheet import Keys, Place, at_most, day, distinct, one_of, several, some, string, whole, words
from app.models.words import Words

Audience = Literal["public", "agents"]
Kind = Literal["who", "get", "steps", "documents", "delays", "contact", "good"]
Territory = Literal["metropole", "dom", "alsace-moselle"]

AUDIENCES: tuple[Audience, ...] = ("public", "agents")
KINDS: tuple[Kind, ...] = ("who", "get", "steps", "documents", "delays", "contact", "good")
TERRITORIES: tuple[Territory, ...] = ("metropole", "dom", "alsace-moselle")
FORMS = ("1106", "s1110", "s3705", "c2s", "mas")
TITLE, PURPOSE = 60, 140
"""Characters that a title and a purpose have on a page."""


@dataclass(frozen=True)
class Reader:
    """Who looks, when, and in which caisse: None is every caisse."""

    audience: Audience
    day: date
    caisse: str | None = None

    def may_see(self, audience: Audience) -> bool:
        """Agents see what is public too."""
        return audience == "public" or self.audience == "agents"

    def is_in(self, caisses: tuple[str, ...]) -> bool:
        """Whether what holds in *caisses*, or everywhere when they are none, holds for this reader."""
        return not caisses or self.caisse is None or self.caisse in caisses


@dataclass(frozen=True)
class Table:
    """Cells in lines under a head."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True)
class Block:
    """One part of a page, with where it comes from and for whom, where and when it holds."""

    kind: Kind
    heading: Words | None = None
    text: Words | None = None
    items: tuple[Words, ...] = ()
    table: Table | None = None
    rate: str = ""
    territory: Territory = "metropole"
    contacts: tuple[str, ...] = ()
    audience: Audience = "public"
    caisses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    seen: int | None = None
    since: date | None = None
    until: date | None = None

    def seen_by(self, reader: Reader) -> bool:
        """Whether *reader* may see it: audience, caisse and effective dates."""
        begun = self.since is None or self.since <= reader.day
        over = self.until is not None and self.until < reader.day
        return reader.may_see(self.audience) and reader.is_in(self.caisses) and begun and not over


@dataclass(frozen=True)
class Card:
    """What a list says of an offer."""

    slug: str
    category: str
    audience: Audience
    title: Words
    purpose: Words
    caisses: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def seen_by(self, reader: Reader) -> bool:
        """Whether *reader* may see that it exists."""
        return reader.may_see(self.audience) and reader.is_in(self.caisses)


@dataclass(frozen=True)
class Synonyms:
    """What people really type, language by language."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    uk: tuple[str, ...]

    def in_(self, code: str) -> tuple[str, ...]:
        """Those of the language *code*."""
        return {"fr": self.fr, "en": self.en, "uk": self.uk}[code]


@dataclass(frozen=True)
class Offer:
    """The whole file; *related* are slugs, the nearest first."""

    card: Card
    synonyms: Synonyms
    blocks: tuple[Block, ...]
    related: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def for_(self, reader: Reader) -> Offer:
        """The offer with the blocks that *reader* may see."""
        return replace(self, blocks=tuple(block for block in self.blocks if block.seen_by(reader)))


def parse(slug: str, category: str, data: Mapping[str, Any]) -> Offer:
    """The offer that a parsed file describes; raises Malformed with everything that is wrong."""

    def read(value: object, place: Place) -> Offer:
        with Keys(value, place) as keys:
            card = _card(slug, category, keys)
            sources = keys.need("sources", distinct(string))
            related: tuple[str, ...] = keys.may("related", distinct(string), ())
            return Offer(card, keys.need("synonyms", _synonyms), _blocks(keys, card, sources), related, sources)

    return whole(data, read)


def card(slug: str, category: str, data: Mapping[str, Any]) -> Card:
    """What a list says of the offer that *data* describes, of which its blocks may be left out; raises Malformed."""

    def read(value: object, place: Place) -> Card:
        with Keys(value, place) as keys:
            return _card(slug, category, keys)

    return whole(data, read)


def _card(slug: str, category: str, keys: Keys) -> Card:
    return Card(
        slug,
        category,
        keys.need("audience", one_of(*AUDIENCES)),
        keys.need("title", at_most(TITLE)),
        keys.need("purpose", at_most(PURPOSE)),
        keys.may("caisses", distinct(string), ()),
        keys.may("forms", distinct(one_of(*FORMS)), ()),
    )


def _synonyms(value: object, place: Place) -> Synonyms:
    with Keys(value, place) as keys:
        return Synonyms(*(keys.need(code, some(distinct(string))) for code in ("fr", "en", "uk")))


def _blocks(keys: Keys, card: Card, sources: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks; a source or a scope that a block does not name is its offer's."""
    return tuple(
        replace(block, sources=block.sources or sources, caisses=block.caisses or card.caisses)
        for block in keys.need("blocks", some(several(_block))) or ()
    )


def _block(value: object, place: Place) -> Block:
    with Keys(value, place) as keys:
        block = Block(
            kind=keys.need("kind", one_of(*KINDS)),
            heading=keys.may("heading", words, None),
            text=keys.may("text", words, None),
            items=keys.may("items", some(several(words)), ()),
            table=keys.may("table", _table, None),
            rate=keys.may("rate", string, ""),
            territory=keys.may("territory", one_of(*TERRITORIES), "metropole"),
            contacts=keys.may("contacts", distinct(string), ()),
            audience=keys.may("audience", one_of(*AUDIENCES), "public"),
            caisses=keys.may("caisses", distinct(string), ()),
            sources=keys.may("sources", distinct(string), ()),
            seen=keys.may("seen", _year, None),
            since=keys.may("from", day, None),
            until=keys.may("until", day, None),
        )
    if not (block.text or block.items or block.table or block.rate or block.contacts):
        place.wrong("ne dit rien : ni text, ni items, ni table, ni rate, ni contacts")
    if block.since and block.until and block.until < block.since:
        place.within("until").wrong("avant from")
    return block


def _table(value: object, place: Place) -> Table:
    with Keys(value, place) as keys:
        head, rows = (
            keys.need("head", some(several(words))) or (),
            keys.need("rows", some(several(several(words)))) or (),
        )
    for number, row in enumerate(rows, 1):
        if len(row) != len(head):
            place.within("rows").within(number).wrong(f"{len(row)} cases sous un en-tête de {len(head)}")
    return Table(head, rows)


def _year(value: object, place: Place) -> int:
    if not isinstance(value, int) or not 2000 <= value < 2100:
        place.wrong("doit être une année : 2023")
        return 0
    return value
