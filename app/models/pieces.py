"""The pièces that go with a request: which papers, for whom, needed or not; and what has become of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from app.models.form import Answers, Form, Paper
from app.models.path import rows

LIMIT = 10_000_000
"""The bytes of a pièce's PDF, at most."""
MOST = 40
"""The pièces of one request, at most."""
LATER = "later"
"""The answer at a pièce's mark: « je l’apporterai »."""

Source = Literal["scanner", "file"]
"""Where a kept pièce came from."""
Doubt = Literal["dark", "blurred"]
"""What may make a page hard to read: said, never in the way."""
State = Literal["scanner", "file", "later", "missing"]
"""Kept, and where from; to be brought later, as the person says; nothing said of it."""


@dataclass(frozen=True)
class Piece:
    """One *paper* of this person's situation; *row*: the prefix of the answers of whom it concerns, in a repeat."""

    paper: Paper
    row: str = ""

    @property
    def path(self) -> str:
        """Its place among the others: ``tax_notice``, ``members/ab12cd/tax_notice``."""
        return f"{self.row}{self.paper.key}"

    def concerns(self, answers: Answers) -> str:
        """The name of whom it concerns, where several people may be meant."""
        mine = Answers(answers.typed, answers.today, self.row)
        return " ".join(filter(None, (mine.text(field) for field in self.paper.named)))


@dataclass(frozen=True)
class Kept:
    """A pièce that is kept with the draft, at *path*; *size* and *sha256* (hex) are those of its clean PDF."""

    path: str
    pages: int
    size: int
    sha256: str
    source: Source
    doubts: tuple[Doubt, ...] = ()


def pieces(form: Form, answers: Answers) -> tuple[Piece, ...]:
    """The papers that *answers* call for, in the order of the declaration."""
    return tuple(piece for paper in form.papers for piece in _pieces(paper, answers))


def mark(piece: Piece) -> str:
    """The path of the draft's answer about *piece*: ``LATER``, or nothing."""
    return f"pieces/{piece.path}"


def state(piece: Piece, typed: Mapping[str, str], kept: Mapping[str, Kept]) -> State:
    """What has become of *piece*; one that is kept counts, whatever was said before."""
    if found := kept.get(piece.path):
        return found.source
    return "later" if typed.get(mark(piece)) == LATER else "missing"


def _pieces(paper: Paper, answers: Answers) -> Iterator[Piece]:
    if paper.of is None:
        if paper.when.holds(answers):
            yield Piece(paper)
        return
    for row in rows(paper.of, answers.typed):
        prefix = f"{paper.of.name}/{row}/"
        if paper.when.holds(Answers(answers.typed, answers.today, prefix)):
            yield Piece(paper, prefix)
