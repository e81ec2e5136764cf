"""Whom to call, write to or visit, as the catalogue has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.offer import AUDIENCES, Audience
from app.models.sheet import Keys, Place, distinct, one_of, string, whole, words
from app.models.words import Words

WAYS = ("phone", "sms", "email", "address", "link")


@dataclass(frozen=True)
class Contact:
    """*key* is that of contacts.toml, or ``91/cafi``: the caisse and the key of its file."""

    key: str
    name: Words
    phone: str = ""
    sms: str = ""
    email: str = ""
    address: Words | None = None
    link: str = ""
    hours: Words | None = None
    note: Words | None = None
    audience: Audience = "public"
    sources: tuple[str, ...] = ()


def parse(key: str, data: Mapping[str, Any]) -> Contact:
    """The contact that a parsed table describes; raises Malformed with everything that is wrong."""

    def read(value: object, place: Place) -> Contact:
        with Keys(value, place) as keys:
            contact = _contact(key, keys)
        if not any(getattr(contact, way) for way in WAYS):
            place.wrong(f"ne mène nulle part : ni {', ni '.join(WAYS)}")
        return contact

    return whole(data, read)


def _contact(key: str, keys: Keys) -> Contact:
    return Contact(
        key,
        name=keys.need("name", words),
        phone=keys.may("phone", string, ""),
        sms=keys.may("sms", string, ""),
        email=keys.may("email", _email, ""),
        address=keys.may("address", words, None),
        link=keys.may("link", _link, ""),
        hours=keys.may("hours", words, None),
        note=keys.may("note", words, None),
        audience=keys.may("audience", one_of(*AUDIENCES), "public"),
        sources=keys.need("sources", distinct(string)),
    )


def _email(value: object, place: Place) -> str:
    email = string(value, place)
    name, _at, host = email.partition("@")
    if not name or "." not in host or len(email.split()) != 1:
        place.wrong("doit être une adresse e-mail")
    return email


def _link(value: object, place: Place) -> str:
    link = string(value, place)
    if not link.startswith("https://") or len(link.split()) != 1:
        place.wrong("doit être une adresse https://")
    return link
