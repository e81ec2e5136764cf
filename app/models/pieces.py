"""The pièces that go with a request: which papers, for whom, needed or only if available."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.models.form import Answers, Form, Paper
from app.models.path import rows


@dataclass(frozen=True)
class Piece:
    """One *paper* of this person's situation; *row*: the prefix of the answers of whom it concerns, in a repeat."""

    paper: Paper
    row: str = ""

    def concerns(self, answers: Answers) -> str:
        """The name of whom it concerns, when it is somebody of a repeat."""
        if self.paper.of is None:
            return ""
        mine = Answers(answers.typed, answers.today, self.row)
        return " ".join(filter(None, (mine.text(field) for field in self.paper.of.headline)))


def pieces(form: Form, answers: Answers) -> tuple[Piece, ...]:
    """The papers that *answers* call for, in the order of the declaration."""
    return tuple(piece for paper in form.papers for piece in _pieces(paper, answers))


def _pieces(paper: Paper, answers: Answers) -> Iterator[Piece]:
    if paper.of is None:
        if paper.when.holds(answers):
            yield Piece(paper)
        return
    for row in rows(paper.of, answers.typed):
        prefix = f"{paper.of.name}/{row}/"
        if paper.when.holds(Answers(answers.typed, answers.today, prefix)):
            yield Piece(paper, prefix)
