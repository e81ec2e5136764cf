"""Pages made of small offers, contacts and rates, as a reader gets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.models import contact, offer, rates
from app.models.offer import Audience, Reader
from app.models.page import Page
from tests.models.catalogued import a_contact, a_rate, an_offer

DAY = date(2026, 11, 21)


def a_page(*blocks, audience: Audience = "public", day: date = DAY, contacts=(), **changes) -> Page:
    """The offer of *blocks* for a reader on *day*, with *contacts* by key and the rate ``ceilings``."""
    reader = Reader(audience, day)
    found = offer.parse("lunettes", "aid", an_offer(blocks=list(blocks), **changes)).for_(reader)
    known = {key: contact.parse(key, data) for key, data in dict(contacts).items()}
    return Page(reader, found, known, {"ceilings": rates.parse("ceilings", a_rate())})


def for_agents(page: Page) -> Page:
    """*page*, of an offer that is for agents alone."""
    return replace(page, offer=replace(page.offer, card=replace(page.offer.card, audience="agents")))


def reached(**changes):
    """The data of a contact with these ways only."""
    return {key: value for key, value in (a_contact() | {"phone": ""} | changes).items() if value}
