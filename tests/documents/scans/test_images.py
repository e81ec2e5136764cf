"""Pictures of each kind become pages of A4, upright, without what they knew of themselves."""

import struct

import pytest
from PIL import Image

from tests.documents.scans.made import (
    HEIC,
    SECRET,
    box,
    cleaned,
    corner,
    declared,
    exif,
    file,
    letter,
    on_a_table,
    opened,
    red,
    refused,
    shown,
    tone,
)

UPRIGHT, LYING = [0, 0, 595, 842], [0, 0, 842, 595]
FIRST, SECOND = (True, False, False, False), (False, True, False, False)
THIRD, FOURTH = (False, False, True, False), (False, False, False, True)
GREY16 = corner("L").convert("I").point(lambda value: value * 257).convert("I;16")
CLEAR = Image.new("RGBA", (96, 64), (0, 0, 0, 0))
CLEAR.paste((255, 0, 0, 255), (0, 0, 48, 32))


@pytest.mark.parametrize(
    "data",
    [
        file(corner(), "JPEG"),
        file(corner(), "JPEG", progressive=True),
        file(corner("CMYK"), "JPEG"),
        file(corner(), "PNG"),
        file(corner("P"), "PNG"),
        file(CLEAR, "PNG"),
        file(corner(), "TIFF"),
        file(corner(), "TIFF", compression="tiff_lzw"),
        file(corner(), "TIFF", compression="jpeg"),
        file(corner("CMYK"), "TIFF"),
    ],
)
def test_a_picture_is_laid_on_a_page_in_its_colours(data):
    made = cleaned(data)
    pdf = opened(made)
    [page] = pdf.pages
    assert box(page) == LYING
    assert shown(page).mode == "RGB"
    assert red(shown(page)) == FIRST
    assert made.pages == 1


@pytest.mark.parametrize(
    "data",
    [
        file(corner("L"), "JPEG"),
        file(corner("L"), "PNG"),
        file(corner("1"), "PNG"),
        file(corner("LA"), "PNG"),
        file(GREY16, "PNG"),
        file(GREY16, "TIFF"),
        file(corner("1"), "TIFF", compression="group4"),
    ],
)
def test_a_grey_picture_stays_grey(data):
    pdf = opened(cleaned(data))
    [page] = pdf.pages
    picture = shown(page)
    assert picture.mode == "L"
    assert tone(picture, (5, 5)) < 130
    assert tone(picture, (90, 60)) > 250


@pytest.mark.parametrize(
    ("orientation", "quarters"),
    [
        (1, FIRST), (2, SECOND), (3, FOURTH), (4, THIRD), (5, FIRST), (6, SECOND), (7, FOURTH), (8, THIRD),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_turned_as_it_was_held_and_forgets_the_rest(kind, orientation, quarters):
    data = file(corner(), kind, exif=exif(orientation))
    assert SECRET.encode() in data
    made = cleaned(data)
    pdf = opened(made)
    [page] = pdf.pages
    assert red(shown(page)) == quarters
    assert box(page) == (LYING if orientation < 5 else UPRIGHT)
    assert SECRET.encode() not in made.pdf
    assert not shown(page).getexif()


def test_a_picture_of_a_telephone_is_upright_and_forgets_where_it_was_taken():
    assert SECRET.encode() in HEIC
    made = cleaned(HEIC)
    pdf = opened(made)
    [page] = pdf.pages
    assert box(page) == UPRIGHT
    assert red(shown(page)) == (False, True, False, False)
    assert SECRET.encode() not in made.pdf


def test_what_a_jpeg_is_commented_with_is_forgotten():
    assert SECRET.encode() not in cleaned(file(corner(), "JPEG", comment=SECRET)).pdf


def test_every_picture_of_a_tiff_is_a_page():
    made = cleaned(file(corner(), "TIFF", save_all=True, append_images=[corner(size=(64, 96)), corner()]))
    pdf = opened(made)
    assert [box(page) for page in pdf.pages] == [LYING, UPRIGHT, LYING]


def test_a_smaller_copy_within_a_tiff_is_no_page():
    small = file(corner(), "TIFF", save_all=True, append_images=[corner()], tiffinfo={0x0FE: 1})
    assert refused(small) == "empty"


def test_a_page_is_no_finer_than_two_hundred_points_to_the_inch():
    pdf = opened(cleaned(file(letter().resize((2480, 3508)), "JPEG")))
    [page] = pdf.pages
    assert shown(page).size == (1654, 2339)


def test_what_a_page_lies_on_is_cut_off():
    pdf = opened(cleaned(file(on_a_table(letter()), "JPEG")))
    [page] = pdf.pages
    wide, high = shown(page).size
    assert abs(high / wide - 2339 / 1654) < 0.02
    assert tone(shown(page).resize((9, 9)), (0, 0)) > 200


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
@pytest.mark.parametrize(
    "data",
    [
        file(letter(), "JPEG"), file(letter(), "JPEG", progressive=True), file(letter(), "PNG"), file(letter(), "TIFF"),
        file(letter(), "TIFF", compression="tiff_lzw"), HEIC,
    ],
)  # fmt: skip
def test_half_a_paper_is_no_paper(data, cut):
    whole = data if data is not HEIC else data[: -len(data) // 5]  # the last fifth is what it says of itself
    assert refused(whole[: int(len(whole) * cut)]) == "damaged"


def test_a_tiff_cut_within_its_second_page_is_damaged():
    data = file(letter(), "TIFF", save_all=True, append_images=[letter()], compression="tiff_lzw")
    assert refused(data[: len(data) * 3 // 4]) == "damaged"


def test_four_hundred_million_points_are_refused_before_they_are_decoded():
    assert refused(declared(20_000, 20_000)) == "pixels"


def test_points_that_would_not_fit_beside_each_other_are_refused_before_they_are_decoded():
    assert refused(declared(9_500, 10_000)) == "pixels"


def test_a_picture_in_layers_that_would_not_fit_is_refused_before_it_is_decoded():
    layers = bytearray(file(corner("RGB", (640, 640)), "JPEG", progressive=True, subsampling=0))
    at = layers.index(b"\xff\xc2") + 5
    layers[at : at + 4] = struct.pack(">HH", 8000, 8000)
    assert refused(bytes(layers)) == "pixels"


def test_measurements_are_no_picture():
    assert refused(file(Image.new("F", (9, 9)), "TIFF")) == "unknown"
