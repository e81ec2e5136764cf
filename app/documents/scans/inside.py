"""The pictures inside a PDF, read."""

from __future__ import annotations

from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfError, PdfImage, Stream
from pikepdf.exceptions import UnsupportedImageTypeError

from app.documents.scans.images import pictures
from app.documents.scans.plain import Picture, plain

UNPACKED = frozenset({"/FlateDecode", "/LZWDecode", "/CCITTFaxDecode", "/RunLengthDecode"})
"""What is read here; of JBIG2 the library would have another program do it."""
SPECIAL = ("/ImageMask", "/Mask", "/Decode", "/Matte")
"""Pictures whose tones mean something else are not touched."""
LOOKED_AT = 40_000_000
"""Points of what is not a JPEG: more would not fit twice, as the document holds it and as a picture."""
LEAST = 1000
"""Points on the longer side of what may be the picture of a whole page."""


def scanned(page: Page) -> Picture | None:
    """The picture that *page* consists of, when a scanner or a telephone made it; raises what is raised of damage."""
    drawn = page.resources.get("/XObject")
    if not isinstance(drawn, Dictionary) or len(drawn) != 1 or "/Font" in page.resources:
        return None
    [(_name, image)] = drawn.items()
    if image.get("/Subtype") != "/Image" or max(image.get("/Width", 0), image.get("/Height", 0)) < LEAST:
        return None
    return picture_of(image)


def picture_of(image: Object) -> Picture | None:
    """As it is stored, grey or RGB; None: of a kind that is not read here."""
    coded = jpeg_of(image)
    if coded is not None:
        return next(pictures(coded, "jpeg"))
    if any(key in image for key in SPECIAL) or image.Width * image.Height > LOOKED_AT:
        return None
    if not {str(name) for name in _all(image, "/Filter")} <= UNPACKED:
        return None
    try:
        return plain(PdfImage(cast(Stream, image)).as_pil_image())
    except (UnsupportedImageTypeError, NotImplementedError, PdfError):
        return None


def jpeg_of(image: Object) -> bytes | None:
    """The JPEG that *image* is, freed from what it is wrapped in; None: it is something else."""
    filters = _all(image, "/Filter")
    if not filters or filters[-1] != Name.DCTDecode:
        return None
    raw = image.read_raw_bytes()
    if len(filters) == 1:
        return raw
    return Stream(Pdf.new(), raw, Filter=Array(filters[:-1])).read_bytes()


def _all(image: Object, key: str) -> list[Object]:
    said = image.get(key, Array())
    return list(said) if isinstance(said, Array) else [said]


def last(image: Object, key: str) -> Dictionary | None:
    """What *image* says under *key* for the last of its filters."""
    said = _all(image, key)
    return said[-1] if said and isinstance(said[-1], Dictionary) else None
