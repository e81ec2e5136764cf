"""Reading the resources: every file parsed on its own, and every fault of every file."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, TypeVar

from app.models import caisse, contact, offer, rates, shelves
from app.models.caisse import Caisse
from app.models.contact import Contact
from app.models.offer import Offer
from app.models.rates import Rate
from app.models.sheet import Fault, Malformed

T = TypeVar("T")
Data = dict[str, Any]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SUBJECTS = "catalogue/subjects.toml"
"""The home; what every other pattern stands for is in FORMAT.md."""


@dataclass(frozen=True)
class Problem:
    """What is wrong in a *file* of the resources, at which *key*."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return " : ".join(filter(None, (self.file, self.key, self.reason)))


@dataclass(frozen=True)
class Part:
    """What describes one thing: a *file*, or the table at a *key* of it; *name* is the thing's own key."""

    file: str
    key: str
    name: str
    data: Data

    def problem(self, key: str, reason: str) -> Problem:
        """What is wrong at a *key* of this part."""
        return Problem(self.file, f"{self.key}.{key}".strip("."), reason)


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A thing of the catalogue, and what it was read from."""

    part: Part
    thing: T


Entries = dict[str, Entry[T]]


@dataclass(frozen=True)
class Resources:
    """Everything that could be read, by key, and what could not."""

    caisses: Entries[Caisse]
    contacts: Entries[Contact]
    subjects: Entries[tuple[str, ...]]
    rates: Entries[Rate]
    offers: Entries[Offer]
    problems: tuple[Problem, ...]


def load(folder: Path) -> Resources:
    """The resources of *folder*."""
    problems: list[Problem] = []
    caisses = list(_files(folder, "catalogue/caisses/*.toml", problems))
    contacts = [*_tables(folder, "catalogue/contacts.toml", problems), *_local(caisses, problems)]
    return Resources(
        _things(caisses, _caisse, problems),
        _things(contacts, lambda part: contact.parse(part.name, part.data), problems),
        _things(_tables(folder, SUBJECTS, problems), _subject, problems),
        _things(_slugs(folder, "rates/**/*.toml", problems), lambda part: rates.parse(part.name, part.data), problems),
        _things(_slugs(folder, "catalogue/offers/**/*.toml", problems), _offer, problems),
        tuple(problems),
    )


@functools.lru_cache(maxsize=512)
def parsed(text: str) -> Data:
    """The data of a TOML *text*; remembered, since who builds twice reads the same files. Nobody changes them."""
    return tomllib.loads(text, parse_float=Decimal)


def _files(folder: Path, pattern: str, problems: list[Problem]) -> Iterator[Part]:
    """The files of *pattern* that are TOML."""
    for path in sorted(folder.glob(pattern)):
        file = path.relative_to(folder).as_posix()
        try:
            yield Part(file, "", path.stem, parsed(path.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(file, "", f"n’est pas du TOML : {error}"))


def _slugs(folder: Path, pattern: str, problems: list[Problem]) -> Iterator[Part]:
    """The files of *pattern* that are each one thing, called as the file is."""
    for part in _files(folder, pattern, problems):
        if not SLUG.fullmatch(part.name):
            problems.append(part.problem("", "nom de fichier : minuscules sans accent, chiffres et tirets"))
        yield part


def _tables(folder: Path, file: str, problems: list[Problem]) -> Iterator[Part]:
    """The tables of one *file*, each one thing."""
    for part in _files(folder, file, problems):
        yield from (Part(file, key, key, table) for key, table in part.data.items())


def _local(caisses: Iterable[Part], problems: list[Problem]) -> Iterator[Part]:
    """The contacts that the files of *caisses* hold beside what they say of the caisse."""
    for part in caisses:
        contacts = part.data.get("contacts", {})
        if not isinstance(contacts, dict):
            problems.append(part.problem("contacts", "doit être une table"))
            continue
        for key, table in contacts.items():
            yield Part(part.file, f"contacts.{key}", f"{part.data.get('code')}/{key}", table)


def _things(parts: Iterable[Part], parse: Callable[[Part], T], problems: list[Problem]) -> Entries[T]:
    """What *parse* makes of each part; the first of two with one name is kept."""
    made: Entries[T] = {}
    for part in parts:
        try:
            thing = parse(part)
        except Malformed as error:
            problems += [part.problem(fault.key, fault.reason) for fault in error.faults]
            continue
        key = thing.code if isinstance(thing, Caisse) else part.name
        if key in made:
            problems.append(part.problem("", f"{key} existe déjà dans {made[key].part.file}"))
        else:
            made[key] = Entry(part, thing)
    return made


def _caisse(part: Part) -> Caisse:
    try:
        found = caisse.parse(about(part))
    except (TypeError, KeyError, AttributeError) as error:
        raise Malformed([Fault("", str(error))]) from error
    if not isinstance(found.code, str):
        raise Malformed([Fault("code", "doit être un texte")])
    return found


def about(part: Part) -> Data:
    """What the file of a caisse says of the caisse itself."""
    return {key: value for key, value in part.data.items() if key != "contacts"}


def _subject(part: Part) -> tuple[str, ...]:
    return shelves.subject(part.name, part.data)


def _offer(part: Part) -> Offer:
    """An offer belongs to the category that its folder is called by."""
    return offer.parse(part.name, Path(part.file).parent.name, part.data)
