"""A JPEG inside a PDF, without what cameras and programs write beside the picture: where, when, by whom."""

from __future__ import annotations

from app.documents.scans.outcome import Unfit

SCAN, END = 0xDA, 0xD9
KEPT = frozenset({0xE0, 0xEE})
"""Of the segments for applications: JFIF, and Adobe's, which says how the colours are to be read."""
COMMENT = 0xFE


def bare(data: bytes) -> bytes:
    """The picture *data* from its first segment to its end, and nothing else; raises Unfit("damaged")."""
    if not data.startswith(b"\xff\xd8"):
        raise Unfit("damaged")
    kept, at = [data[:2]], 2
    while True:
        at = _marker(data, at)
        kind = data[at + 1]
        if kind == END:
            return b"".join((*kept, data[at : at + 2]))
        after = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == SCAN:
            after = _scan_end(data, after)
        if not (0xE0 <= kind <= 0xEF or kind == COMMENT) or kind in KEPT:
            kept.append(data[at:after])
        at = after


def _marker(data: bytes, at: int) -> int:
    """Where the marker at *at* is, after the bytes that may fill up before it."""
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    if len(data) < at + 2 or data[at] != 0xFF:
        raise Unfit("damaged")
    return at


def _scan_end(data: bytes, at: int) -> int:
    """Where the points that begin at *at* end: at the first marker that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Unfit("damaged")
        if data[at + 1] == 0xFF:
            at += 1
        elif data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at
