"""A private folder in memory, for what a device must write as files (security.md, Temp files)."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.actions import mounts

PREFIX = "guichet-scan-"
SHARED = Path("/dev/shm")  # noqa: S108 nothing there is named by us: mkdtemp does, and opens it to us alone


class NotInMemory(Exception):
    """This machine has no place in memory for files: on a disk, they could be found again."""


def place() -> Path | None:
    """Where such a folder can be made; None: nowhere."""
    told = os.environ.get("XDG_RUNTIME_DIR")
    places = [*([Path(told)] if told else []), SHARED]
    return next((one for one in places if os.access(one, os.W_OK | os.X_OK) and mounts.in_memory(one)), None)


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder of our own, removed with all it holds; what a killed program left is removed before."""
    sweep()
    where = place()
    if where is None:
        raise NotInMemory
    made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=where))
    with _held(made):
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)


def sweep() -> None:
    """Remove the folders that a killed program left: whoever uses one holds it, and the system lets go for the dead."""
    for left in left_behind():
        with suppress(OSError), _held(left):
            shutil.rmtree(left, ignore_errors=True)


def left_behind() -> list[Path]:
    """Our folders, in use or not."""
    where = place()
    found = where.glob(f"{PREFIX}*") if where else ()
    return [one for one in found if _ours(one)]


def _ours(one: Path) -> bool:
    with suppress(OSError):  # gone since
        said = one.lstat()
        return stat.S_ISDIR(said.st_mode) and said.st_uid == os.getuid()
    return False


@contextmanager
def _held(one: Path) -> Iterator[None]:
    """Raises OSError when another process holds it; a program that this one starts does not inherit the hold."""
    import fcntl

    handle = os.open(one, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
