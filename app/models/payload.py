"""saisine.json: what the caisse reads by program, beside the PDF, both sealed. The same for every form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from app.models.fields import Choice, Choices
from app.models.form import Field
from app.models.saisine import Saisine
from app.models.text import speaking

SCHEMA = 1
"""Of this file; the form has a version of its own."""


def payload(saisine: Saisine, recipient: str, *, urgent: bool, record: Mapping[str, object]) -> dict[str, object]:
    """The whole of *saisine*, in French: to whom, what was answered, and the *record* of who typed, agreed and how.

    ``answers`` holds every answer that counts, in the order it was asked, by its path.
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
            "answers": {path: _answer(field, typed) for path, field, typed in _answered(saisine)},
        }


def written(told: Mapping[str, object]) -> bytes:
    """*told* as a file that people can read too; half a letter becomes a question mark."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _answered(saisine: Saisine) -> Iterator[tuple[str, Field[Any], str]]:
    typed = saisine.way.answers.typed
    fields = {given.name: given for given in saisine.form.given}
    fields |= {asked.path: asked.field for page in saisine.way.pages for asked in page.asked}
    return ((path, field, typed[path].strip()) for path, field in fields.items() if typed.get(path, "").strip())


def _answer(field: Field[Any], typed: str) -> dict[str, object]:
    """*shown*: as the PDF says it; *official*: the frame, the label and the boxes of the official form it fills."""
    told: dict[str, object] = {"label": str(field.label), "typed": typed, "shown": field.show(typed)}
    if field.official:
        told["official"] = {"frame": field.official.frame, "label": field.official.label}
    if boxes := _boxes(field, typed):
        told["boxes"] = boxes
    return told


def _boxes(field: Field[Any], typed: str) -> list[str]:
    if not isinstance(field, Choice | Choices):
        return []
    return [field.boxes[option] for option in typed.split() if option in field.boxes]
