"""What travels between the window and the process that cleans: frames of one letter, a length, and as many bytes."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

from app.documents.scans.outcome import MOST_BYTES

CLEAN, TURN, FILE = b"c", b"t", b"f"
"""To the process: begin with so many files; turn a page of the file that follows; a file."""
TOLD, UNFIT, DOUBTS, DONE = b"p", b"u", b"d", b"o"
"""From it: how much is done; why not; the number of pages and the doubts, in words; the PDF."""
HEAD = Struct(">cQ")
PIECE = 1 << 16


class Cut(Exception):
    """The other end is gone, or does not speak as we do."""


def send(out: BinaryIO, letter: bytes, body: bytes) -> None:
    """Write one frame, and let it go."""
    out.write(HEAD.pack(letter, len(body)))
    out.write(body)
    out.flush()


def receive(source: BinaryIO, most: int = MOST_BYTES) -> tuple[bytes, bytes]:
    """The next frame, its letter and its body; raises Cut at an end, and before a body of more than *most* bytes."""
    letter, size = HEAD.unpack(_exactly(source, HEAD.size))
    if size > most:
        raise Cut
    return letter, _exactly(source, size)


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise Cut
    return data


def files(source: BinaryIO, count: int) -> Iterator[bytes]:
    """The next *count* files, each once the one before is done with."""
    for _file in range(count):
        yield receive(source)[1]
