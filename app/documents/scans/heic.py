"""The pictures of telephones: HEIC, whose decoder turns them upright by itself."""

from __future__ import annotations

from PIL import Image

from app.documents.scans.outcome import MOST_PIXELS, Unfit
from app.documents.scans.plain import Picture, coarse


def picture(data: bytes) -> Picture:
    """The chief picture of the file; raises Unfit, or what the decoder raises of a damaged one."""
    import pi_heif

    pi_heif.options.THUMBNAILS = pi_heif.options.DEPTH_IMAGES = pi_heif.options.AUX_IMAGES = False
    pi_heif.options.DECODE_THREADS = 1
    file = pi_heif.open_heif(data)
    image = file[file.primary_index]
    if image.size[0] * image.size[1] > MOST_PIXELS:
        raise Unfit("pixels")
    rows, stride, mode, wide = memoryview(image.data), image.stride, image.mode, image.size[0]  # decoded here

    def band(top: int, end: int) -> Picture:
        return Image.frombytes(mode, (wide, end - top), bytes(rows[top * stride : end * stride]), "raw", mode, stride)

    return coarse(image.size, band)
