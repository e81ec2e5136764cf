"""The answers as the person checks them, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.models.fields import Notice, Signature
from app.models.form import Form, Section
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, Path, rows
from app.models.text import Text


@dataclass(frozen=True)
class Row:
    """One answer; *missing* when it has to be given or repaired before signing."""

    step: str
    path: str
    label: Text
    answer: str
    missing: bool


@dataclass(frozen=True)
class Card:
    """The *rows* of a section, or of one row of a group, which is called as its list calls it."""

    icon: str
    title: Text
    rows: tuple[Row, ...]


def review(form: Form, way: Path) -> tuple[Card, ...]:
    """The answers to check of *form*, in the language in use; what is optional and empty is left out."""
    cards = (card for section in form.sections for card in _cards(section, way))
    return tuple(card for card in cards if card.rows)


def _cards(section: Section, way: Path) -> Iterator[Card]:
    pages = [page for page in way.pages if page.section is section]
    yield Card(section.icon, section.title, tuple(_rows(pages, way, "")))
    for page in pages:
        if page.repeat:
            for row in rows(page.repeat, way.answers.typed):
                prefix = f"{page.repeat.name}/{row}/"
                name = " ".join(way.shown(prefix, page.repeat.headline))
                title = Text(name) if name else page.repeat.title
                yield Card(page.repeat.icon, title, tuple(_rows([page], way, prefix)))


def _rows(pages: list[Page], way: Path, prefix: str) -> Iterator[Row]:
    """What is asked on *pages*: once, or in the row whose answers begin with *prefix*."""
    for page in pages:
        lacking = {remark.path for remark in way.said[page.step.name] if remark.stops}
        for asked in page.asked:
            mine = asked.path.startswith(prefix) if prefix else "/" not in asked.path
            if mine and (row := _row(page, asked, way, missing=asked.path in lacking)):
                yield row


def _row(page: Page, asked: Asked, way: Path, *, missing: bool) -> Row | None:
    if isinstance(asked.field, Notice | Signature | SigningDay):
        return None
    typed = way.answers.typed.get(asked.path, "").strip()
    if not typed and not missing:
        return None
    _group, _slash, rest = asked.path.partition("/")
    step = f"{page.step.name}/{rest.partition('/')[0]}" if rest else page.step.name
    return Row(step, asked.path, asked.field.label, asked.show(typed) if typed else "", missing)
