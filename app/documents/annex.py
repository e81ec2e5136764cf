"""What goes with a filled official form: how to reach the person, what had no room on it, the pièces, the code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.blocks import Block, boxes, tagged, words
from app.documents.contact import contact_sheet
from app.documents.enclosed import enclosed
from app.documents.head import head, marks
from app.documents.paper import SEMIBOLD
from app.documents.seal import seal
from app.documents.sheet import ROOM, sheet
from app.forms.recipient import Recipient
from app.models.saisine import Saisine


def annex(saisine: Saisine, to: Recipient, digest: str, rest: Sequence[tuple[str, str]]) -> bytes:
    """The PDF; *rest*: the answers (label, words) that the form had no place for, or not enough."""
    above = marks(to, saisine.way.answers)
    title = f"Annexe au formulaire « {saisine.form.official_title} »"
    said = [*above, *contact_sheet(saisine, to), *_rest(rest), *enclosed(saisine), seal(saisine.reference, digest)]
    return sheet(replace(head(saisine, to), title=title), [said])


def _rest(rest: Sequence[tuple[str, str]]) -> list[Block]:
    """Two a row, each row a block of its own: they go on over as many pages as it takes."""
    rows = [rest[first : first + 2] for first in range(0, len(rest), 2)]
    title = tagged("H2", words("Réponses sans place sur le formulaire", ROOM, SEMIBOLD, 11))
    return [title, *(boxes(ROOM, *row, shares=(1,) * len(row)) for row in rows)] if rows else []
