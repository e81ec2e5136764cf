"""What the reader of a page may find too dark or blurred is told, and nothing else."""

import pytest
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from app.documents.scans.borders import without_border
from app.documents.scans.plain import coarse
from app.documents.scans.quality import doubts
from tests.documents.scans.made import cleaned, corner, drawn, file, letter, noisy, on_a_table, saved, scanned


def blurred(picture: Image.Image, much: float) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(much))


def shaded(picture: Image.Image, left: float) -> Image.Image:
    return noisy(ImageEnhance.Brightness(picture).enhance(left))


WHITE = Image.new("RGB", (1654, 2339), "white")
GOOD = [
    letter(), letter(3), letter(1), letter(20, 60), letter(80, 20), noisy(letter()), noisy(letter(3)),
    shaded(letter(), 0.6), blurred(letter(), 1.5), letter().convert("L"), WHITE, noisy(WHITE), corner(),
    letter().resize((707, 1000)),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(GOOD)))
def test_a_page_that_can_be_read_raises_no_doubt(number):
    assert doubts(GOOD[number]) == []


@pytest.mark.parametrize("much", [4, 6, 9])
@pytest.mark.parametrize("page", [letter(), letter(3), letter(1), letter(80, 20)])
def test_a_page_out_of_focus_is_blurred(page, much):
    assert doubts(blurred(page, much)) == ["blurred"]
    assert doubts(noisy(blurred(page, much), 6)) == ["blurred"]


@pytest.mark.parametrize("left", [0.2, 0.35])
def test_a_page_in_the_shadow_is_dark(left):
    assert doubts(shaded(letter(), left)) == ["dark"]


def test_both_are_said_once_for_a_piece():
    bad = file(shaded(blurred(letter(), 5), 0.35), "JPEG")
    assert cleaned(bad, file(letter(), "JPEG"), bad).doubts == ("dark", "blurred")


def test_a_pdf_of_scans_is_looked_at():
    assert cleaned(scanned(letter(), blurred(letter(), 6))).doubts == ("blurred",)
    assert cleaned(scanned(letter())).doubts == ()


def test_a_drawn_pdf_is_not_doubted():
    assert cleaned(saved(drawn())).doubts == ()


@pytest.mark.parametrize("tone", [15, 60, 100])
def test_a_dark_border_is_cut_off(tone):
    page = without_border(on_a_table(letter(), tone))
    assert abs(page.width - 1654) < 40
    assert abs(page.height - 2339) < 40


def test_a_page_that_lies_askew_is_cut_to_its_corners():
    askew = Image.new("RGB", (2600, 3300), (40, 40, 40))
    askew.paste(letter().rotate(4, expand=True, fillcolor=(40, 40, 40)), (400, 400))
    page = without_border(askew)
    assert 1700 < page.width < 1950
    assert 2300 < page.height < 2600


@pytest.mark.parametrize(
    "picture",
    [
        letter(), letter(3), WHITE, noisy(letter(3)),
        on_a_table(letter(), tone=200),
        on_a_table(letter().resize((330, 467)), room=900),
        Image.new("RGB", (900, 900), "black"),
        Image.linear_gradient("L").resize((900, 900)).convert("RGB"),
    ],
)  # fmt: skip
def test_what_is_not_clearly_a_border_stays(picture):
    assert without_border(picture).size == picture.size


def test_a_large_picture_is_made_smaller_band_after_band():
    large = letter().resize((4962, 7017))
    made = coarse(large.size, lambda top, end: large.crop((0, top, large.width, end)))
    assert made.size == (2481, 3509)
    assert max(ImageChops.difference(made.resize((8, 8)), large.resize((8, 8))).tobytes()) < 12
