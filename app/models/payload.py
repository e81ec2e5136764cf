"""saisine.json: what the caisse reads by program, beside the PDF, both sealed. The same for every form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from app.models.fields import Choice, Choices
from app.models.form import Field, Form
from app.models.path import Asked
from app.models.pieces import Piece, pieces, state
from app.models.saisine import Saisine
from app.models.text import speaking

SCHEMA = 1
"""Of this file; the form has a version of its own."""


def payload(saisine: Saisine, recipient: str, *, urgent: bool, record: Mapping[str, object]) -> dict[str, object]:
    """The whole of *saisine*, in French: to whom, what was answered, and the *record* of who typed, agreed and how.

    ``pieces`` holds every paper of the situation, joined or not; ``answers`` every answer that counts, in the order it
    was asked, by its path.
    """
    with speaking("fr"):
        return {
            "schema": SCHEMA,
            "reference": saisine.reference,
            "form": saisine.form.id,
            "form_version": saisine.form.version,
            "title": str(saisine.form.title),
            "made_at": saisine.made_at.isoformat(timespec="seconds"),
            "place": saisine.place,
            "recipient": recipient,
            "urgent": urgent,
            **record,
            "pieces": [_piece(saisine, piece) for piece in pieces(saisine.form, saisine.way.answers)],
            "answers": {asked.path: _answer(saisine.form, asked, typed) for asked, typed in _answered(saisine)},
        }


def written(told: Mapping[str, object]) -> bytes:
    """*told* as a file that people can read too; half a letter becomes a question mark."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _piece(saisine: Saisine, piece: Piece) -> dict[str, object]:
    """*sha256*: that of the ``piece.pdf`` that is joined."""
    told: dict[str, object] = {
        "paper": piece.paper.key,
        "label": str(piece.paper.label),
        "concerns": piece.concerns(saisine.way.answers),
        "needed": piece.paper.needed,
        "state": state(piece, saisine.marks, saisine.kept),
    }
    kept = saisine.kept.get(piece.path)
    return told | ({"pages": kept.pages, "sha256": kept.sha256} if kept else {})


def _answered(saisine: Saisine) -> Iterator[tuple[Asked, str]]:
    typed = saisine.way.answers.typed
    known = {given.name: Asked(given.name, given, {}) for given in saisine.form.given}
    known |= {asked.path: asked for page in saisine.way.pages for asked in page.asked}
    return ((asked, text) for path, asked in known.items() if (text := typed.get(path, "").strip()))


def _answer(form: Form, asked: Asked, typed: str) -> dict[str, object]:
    """*shown*: as the PDF says it; *official*: the frame, the label and the boxes of the official form it fills."""
    told: dict[str, object] = {"label": str(asked.field.label), "typed": typed, "shown": asked.show(typed)}
    if official := form.official(asked.field):
        told["official"] = {"frame": official.frame, "label": official.label}
    if boxes := _boxes(asked.field, typed):
        told["boxes"] = boxes
    return told


def _boxes(field: Field[Any], typed: str) -> list[str]:
    if not isinstance(field, Choice | Choices):
        return []
    return [field.boxes[option] for option in typed.split() if option in field.boxes]
