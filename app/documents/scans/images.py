"""JPEG, PNG and TIFF files, picture after picture, upright; HEIC is in `heic`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import count

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.TiffImagePlugin import TiffImageFile

from app.documents.scans.kinds import Kind
from app.documents.scans.outcome import MOST_PIXELS, Unfit
from app.documents.scans.plain import SPARE, Picture, coarse, scale

ROOM = 280_000_000
"""Bytes that a file and its decoded picture may fill together, in a process that has 350 MB of its own."""
NARROW = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}
"""Bytes of a decoded point, where it is not four."""
ORIENTATION = 0x112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What undoes each orientation of EXIF."""
SMALLER = 0x0FE
"""A TIFF tag: its first bit tells a picture that repeats another one, smaller."""

Image.MAX_IMAGE_PIXELS = None  # `_check_room` counts them


def pictures(data: bytes, kind: Kind) -> Iterator[Picture]:
    """Each picture of the file, plain and upright; raises Unfit, or what the decoder raises of a damaged one.

    Of a JPEG the first alone: those that may follow belong to the telephone's maker.
    """
    for at in count() if kind == "tiff" else (0,):
        frame = Image.open(BytesIO(data), formats=[kind.upper()])  # anew for each: the next one needs the memory
        try:
            if not _there(frame, at):
                return
            if not _repeats(frame):
                yield _picture(frame, len(data))
        finally:
            frame.close()


def _there(frame: Picture, at: int) -> bool:
    """Whether the file has a picture number *at*, which then is what is read."""
    try:
        frame.seek(at)
    except EOFError:
        return False
    return True


def _picture(frame: Picture, size: int) -> Picture:
    _check_room(frame, size)
    frame.load()
    made = _upright(coarse(frame.size, partial(_rows, frame)), frame)
    frame.close()
    return made


def _rows(frame: Picture, top: int, end: int) -> Picture:
    return frame.crop((0, top, frame.width, end))


def _repeats(frame: Picture) -> bool:
    kind = frame.tag_v2.get(SMALLER, 0) if isinstance(frame, TiffImageFile) else 0
    return isinstance(kind, int) and bool(kind & 1)


def _check_room(frame: Picture, size: int) -> None:
    """Before anything is decoded; a JPEG is then decoded smaller, as far as its page does without the rest."""
    if frame.width * frame.height > MOST_PIXELS:
        raise Unfit("pixels")
    if isinstance(frame, JpegImageFile):
        if _waiting(frame) > ROOM:
            raise Unfit("pixels")
        needed = SPARE / scale(frame.size)
        frame.draft(None, (int(frame.width * needed), int(frame.height * needed)))
    if frame.width * frame.height * NARROW.get(frame.mode, 4) + size > ROOM:
        raise Unfit("pixels")


def _waiting(frame: JpegImageFile) -> float:
    """Bytes that the decoder holds back of a picture that comes layer after layer, however small it is wanted."""
    if not frame.info.get("progressive"):
        return 0
    fine = [across * down for _number, across, down, _table in frame.layer]
    return 2 * frame.width * frame.height * sum(fine) / max(fine)


def _upright(picture: Picture, frame: Picture) -> Picture:
    """Turned as the camera says it was held."""
    turn = TURNS.get(frame.getexif().get(ORIENTATION, 1))
    return picture if turn is None else picture.transpose(turn)
