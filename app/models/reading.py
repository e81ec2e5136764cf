"""An offer page as people read it: headings, sentences, tables and notes, in the language in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from app.models.amounts import lines
from app.models.contact import Contact
from app.models.offer import Block, Kind
from app.models.page import Page
from app.models.rates import Row
from app.models.text import Plural, Text, _, calendar, locale

TITLES: dict[Kind, Text] = {
    "who": _("Qui peut l’avoir ?"),
    "get": _("Ce que vous obtenez"),
    "steps": _("Comment demander"),
    "documents": _("Documents à préparer"),
    "delays": _("Délais et dates"),
    "contact": _("Qui contacter"),
    "good": _("Bon à savoir"),
}
AT_THE_CAISSE = ("3646", "09 74 75 36 46")
"""Numbers that the Assurance Maladie answers: in writing, it is reached by the account or by letter (003, 004)."""
YEARS = {"000": 2024, "001": 2023, "002": 2024, "003": 2024, "004": 2022}
"""When each of the documents that the catalogue comes from was made."""


class Grid(NamedTuple):
    """A table; *amounts*: the columns after the first are numbers. *caption* says what the amounts of a rate are."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: bool
    caption: str = ""


class Note(NamedTuple):
    """How old what a part says is: the days it holds for, or that these are over, not sure or not known."""

    kind: Literal["period", "over", "dated", "unknown"]
    words: str


class Way(NamedTuple):
    """One line of a contact: *icon* is of ``resources/icons.txt``; *link* is the https address, for a QR code."""

    icon: str
    words: str
    link: str = ""


class Leads(NamedTuple):
    """A contact and the ways that lead to it; *agents*: not for the public."""

    name: str
    ways: tuple[Way, ...]
    agents: bool


class Part(NamedTuple):
    """A block of the page; only the first of a run of its kind has the *title* of the kind."""

    kind: Kind
    title: str
    heading: str
    text: str
    items: tuple[str, ...]
    numbered: bool
    grid: Grid | None
    leads: tuple[Leads, ...]
    notes: tuple[Note, ...]
    agents: bool


def parts(page: Page) -> tuple[Part, ...]:
    """What each block of *page* says, from top to bottom."""
    blocks = page.offer.blocks
    kinds = [None, *(block.kind for block in blocks)]
    return tuple(_part(page, block, first=block.kind != kind) for block, kind in zip(blocks, kinds, strict=False))


def main_link(page: Page) -> str:
    """The first address on the web of what the public reads; of a page for agents alone, of all; none is ``""``."""
    staff = page.offer.card.audience == "agents"
    blocks = [block for block in page.offer.blocks if staff or block.audience == "public"]
    found = [contact for block in blocks for contact in page.leads_to(block) if contact.link]
    public = [contact for contact in found if contact.audience == "public"]
    return next((contact.link for contact in (*public, *(found if staff else ()))), "")


def credit(page: Page) -> str:
    """Whose word it is, and of which years: the documents, articles of law and pages behind what is shown."""
    named = sorted({source for block in page.offer.blocks for source in block.sources})
    years = sorted({YEARS[source] for source in named if source in YEARS})
    articles = [source for source in named if re.match(r"[LRD]\d", source)]
    said = [
        *([_("documents de l’Assurance Maladie ({years})").with_(years=_list(years))] if years else []),
        *([_("Code de la sécurité sociale ({articles})").with_(articles=_list(articles))] if articles else []),
        *(source for source in named if source not in YEARS and source not in articles),
    ]
    return str(_("D’après : {sources}.").with_(sources=_between().join(map(str, said))))


def in_words(day: date) -> str:
    """*day* as a sentence has it: « 1er avril 2024 »."""
    from babel.dates import format_date

    said = format_date(day, "long", locale=calendar(locale()))
    return re.sub(r"^1 ", "1er ", said) if locale() == "fr" else said


def _between() -> str:
    """Only French has a space before a semicolon."""
    return " ; " if locale() == "fr" else "; "


def _list(named: list[int] | list[str]) -> str:
    return ", ".join(map(str, named))


