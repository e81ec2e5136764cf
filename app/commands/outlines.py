"""An offer page without a screen, as plain lines for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from app.catalogue import amounts
from app.catalogue.offers import Page
from app.models.contact import Contact
from app.models.offer import Block

KINDS = {
    "who": "Qui peut l’avoir",
    "get": "Ce que vous obtenez",
    "steps": "Comment demander",
    "documents": "Documents",
    "delays": "Délais",
    "contact": "Contact",
    "good": "Bon à savoir",
}


def outline(shown: Page) -> str:
    """Everything that the reader of *shown* may see."""
    card = shown.offer.card
    lines = [f"{card.slug} : {card.title}", str(card.purpose)]
    for block in shown.offer.blocks:
        lines += ["", *_block(shown, block)]
    return "\n".join([*lines, ""])


def _block(shown: Page, block: Block) -> Iterator[str]:
    yield KINDS[block.kind] + (f" : {block.heading}" if block.heading else "")
    if block.text:
        yield f"  {block.text}"
    for number, item in enumerate(block.items, 1):
        yield f"  {f'{number}.' if block.kind == 'steps' else '-'} {item}"
    if block.table:
        yield from (f"  {' | '.join(map(str, row))}" for row in (block.table.head, *block.table.rows))
    if block.rate:
        yield from _rate(shown, block)
    yield from (f"  {_contact(contact)}" for contact in shown.leads_to(block))
    yield f"  ({' ; '.join(_around(block))})"


def _rate(shown: Page, block: Block) -> Iterator[str]:
    rate, row = shown.rates.get(block.rate), shown.row(block)
    if rate is None or row is None or rate.layout is None:
        yield "  Barème inconnu."
        return
    yield f"  {rate.title} : du {row.valid_from} au {row.valid_to or '…'}"
    if over := row.days_over(shown.reader.day):
        yield f"  Barème périmé depuis {over} jours."
    for line in ([str(cell) for cell in rate.layout.head], *amounts.lines(rate.layout, row)):
        yield f"  {' | '.join(line)}"


def _contact(contact: Contact) -> str:
    ways = (contact.phone, contact.sms and f"SMS {contact.sms}", contact.email, contact.address, contact.link)
    known = [str(way) for way in (*ways, contact.hours, contact.note) if way]
    return f"{contact.name} : {', '.join(known)}" + (" [agents]" if contact.audience == "agents" else "")


def _around(block: Block) -> Iterator[str]:
    """Where it comes from; for whom, where and when it holds."""
    yield f"sources {', '.join(block.sources)}"
    if block.audience == "agents":
        yield "agents"
    if block.caisses:
        yield f"caisses {', '.join(block.caisses)}"
    if block.seen:
        yield f"information de {block.seen}, à vérifier"
    if block.since:
        yield f"à partir du {block.since}"
    if block.until:
        yield f"jusqu’au {block.until}"
