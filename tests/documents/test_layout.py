"""Nothing is cut and nothing overlaps, however long the answers (a canvas of ours notes where each line stands)."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import sheet
from app.documents.mas import pdf
from app.documents.paper import A4, REGULAR, width, wrap
from tests.builders import DIGEST, mas_answers, mas_saisine, valmont
from tests.documents.noted import Noted, meet

LETTERS = st.sampled_from("aéWiœЇґєЖ’ʼ- ")
FULL = {
    "motives": "care disability", "care": "acts other", "since": "longer", "causes": "rights refusal",
    "engaged": "c2s social other", "urgent": "care", "ways": "call email mail structure", "home": "elected",
    "email": "a@exemple.fr", "postcode": "99900", "town": "Valmont", "spoken": "other", "caisse": "elsewhere",
    "on_paper": "yes",
}  # fmt: skip


def drawn(answers: dict[str, str]) -> list[Noted]:
    """What each page of the sheet shows."""
    noted: list[Noted] = []

    def document(size: Any, language: str, drawings: Any) -> bytes:
        for draw in drawings:
            noted.append(Noted())
            draw(noted[-1])
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "document", document)
        pdf(mas_saisine(answers), valmont(), DIGEST)
    return noted


def long(limit: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=limit).map(lambda text: f"a{text}a")


@settings(max_examples=30, deadline=None)
@given(name=long(78), first_name=long(78), street=long(78), elected=long(78), structure=long(78), department=long(38),
       avoid=long(198), other_language=long(38), detector_name=long(118))  # fmt: skip
def test_long_answers_stay_whole_apart_and_on_the_page(**answers: str) -> None:
    pages = drawn(mas_answers(**FULL, **answers))
    for page in pages:
        assert all(left > 0 and right < A4[0] and bottom > 0 for left, right, _top, bottom, _line in page.lines)
        assert [pair for pair in combinations(page.lines, 2) if meet(*pair)] == []
    shown = "".join(line for page in pages for *_place, line in page.lines).replace(" ", "").replace("\u00a0", "")
    assert all(answer.replace(" ", "") in shown for answer in answers.values())


def test_a_page_that_is_full_goes_on_over_another() -> None:
    usual, full = (drawn(mas_answers(**FULL, elected=said, avoid=said, structure=said)) for said in ("a", "W" * 400))
    assert (len(usual), len(full)) == (3, 5)
    assert full[-1].lines[-1][-1].startswith("Page 5 sur 5")


@given(st.text(), st.floats(20, 200))
@settings(deadline=None)
def test_wrapped_lines_are_no_wider_than_their_room(words: str, room: float) -> None:
    assert all(width(line, REGULAR, 9) <= room or len(line) == 1 for line in wrap(words, REGULAR, 9, room))


def test_french_marks_stay_with_their_words() -> None:
    assert wrap("marquées « facultatif »", REGULAR, 9, 55) == ["marquées", "«\u00a0facultatif\u00a0»"]