def _part(page: Page, block: Block, *, first: bool) -> Part:
    return Part(
        block.kind,
        title=str(TITLES[block.kind]) if first else "",
        heading=str(block.heading or ""),
        text=str(block.text or ""),
        items=tuple(map(str, block.items)),
        numbered=block.kind == "steps",
        grid=_amounts(page, block) or _table(block),
        leads=tuple(map(_leads, page.leads_to(block))),
        notes=(*_of_amounts(page, block), *_of_block(block)),
        agents=block.audience == "agents",
    )


def _amounts(page: Page, block: Block) -> Grid | None:
    rate, row = page.rates.get(block.rate), page.row(block)
    if rate is None or row is None or rate.layout is None:
        return None
    rows = tuple(tuple(line) for line in lines(rate.layout, row))
    return Grid(tuple(map(str, rate.layout.head)), rows, amounts=True, caption=str(rate.title))


def _table(block: Block) -> Grid | None:
    if block.table is None:
        return None
    rows = tuple(tuple(map(str, row)) for row in block.table.rows)
    numbers = all(re.fullmatch(r"[\W\d_]+", cell) for row in rows for cell in row[1:])
    return Grid(tuple(map(str, block.table.head)), rows, amounts=numbers and len(block.table.head) > 1)


def _of_amounts(page: Page, block: Block) -> Iterator[Note]:
    row = page.row(block)
    if row and _amounts(page, block):
        yield Note("period", _held(row))
        if over := row.days_over(page.reader.day):
            yield Note(
                "over", str(Plural("Barème périmé depuis {count} jour", "Barème périmé depuis {count} jours", over))
            )
    elif block.rate:
        yield Note("unknown", str(_("Barème inconnu : demandez au 3646.")))


def _of_block(block: Block) -> Iterator[Note]:
    if block.since or block.until:
        yield Note("period", _holds(block.since, block.until))
    if block.seen:
        yield Note("dated", str(_("Information de {year}, à vérifier").with_(year=block.seen)))


def _held(row: Row) -> str:
    start = in_words(row.valid_from)
    if row.valid_to is None:
        return str(_("Montants depuis le {start}").with_(start=start))
    return str(_("Montants du {start} au {end}").with_(start=start, end=in_words(row.valid_to)))


def _holds(since: date | None, until: date | None) -> str:
    start, end = since and in_words(since), until and in_words(until)
    if start and end:
        return str(_("Valable du {start} au {end}").with_(start=start, end=end))
    if start:
        return str(_("Valable depuis le {start}").with_(start=start))
    return str(_("Valable jusqu’au {end}").with_(end=end))


def _leads(contact: Contact) -> Leads:
    return Leads(str(contact.name), tuple(_ways(contact)), contact.audience == "agents")


def _ways(contact: Contact) -> Iterator[Way]:
    if contact.phone:
        yield Way("phone", contact.phone)
    if contact.hours:
        yield Way("bold/clock", str(contact.hours))
    if contact.sms:
        yield Way("chat-text", str(_("SMS : {number}").with_(number=contact.sms)))
    if contact.email:
        yield Way("envelope-simple", contact.email)
    if contact.address:
        yield Way("map-pin", str(contact.address))
    if contact.link:
        yield Way("globe-hemisphere-west", contact.link.removeprefix("https://"), contact.link)
    if not (contact.sms or contact.email or contact.address or contact.link):
        yield _written(contact)
    if contact.note:
        yield Way("info", str(contact.note))


def _written(contact: Contact) -> Way:
    """What stands beside a telephone for who cannot use one (people.md P28); an address is never made up."""
    if contact.phone in AT_THE_CAISSE:
        return Way("chat-text", str(_("Par écrit : compte ameli (« Espace d’échanges »), ou lettre à votre caisse")))
    if contact.audience == "agents":
        return Way("chat-text", str(_("Par écrit : nos documents ne donnent pas d’adresse")))
    said = _("Par écrit : nos documents ne donnent pas d’adresse. Demandez à l’accueil d’appeler pour vous.")
    return Way("chat-text", str(said))
