"""The answers as the person checks them, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.models.fields import Notice, Signature
from app.models.filling import DOCUMENTS, PIECES
from app.models.form import Answers, Form, Section
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, Path, rows
from app.models.pieces import Kept, Piece, pieces, state
from app.models.text import Plural, Text, _

LATER = _("À apporter plus tard")
TO_JOIN = _("À joindre")


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


def review(
    form: Form, way: Path, typed: Mapping[str, str] | None = None, kept: Mapping[str, Kept] | None = None
) -> tuple[Card, ...]:
    """The answers to check of *form*, in the language in use; what is optional and empty is left out.

    The papers stand last, with what has become of each: *typed* holds what was said of them, *kept* those that were
    added, by their paths.
    """
    cards = [card for section in form.sections for card in _cards(section, way)]
    papers = (_paper(piece, way, typed or {}, kept or {}) for piece in pieces(form, way.answers))
    return tuple(card for card in (*cards, Card("files", DOCUMENTS, tuple(papers))) if card.rows)


def _paper(piece: Piece, way: Path, typed: Mapping[str, str], kept: Mapping[str, Kept]) -> Row:
    """What has become of *piece*; one that is missing stands in nobody's way."""
    said = {"later": LATER, "missing": TO_JOIN}.get(state(piece, typed, kept))
    words = said or added(kept[piece.path].pages)
    return Row(PIECES, piece.path, called(piece, way.answers), str(words), missing=False)


def added(pages: int) -> Text:
    """« Ajouté · 2 pages »."""
    return Plural("Ajouté · {count} page", "Ajouté · {count} pages", pages)


def called(piece: Piece, answers: Answers) -> Text:
    """The name of *piece*, with that of whom it concerns where several people may be meant."""
    who = piece.concerns(answers)
    return _("{paper} ({who})").with_(paper=piece.paper.label, who=who) if who else piece.paper.label


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
