"""What a file is, told by its first bytes: its name says what somebody likes."""

from __future__ import annotations

from typing import Literal

from app.documents.scans.outcome import MOST_BYTES, Unfit

Kind = Literal["jpeg", "png", "tiff", "heic", "pdf"]

STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"%PDF-", "pdf"),
)
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
"""Of a still picture coded as H.265; the two last are wider, and the decoder says what it cannot read."""
BEFORE_PDF = 1024
"""A printer's words or a byte order mark may stand before a PDF begins."""
OTHERS = (
    b"PK",
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"<",
    b"GIF8",
    b"RIFF",
    b"{",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z",
    b"\x1f\x8b",
)
"""Starts of what is never a PDF, whatever follows: archives, programs, pages of the web, letters of an office."""


def kind_of(data: bytes) -> Kind:
    """The kind of the file *data*; raises Unfit: empty, too-big, unknown."""
    if not data:
        raise Unfit("empty")
    if len(data) > MOST_BYTES:
        raise Unfit("too-big")
    for start, kind in STARTS:
        if data.startswith(start):
            return kind
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return "heic"
    if b"%PDF-" in data[:BEFORE_PDF] and not data.startswith(OTHERS):
        return "pdf"
    raise Unfit("unknown")
