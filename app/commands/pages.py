"""An offer page without a screen, as one JSON value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.catalogue.search import Found
from app.models import amounts
from app.models.contact import Contact
from app.models.offer import Audience, Block, Card
from app.models.page import Page
from app.models.text import locale
from app.models.words import Words

AUDIENCES: dict[Audience, str] = {"public": "both", "agents": "partenaire"}
"""As the inventory of the offers says it (offers.md)."""

Value = dict[str, object]


def card(said: Card) -> Value:
    """What a list says of an offer."""
    return {
        "slug": said.slug,
        "title": str(said.title),
        "category": said.category,
        "audience": AUDIENCES[said.audience],
        "caisses": said.caisses,
        "forms": said.forms,
    }


def found(answer: Found) -> Value:
    """What a search says of an offer: a line of the list, without where it exists, and how well it answers."""
    said = card(answer.card)
    del said["caisses"]
    return {**said, "score": answer.score}


def page(shown: Page) -> Value:
    """Everything that the reader of *shown* may see, in the language in use."""
    offer = shown.offer
    return {
        **card(offer.card),
        "purpose": str(offer.card.purpose),
        "synonyms": offer.synonyms.in_(locale()),
        "related": offer.related,
        "sources": offer.sources,
        "blocks": [_block(shown, block) for block in offer.blocks],
    }


def _block(shown: Page, block: Block) -> Value:
    table = block.table and {
        "head": [str(cell) for cell in block.table.head],
        "rows": [[str(cell) for cell in row] for row in block.table.rows],
    }
    return {
        "kind": block.kind,
        "heading": _said(block.heading),
        "text": _said(block.text),
        "items": [str(item) for item in block.items],
        "table": table,
        "rate": _rate(shown, block),
        "contacts": [_contact(contact) for contact in shown.leads_to(block)],
        "audience": AUDIENCES[block.audience],
        "caisses": block.caisses,
        "sources": block.sources,
        "seen": block.seen,
        "from": _iso(block.since),
        "until": _iso(block.until),
    }


def _contact(contact: Contact) -> Value:
    return {
        "key": contact.key,
        "name": str(contact.name),
        "phone": contact.phone or None,
        "sms": contact.sms or None,
        "email": contact.email or None,
        "address": _said(contact.address),
        "link": contact.link or None,
        "hours": _said(contact.hours),
        "note": _said(contact.note),
        "audience": AUDIENCES[contact.audience],
        "sources": contact.sources,
    }


def _rate(shown: Page, block: Block) -> Value | None:
    """The amounts with their dates; what is no longer in force says for how many days."""
    rate, row = shown.rates.get(block.rate), shown.row(block)
    if rate is None or row is None or rate.layout is None:
        return {"key": block.rate, "known": False} if block.rate else None
    return {
        "key": rate.key,
        "known": True,
        "title": str(rate.title),
        "territory": row.territory,
        "caisse": row.caisse,
        "valid_from": _iso(row.valid_from),
        "valid_to": _iso(row.valid_to),
        "ended_days_ago": row.days_over(shown.reader.day),
        "status": row.status,
        "source": {"doc": row.source.doc, "page": row.source.page, "read_on": _iso(row.source.read_on)},
        "unit": rate.layout.unit,
        "head": [str(cell) for cell in rate.layout.head],
        "rows": amounts.lines(rate.layout, row),
        "value": [[_number(number) for number in line] for line in row.value],
    }


def _said(words: Words | None) -> str | None:
    return None if words is None else str(words)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(number: Decimal | None) -> float | None:
    """A whole number without a point."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
