"""A PDF that is too large, its pictures coded again: plainer, step by step, as long as they can be read."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Name, Object, Pdf, Stream
from PIL import Image

from app.documents.scans.inside import SPECIAL, picture_of
from app.documents.scans.layout import jpeg, smaller

Step = tuple[int, int]
STEPS: tuple[Step, ...] = ((200, 65), (150, 65), (120, 50))
"""Points to the inch of A4, and quality; below, small print is lost."""
PLAIN = frozenset({"/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/ICCBased"})
HEAVY = 30_000
"""Bytes below which a picture is not worth coding again."""
TRIED = 3
"""Pictures that tell what a step would bring, before all of them are coded."""
HOPE = 1.2
"""How far above what is wanted that may be, for its part: those were not like the others."""


def weight(pdf: Pdf) -> int:
    """Bytes of all that *pdf* shows."""
    return sum(len(thing.read_raw_bytes()) for thing in pdf.objects if isinstance(thing, Stream))


def lighten(pdf: Pdf, most: int) -> None:
    """Make *pdf* at most *most* bytes heavy, in as few steps as it takes; what cannot be so light stays heavier."""
    for step in STEPS:
        whole = weight(pdf)
        if whole <= most:
            return
        if _expected(pdf, whole, step) <= most * HOPE:
            for image in _large(pdf):
                coded = _coded(image, step)
                if coded is not None and len(coded) < len(image.read_raw_bytes()):
                    _replace(image, coded)


def _expected(pdf: Pdf, whole: int, step: Step) -> float:
    """What would be left of *whole* after the *step*, going by a few pictures."""
    images = list(_large(pdf))
    pictures = sum(len(image.read_raw_bytes()) for image in images)
    before = after = 0
    for image in images[:: max(1, len(images) // TRIED)][:TRIED]:
        coded, raw = _coded(image, step), len(image.read_raw_bytes())
        before, after = before + raw, after + (raw if coded is None else min(raw, len(coded)))
    return whole - pictures + pictures * after / (before or 1)


def _large(pdf: Pdf) -> Iterator[Object]:
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == "/Image" and _is_plain(thing):
            yield thing


def _is_plain(image: Object) -> bool:
    colours = image.get("/ColorSpace")
    kind = colours[0] if isinstance(colours, Array) and len(colours) else colours
    heavy = int(image.get("/Length", 0)) > HEAVY
    return heavy and str(kind) in PLAIN and not any(key in image for key in SPECIAL)


def _coded(image: Object, step: Step) -> bytes | None:
    picture = picture_of(image)
    return None if picture is None else jpeg(smaller(picture, step[0]), step[1])


def _replace(image: Object, coded: bytes) -> None:
    with Image.open(BytesIO(coded)) as made:
        image.Width, image.Height = made.size
        image.ColorSpace = Name.DeviceGray if made.mode == "L" else Name.DeviceRGB
    image.BitsPerComponent = 8
    image.write(coded, filter=Name.DCTDecode)
