"""Where offers stand: the eleven categories, and the subjects of the home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.models.sheet import Keys, Place, distinct, some, string, translated, whole
from app.models.words import Words


@dataclass(frozen=True)
class Category:
    """A folder of offers; *public* is its name for everybody, None when it is for agents alone."""

    key: str
    agents: Words
    public: Words | None = None


@dataclass(frozen=True)
class Subject:
    """A subject of the home, with the slugs under it in their order."""

    key: str
    title: Words
    offers: tuple[str, ...]


def category(key: str, data: Mapping[str, Any]) -> Category:
    """The category that a parsed table describes; raises Malformed."""

    def read(value: object, place: Place) -> Category:
        with Keys(value, place) as keys:
            return Category(key, keys.need("agents", translated), keys.may("public", translated, None))

    return whole(data, read)


def subject(key: str, data: Mapping[str, Any]) -> Subject:
    """The subject that a parsed table describes; raises Malformed."""

    def read(value: object, place: Place) -> Subject:
        with Keys(value, place) as keys:
            return Subject(key, keys.need("title", translated), keys.need("offers", some(distinct(string))))

    return whole(data, read)
