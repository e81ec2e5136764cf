"""A pièce that is too large is made lighter as long as it can be read."""

from io import BytesIO

import pytest
from pikepdf import Pdf
from PIL import Image

from app.documents.scans import lighter, treat
from app.documents.scans.bare import bare
from app.documents.scans.outcome import Unfit
from tests.documents.scans.made import cleaned, corner, exif, file, letter, noisy, opened, refused, scanned, shown


@pytest.fixture
def limit(monkeypatch):
    """So many bytes may a pièce have, for once."""

    def set_to(most: int) -> None:
        monkeypatch.setattr(treat, "LIMIT", most)

    return set_to


def test_pictures_are_coded_again_until_they_fit(limit):
    heavy = file(letter(), "JPEG", quality=95)
    before = len(cleaned(heavy).pdf)
    limit(before * 2 // 3)
    made = cleaned(heavy)
    assert len(made.pdf) <= before * 2 // 3
    assert made.doubts == ()


def test_those_of_a_pdf_too_even_when_they_were_not_lossy(limit):
    raw = Image.new("RGB", (1654, 2339), "white")
    raw.paste(noisy(letter()).crop((0, 0, 1654, 1000)))
    pdf = Pdf.open(BytesIO(scanned(raw)))
    [(_name, image)] = pdf.pages[0].resources.XObject.items()
    image.write(raw.tobytes())
    out = BytesIO()
    pdf.save(out, compress_streams=True)
    assert len(out.getvalue()) > 1_500_000
    limit(900_000)
    made = cleaned(out.getvalue())
    clean = opened(made)
    assert len(made.pdf) <= 900_000
    assert shown(clean.pages[0]).size == raw.size


def test_what_cannot_be_light_is_too_big(limit):
    limit(20_000)
    assert refused(file(letter(), "JPEG")) == "too-big"
    assert refused(scanned(letter())) == "too-big"


def test_the_steps_go_down():
    inches, qualities = zip(*lighter.STEPS, strict=True)
    assert sorted(inches, reverse=True) == list(inches)
    assert sorted(qualities, reverse=True) == list(qualities)


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"restart_marker_blocks": 2}, {"quality": 100}])
def test_a_bare_jpeg_shows_the_same(how):
    said = file(letter(9), "JPEG", exif=exif(1), comment="ici", **how)
    left = bare(said + b"PK\3\4")
    assert b"Exif" not in left
    assert b"ici" not in left[:2000]
    assert Image.open(BytesIO(left)).tobytes() == Image.open(BytesIO(said)).tobytes()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xda\0\2abc\xff", b"\xff\xd8abc"]
)
def test_a_jpeg_without_an_end_is_damaged(data):
    with pytest.raises(Unfit, match="damaged"):
        bare(data)


def test_a_small_picture_is_not_worth_it(limit):
    data = file(corner(), "JPEG")
    limit(len(cleaned(data).pdf) - 1)
    assert refused(data) == "too-big"
