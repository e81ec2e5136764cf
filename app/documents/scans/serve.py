"""One pièce after the other, as the process that cleans is asked for them."""

from __future__ import annotations

from typing import BinaryIO

from app.documents.scans import treat, wire
from app.documents.scans.outcome import Cleaned, Unfit


def serve(source: BinaryIO, out: BinaryIO) -> None:
    """Read what is asked, and answer; raises `wire.Cut` when nothing more is asked."""
    letter, number = wire.receive(source)
    count = int(number) if letter == wire.CLEAN else 1
    files = wire.files(source, count)

    def told(share: float) -> None:
        wire.send(out, wire.TOLD, b"%.3f" % share)

    try:
        made = treat.clean(files, count, told) if letter == wire.CLEAN else treat.turn(next(files), int(number), told)
    except Unfit as unfit:
        for _file in files:
            pass  # the rest of a pièce that is refused
        wire.send(out, wire.UNFIT, unfit.code.encode())
    else:
        _answer(out, made)


def _answer(out: BinaryIO, made: Cleaned) -> None:
    wire.send(out, wire.DOUBTS, " ".join([str(made.pages), *made.doubts]).encode())
    wire.send(out, wire.DONE, made.pdf)
