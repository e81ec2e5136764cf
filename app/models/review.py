"""The answers as the person checks them, section by section."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.fields import Notice, Signature
from app.models.form import Form, Section
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, Path, problems
from app.models.text import Text


@dataclass(frozen=True)
class Row:
    """One answer; *missing* when it has to be given or repaired before signing."""

    step: str
    path: str
    label: Text
    answer: str
    missing: bool


def review(form: Form, way: Path) -> tuple[tuple[Section, tuple[Row, ...]], ...]:
    """The rows to check of *form*, in the language in use; what is optional and empty is left out."""
    cards = ((section, tuple(_rows(section, way))) for section in form.sections)
    return tuple((section, rows) for section, rows in cards if rows)


def _rows(section: Section, way: Path) -> list[Row]:
    found = []
    for page in way.pages:
        if page.section is section:
            lacking = {problem.path for problem in problems(page, way.answers)}
            found += [row for asked in page.asked if (row := _row(page, asked, way, missing=asked.path in lacking))]
    return found


def _row(page: Page, asked: Asked, way: Path, *, missing: bool) -> Row | None:
    if isinstance(asked.field, Notice | Signature | SigningDay):
        return None
    typed = way.answers.typed.get(asked.path, "").strip()
    if not typed and not missing:
        return None
    return Row(page.step.name, asked.path, asked.field.label, asked.show(typed) if typed else "", missing)
