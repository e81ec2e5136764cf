"""Reading a file that somebody else made."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from app.documents.scans.outcome import MOST_BYTES

Code = Literal["too-big", "gone", "denied"]


class FileTrouble(Exception):
    """A file or a folder cannot be read: it is too big, its stick was pulled, or it is not for us."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: Code = code


def read(place: Path) -> bytes:
    """A plain file, if it is not too big: what is not one (a pipe, a device) is never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with troubles(), open(place, "rb", opener=lambda path, _flags: os.open(path, flags)) as file:
        said = os.fstat(file.fileno())
        if not stat.S_ISREG(said.st_mode):
            raise FileTrouble("denied")
        if said.st_size > MOST_BYTES:
            raise FileTrouble("too-big")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:  # it grew
        raise FileTrouble("too-big")
    return data


@contextmanager
def troubles() -> Iterator[None]:
    """What the system refuses, as FileTrouble; its words name files: they are not carried further."""
    try:
        yield
    except OSError as error:
        refused = error.errno in (errno.EACCES, errno.EPERM, errno.ELOOP, errno.EISDIR)
        raise FileTrouble("denied" if refused else "gone") from None
