"""A file is what it holds, whatever it is called."""

import io
import zipfile

import pytest

from app.documents.scans import kinds, outcome
from app.documents.scans.kinds import kind_of
from app.documents.scans.outcome import Unfit
from tests.documents.scans.made import HEIC, corner, drawn, file, refused, saved


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("facture.pdf", b"%PDF-1.4")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (file(corner(), "JPEG"), "jpeg"),
        (file(corner(), "PNG"), "png"),
        (file(corner(), "TIFF"), "tiff"),
        (file(corner(), "TIFF", big_tiff=True), None),
        (HEIC, "heic"),
        (saved(drawn()), "pdf"),
        (b"\xef\xbb\xbf\r\n" + saved(drawn()), "pdf"),
        (a_zip(), None),
        (b"MZ" + saved(drawn()), None),
        (b"<script>%PDF-1.4", None),
        (file(corner(), "GIF"), None),
        (file(corner(), "WEBP"), None),
        (b"Bonjour", None),
    ],
)
def test_a_kind_is_told_by_the_first_bytes(data, kind):
    if kind is not None:
        assert kind_of(data) == kind
        return
    assert refused(data) == "unknown"


def test_nothing_is_empty():
    assert refused(b"") == "empty"


def test_a_file_may_have_sixty_millions_of_bytes(monkeypatch):
    assert outcome.MOST_BYTES == 60_000_000
    monkeypatch.setattr(kinds, "MOST_BYTES", 100)
    with pytest.raises(Unfit, match="too-big"):
        kind_of(b"%PDF-" + bytes(96))
