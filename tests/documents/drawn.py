"""The paper of a person of the situations: its text, and where each of its lines stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import combinations
from typing import Any

import pytest
from pypdf import PdfReader

from app.actions import papers
from app.documents import sheet
from app.documents.paper import A4
from app.models.saisine import Saisine
from tests.builders import valmont
from tests.documents.noted import Noted, meet
from tests.forms.official.people import Person


def saisine(who: Person, **changes: str) -> Saisine:
    """What *who* signs at eleven on their day."""
    answers = {name: text for name, text in {**who.answers, **changes}.items() if text}
    signed = datetime(who.today.year, who.today.month, who.today.day, 11, tzinfo=timezone(timedelta(hours=1)))
    return papers.saisine(who.form, answers, bytes(range(16)), signed)


def pages(who: Person, **changes: str) -> list[str]:
    """The text of each page, in one line."""
    made = papers.document(saisine(who, **changes), valmont())
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]


def whole(who: Person, **changes: str) -> str:
    """The text of all of them."""
    return " ".join(pages(who, **changes))


def noted(make: Callable[[], object]) -> list[Noted]:
    """The pages that *make* draws, on canvases of ours."""
    drawn: list[Noted] = []

    def document(size: Any, language: str, drawings: Any) -> bytes:
        for draw in drawings:
            drawn.append(Noted())
            draw(drawn[-1])
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "document", document)
        make()
    return drawn


def faults(drawn: list[Noted]) -> list[object]:
    """The lines that leave their page, and those that cover each other."""
    outside = [
        line
        for page in drawn
        for left, right, _top, bottom, line in page.lines
        if left <= 0 or right >= A4[0] or bottom <= 0
    ]
    return [*outside, *(pair for page in drawn for pair in combinations(page.lines, 2) if meet(*pair))]


def shown(drawn: list[Noted]) -> str:
    """Everything that is written, without spaces."""
    return "".join(line for page in drawn for *_place, line in page.lines).replace(" ", "").replace("\u00a0", "")
