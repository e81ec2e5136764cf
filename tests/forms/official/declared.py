"""What the program shows of a form: as ``form show --json`` tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from click.testing import CliRunner

from app.__main__ import group

Told = dict[str, Any]


def pages(form: str) -> Iterator[Told]:
    """Each page of *form*."""
    for section in _told(form)["sections"]:
        yield from section["steps"]


def given(form: str) -> Told:
    """What the terminal gives, like a page."""
    return {"when_reads": [], "fields": _told(form)["given"]}


def asked(form: str) -> dict[str, Told]:
    """The questions of its pages by their names, each with what its step depends on."""
    return dict(shown(field, step) for step in pages(form) for field in step["fields"])


def shown(field: Told, step: Told) -> tuple[str, Told]:
    """*field* by its name, with what *step* depends on too."""
    return field["name"], field | {"when_reads": [*step["when_reads"], *field.get("when_reads", ())]}


def _told(form: str) -> Told:
    told: Told = json.loads(CliRunner().invoke(group(), ["form", "show", form, "--json"]).stdout)
    return told
