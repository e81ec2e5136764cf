"""Reading a parsed TOML file strictly: every fault is noted with its key, and none hides the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import Any, TypeVar, cast

from app.models.words import Words, same

T = TypeVar("T")

LETTERS = re.compile(r"[^\W\d_]+")
"""A word; an English text may be a French name of a few, an Ukrainian one is never French."""


@dataclass(frozen=True)
class Fault:
    """What is wrong at one *key* of a file: ``blocks.2.text.en``, items counted from 1."""

    key: str
    reason: str


class Malformed(Exception):
    """A file that cannot be used, with every fault found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.key} : {fault.reason}" for fault in self.faults))


@dataclass(frozen=True)
class Place:
    """Where in a file a value stands, and what was found wrong so far."""

    key: str = ""
    faults: list[Fault] = field(default_factory=list)

    def within(self, part: str | int) -> Place:
        """The place of one *part* of what stands here."""
        return Place(f"{self.key}.{part}".lstrip("."), self.faults)

    def wrong(self, reason: str) -> None:
        """Note what is wrong here."""
        self.faults.append(Fault(self.key, reason))


Read = Callable[[object, Place], T]
"""Makes something of a value, or notes what is wrong; what it then returns is thrown away with the file."""


def whole(data: object, read: Read[T]) -> T:
    """What *read* makes of a whole file; raises Malformed."""
    place = Place()
    made = read(data, place)
    if place.faults:
        raise Malformed(place.faults)
    return made


class Keys:
    """The keys of one table; those that nobody asked for are noted as unknown when it is left."""

    def __init__(self, value: object, place: Place) -> None:
        self._place = place
        self._left: dict[str, Any] = {}
        if isinstance(value, Mapping):
            self._left = dict(value)
        else:
            place.wrong("doit être une table")

    def __enter__(self) -> Keys:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for key in self._left:
            self._place.within(key).wrong("clé inconnue")

    def need(self, key: str, read: Read[T]) -> T:
        """The value of *key*, which the file must hold."""
        if key not in self._left:
            self._place.within(key).wrong("manque")
            return cast(T, None)  # never seen: the file is refused
        return read(self._left.pop(key), self._place.within(key))

    def may(self, key: str, read: Read[T], otherwise: T) -> T:
        """The value of *key*, or *otherwise* when the file does not hold it."""
        return self.need(key, read) if key in self._left else otherwise


def string(value: object, place: Place) -> str:
    """A text that says something."""
    if not isinstance(value, str):
        place.wrong("doit être un texte")
        return ""
    if not value.strip():
        place.wrong("est vide")
    elif value != value.strip():
        place.wrong("commence ou finit par un blanc")
    return value


def one_of(*options: T) -> Read[T]:
    """One of *options*, as it is written."""

    def read(value: object, place: Place) -> T:
        if value not in options:
            place.wrong(f"doit être {', '.join(map(str, options))}")
        return cast(T, value)

    return read


def several(each: Read[T]) -> Read[tuple[T, ...]]:
    """A list of what *each* reads."""

    def read(value: object, place: Place) -> tuple[T, ...]:
        if not isinstance(value, list):
            place.wrong("doit être une liste")
            return ()
        return tuple(each(item, place.within(number)) for number, item in enumerate(value, 1))

    return read


def some(items: Read[tuple[T, ...]]) -> Read[tuple[T, ...]]:
    """A list that is not empty: without an item, the key has nothing to say."""

    def read(value: object, place: Place) -> tuple[T, ...]:
        if value == []:
            place.wrong("est vide")
        return items(value, place)

    return read


def distinct(each: Read[T]) -> Read[tuple[T, ...]]:
    """A list in which nothing stands twice."""

    def read(value: object, place: Place) -> tuple[T, ...]:
        found = several(each)(value, place)
        for number, item in enumerate(found):
            if item in found[:number]:
                place.within(number + 1).wrong(f"{item} : déjà dans la liste")
        return found

    return read


def day(value: object, place: Place) -> date:
    """A date of TOML, or as the compiled catalogue writes it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(cast(str, value))
    except (TypeError, ValueError):
        place.wrong("doit être une date : 2024-04-01")
        return date.min


def words(value: object, place: Place) -> Words:
    """Three languages, or a plain text that is the same in all three."""
    return same(string(value, place)) if isinstance(value, str) else translated(value, place)


def translated(value: object, place: Place) -> Words:
    """Three languages, side by side; none is the French by accident."""
    with Keys(value, place) as keys:
        found = Words(keys.need("fr", string), keys.need("en", string), keys.need("uk", string))
    for code, names in (("en", 3), ("uk", 0)):
        text = found.in_(code)
        if text and text == found.fr and len(LETTERS.findall(text)) > names:
            place.within(code).wrong('identique au français (si c’est voulu, un texte simple : "…")')
    return found


def at_most(length: int) -> Read[Words]:
    """Three languages, none longer than *length* characters."""

    def read(value: object, place: Place) -> Words:
        found = translated(value, place)
        for code in ("fr", "en", "uk"):
            if len(found.in_(code) or "") > length:
                place.within(code).wrong(f"{len(found.in_(code))} caractères, {length} au plus")
        return found

    return read
