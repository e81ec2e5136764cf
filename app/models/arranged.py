"""The parts of a page as they stand on a screen and on paper: each age said once, what is for agents apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from app.models.page import Page
from app.models.reading import Note, Part, parts


class Arranged(NamedTuple):
    """*age*: how old the whole page is, said nowhere else; no part holds what is public and what is not."""

    age: Note | None
    parts: tuple[Part, ...]


def arranged(page: Page) -> Arranged:
    """What the reader of *page* reads, from top to bottom."""
    staff = page.offer.card.audience == "agents"
    found = [half for part in parts(page) for half in _halves(part, staff=staff)]
    age = _age([part for part in found if staff or not part.agents])
    younger = [_without(part, (age,)) for part in found]
    following: list[Part | None] = [*younger[1:], None]
    return Arranged(age, tuple(map(_once, younger, following)))


def _halves(part: Part, *, staff: bool) -> list[Part]:
    """*part*, its contacts for agents after the rest: notes are about what the public reads, but on a *staff* page."""
    hidden = tuple(leads for leads in part.leads if leads.agents)
    if part.agents or not hidden:
        return [part]
    seen = part._replace(leads=tuple(leads for leads in part.leads if not leads.agents))
    if not (seen.text or seen.items or seen.grid or seen.leads):
        return [part._replace(agents=True)]
    shut = Part(part.kind, "", "", "", (), numbered=False, grid=None, leads=hidden, notes=(), agents=True)
    if staff:
        seen, shut = seen._replace(notes=()), shut._replace(notes=seen.notes)
    return [seen, shut]


def _age(read: Sequence[Part]) -> Note | None:
    """The age of two sections or more, when it is that of most that have one: another is said where it differs."""
    sections = [list(run) for _kind, run in groupby(read, key=lambda part: part.kind)]
    said = [{note for part in section for note in part.notes if note.kind == "dated"} for section in sections]
    ages = Counter(note for notes in said for note in notes)
    age, times = max(ages.items(), key=itemgetter(1), default=(None, 0))
    return age if times > 1 and times * 2 > ages.total() else None


def _once(part: Part, after: Part | None) -> Part:
    """*part* without the age that is said under the next of its section, for the same readers."""
    if after is None or (after.kind, after.agents) != (part.kind, part.agents):
        return part
    return _without(part, [note for note in after.notes if note.kind == "dated"])


def _without(part: Part, said: Sequence[Note | None]) -> Part:
    return part._replace(notes=tuple(note for note in part.notes if note not in said))
