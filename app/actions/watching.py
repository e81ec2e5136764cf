"""The folder where a scanner of the network leaves its files: those that come while somebody waits for them."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app.actions.files import FileTrouble, read

SETTLED = 1.0
"""Seconds that a file must have stayed as it is."""
LONG = 30.0
"""The same, for one whose end is not that of its kind: some write page after page, and some end in their own way."""
ENDS = ((b"%PDF-", b"%%EOF"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"\x89PNG", b"IEND"))
NEAR_END = 2048
BEING_MADE = (".part", ".tmp", ".filepart", ".crdownload")


class _Seen(NamedTuple):
    """A file as it was at a look, and since when it has been so."""

    size: int
    changed: int
    since: float


class Watch:
    """Begins when the person asks for a scan. What was there before is somebody else's: it is never given."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Raises FileTrouble when the folder is not there."""
        self._folder, self._clock = folder, clock
        there = dict(_files(folder))
        # By its name and by its number: one that is still being made may be given its true name at its end.
        self._names = set(there)
        self._numbers = {_number(said) for said in there.values()}
        self._growing: dict[str, _Seen] = {}

    def look(self) -> list[bytes]:
        """The files that are whole since the last look, in the order they came, each removed from the folder.

        Raises FileTrouble: `too-big`, of a file that is then left where it is; `gone` or `denied`, of the folder.
        """
        taken: list[bytes] = []
        for name in filter(self._settled, self._ours()):
            try:
                taken.append(self._take(name))
            except FileTrouble as trouble:
                if trouble.code == "gone":
                    continue
                if taken:  # they are out of the folder: this one is told at the next look
                    break
                self._names.add(name)
                raise
        return taken

    def _ours(self) -> list[str]:
        """What came since the beginning, oldest first; each is looked at."""
        now, there = self._clock(), dict(_files(self._folder))
        self._names &= there.keys()  # a name and a number can serve again
        self._numbers &= {_number(said) for said in there.values()}
        came = {name: said for name, said in there.items() if _named(name) and not self._earlier(name, said)}
        self._growing = {name: self._seen(name, said, now) for name, said in came.items()}
        return sorted(came, key=lambda name: (came[name].st_mtime_ns, name))

    def _earlier(self, name: str, said: os.stat_result) -> bool:
        return name in self._names or _number(said) in self._numbers

    def _seen(self, name: str, said: os.stat_result, now: float) -> _Seen:
        before = self._growing.get(name)
        same = before is not None and (before.size, before.changed) == (said.st_size, said.st_mtime_ns)
        return _Seen(said.st_size, said.st_mtime_ns, before.since if before and same else now)

    def _settled(self, name: str) -> bool:
        """Whether it has stayed the same for long enough, and nobody writes to it any more."""
        seen = self._growing[name]
        quiet = self._clock() - seen.since
        if seen.size == 0 or quiet < SETTLED:
            return False
        with suppress(OSError):
            return not _held(self._folder / name) and (quiet >= LONG or _ended(self._folder / name))
        return False

    def _take(self, name: str) -> bytes:
        """Its bytes, once: a file that cannot be removed is not taken again."""
        data = read(self._folder / name)
        try:
            (self._folder / name).unlink()
        except OSError:
            self._names.add(name)
        return data


def count(folder: Path) -> int:
    """How many files lie there; raises FileTrouble."""
    return sum(1 for _ in _files(folder))


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every plain file, hidden or not; a link is none."""
    try:
        with os.scandir(folder) as found:
            for entry in found:
                with suppress(FileNotFoundError):
                    said = os.stat(entry.path, follow_symlinks=False)  # DirEntry.stat has no number on Windows
                    if stat.S_ISREG(said.st_mode):
                        yield entry.name, said
    except OSError as error:
        raise FileTrouble("denied" if isinstance(error, PermissionError) else "gone") from None


def _named(name: str) -> bool:
    """Whether it has its true name: many are hidden, or named otherwise, while they are being made."""
    return not name.startswith(".") and not name.lower().endswith(BEING_MADE)


def _number(said: os.stat_result) -> tuple[int, int]:
    return said.st_dev, said.st_ino


def _ended(place: Path) -> bool:
    """Whether it ends as files of its kind do; a kind that has no such end says nothing."""
    with place.open("rb") as file:
        start = file.read(8)
        file.seek(max(0, os.fstat(file.fileno()).st_size - NEAR_END))
        last = file.read()
    return all(end in last for begins, end in ENDS if start.startswith(begins))


def _held(place: Path) -> bool:
    """Whether somebody has it open to write, as far as this system tells: it leases a file only when nobody does."""
    try:
        import fcntl
    except ImportError:
        return False
    with place.open("rb") as file:
        try:
            fcntl.fcntl(file, fcntl.F_SETSIG, _quiet())
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except BlockingIOError:
            return True
        except OSError:
            return False
    return False


def _quiet() -> int:
    """The signal for a lease that is broken within its microseconds: one that ends nothing (SIGIO would)."""
    import signal

    return int(signal.SIGURG)
