"""A part of an offer page: what it says, its table, its contacts, how old it is; and who alone may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from PySide6.QtWidgets import QWidget

from app.models.reading import Leads, Note, Part, Way
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.ground import paper
from app.ui.widgets.lines import DOT, Line, Lines, written
from app.ui.widgets.qr import Qr
from app.ui.widgets.stack import Columns, Row, Stack
from app.ui.widgets.table import Table

SQUARE = 148
"""The side of a code beside a contact, in px: three for each module of the longest address."""
NOTES = {"over": "bold/warning", "dated": "bold/clock-counter-clockwise", "unknown": "bold/question"}
"""The icons of notes that warn."""


def rows(parts: Iterable[Part], look: Look, *, main_link: str) -> Iterator[Row]:
    """What *parts* are made of, from top to bottom; the code of *main_link* stands elsewhere."""
    for agents, run in groupby(parts, key=lambda part: part.agents):
        inside = list(chain.from_iterable(_rows(part, look, main_link) for part in run))
        if agents:
            yield Row(inside[0].above, _for_agents(inside, look))
        else:
            yield from inside


def aged(note: Note, look: Look) -> Lines:
    """How old the whole of a page is."""
    return Lines([_note(note, look, "warning-tint")], look)


def _rows(part: Part, look: Look, main_link: str) -> Iterator[Row]:
    above = look.px(6 if part.title else 5)
    for place, row in enumerate(_inside(part, look, main_link)):
        yield row if place else row._replace(above=above)


def _inside(part: Part, look: Look, main_link: str) -> Iterator[Row]:
    if lines := list(_lines(part, look)):
        yield Row(0, Lines(lines, look))
    if part.grid:
        if part.grid.caption:
            yield Row(look.px(2), Lines([Line(written(part.grid.caption, look, "hint"), "ink-soft")], look))
        yield Row(look.px(2), Table(part.grid, look))
    for leads in part.leads:
        yield Row(look.px(3), _contact(leads, look, main_link))
    if part.notes:
        tint = "surface" if part.agents else "warning-tint"
        yield Row(look.px(2), Lines([_note(note, look, tint) for note in part.notes], look))


def _lines(part: Part, look: Look) -> Iterator[Line]:
    if part.title:
        yield Line(written(part.title, look, "h2"))
    if part.heading:
        yield Line(written(part.heading, look, "label"), above=look.px(2))
    if part.text:
        yield Line(written(part.text, look), above=look.px(1))
    for number, item in enumerate(part.items, start=1):
        mark = str(number) if part.numbered else "file-text" if part.kind == "documents" else DOT
        yield Line(written(item, look), above=look.px(1 if mark == DOT else 2), mark=mark)


def _note(note: Note, look: Look, tint: str) -> Line:
    """« Montants du… » in small letters; what warns on a tint, with its icon."""
    if note.kind == "period":
        return Line(written(note.words, look, "small"), "ink-soft", above=look.px(1))
    words = written(note.words, look, "small", strong=True)
    return Line(words, "warning", look.px(2), NOTES[note.kind], "warning", tint)


def _for_agents(inside: list[Row], look: Look) -> Stack:
    """On a ground of its own, under words that say why."""
    words = written(_("Agents seulement"), look, "small", strong=True)
    mark = Lines([Line(words, "warning", 0, "bold/lock-simple", "warning", "surface")], look)
    rest = [row if place else row._replace(above=look.px(2)) for place, row in enumerate(inside)]
    stack = Stack([Row(0, mark), *rest], look, padding=look.px(4))
    paper(stack, "warning", look)
    return stack


def _contact(leads: Leads, look: Look, main_link: str) -> QWidget:
    """A contact; the addresses on the web that stand nowhere else as a code are beside it, at a borne."""
    lines = Lines([Line(written(leads.name, look, "label")), *(_way(way, look) for way in leads.ways)], look)
    link = next((way.link for way in leads.ways if way.link not in ("", main_link)), "")
    if not link or look.density == "desk":
        return lines
    return Columns(lines, Qr(link, SQUARE), look, across=SQUARE, most=look.layout("column"))


def _way(way: Way, look: Look) -> Line:
    """A telephone number stands out."""
    return Line(written(way.words, look, strong=way.icon == "phone"), above=look.px(1), mark=way.icon)
