"""Combs: a digit a cell, and read as one number."""

import io
import re

import pytest
from pypdf import PdfReader

from app.documents.combs import CELL, DATE_GROUPS, NIR_GROUPS, combed, room_of
from app.documents.paper import A4, document


def drawn(digits: str, groups: tuple[int, ...], instead: str = "") -> tuple[str, str]:
    """The code of a page with one comb, and its text."""
    block = combed("Votre date", digits, groups, instead)
    page = PdfReader(io.BytesIO(document(A4, "fr", [lambda canvas: block.draw(canvas, 50, 700)]))).pages[0]
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1"), " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("digits", "groups", "read"),
    [("07111991", DATE_GROUPS, "07 11 1991"), ("288039999901235", NIR_GROUPS, "2 88 03 99 999 012 35")],
)
def test_the_cells_are_read_as_one_number(digits: str, groups: tuple[int, ...], read: str) -> None:
    code, text = drawn(digits, groups)
    assert f"/ActualText ({read})" in code
    assert text == f"Votre date {' '.join(digits)}"


def test_each_digit_has_its_cell() -> None:
    code, _text = drawn("07111991", DATE_GROUPS)
    assert len(re.findall(rf"{CELL:g} -?16 re|{CELL:g} 16 re", code)) == 8
    assert room_of(DATE_GROUPS) == 8 * CELL + 2 * 5


def test_empty_cells_say_nothing_but_what_stands_under_them() -> None:
    code, text = drawn("", NIR_GROUPS, "Pas encore de numéro")
    assert "ActualText" not in code
    assert text == "Votre date Pas encore de numéro"
