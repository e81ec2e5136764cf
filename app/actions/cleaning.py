"""Files into one clean PDF, in a process of its own (see `app.documents.scans`): nothing there can harm the window.

What the process answers is not believed without a look: a file may have taken it over.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import BinaryIO, cast, get_args

from app import paths
from app.documents.scans import wire
from app.documents.scans.kinds import kind_of
from app.documents.scans.outcome import MOST_PAGES, Cleaned, Code, Unfit
from app.models.pieces import LIMIT, Doubt

__all__ = ["Cleaned", "Cleaner", "Code", "Unfit", "clean", "turn"]

PATIENCE = 120
"""Seconds that one pièce may take."""
GLANCE = 0.05
"""Seconds until somebody who cancels is heard."""
DYING = 1
"""Seconds from the last word of a process to its end."""
SCRUBBING = ("PYTHONMALLOC", "MALLOC_PERTURB_")
"""What the window does to its memory is not needed in a process that ends with the pièce."""
GIVING_BACK = {"MALLOC_MMAP_THRESHOLD_": "1000000"}
"""The memory of each picture goes back to the system at once: the next one needs it."""
ENDS: dict[int, Code] = {-getattr(signal, "SIGXCPU", 24): "slow", -getattr(signal, "SIGKILL", 9): "memory"}
"""What the system ended the process for, by its exit code; a decoder that crashed ends it otherwise."""

Told = Callable[[float], None]
Frame = tuple[bytes, bytes]


def clean(files: Sequence[bytes], cancel: Event, told: Told = lambda _part: None) -> Cleaned:
    """*files* as one pièce, its pages in their order; raises Unfit. *told* hears how much is done, from 0 to 1."""
    if not files:
        raise Unfit("empty")
    for data in files:
        kind_of(data)  # what is no picture or PDF at all is said at once
    with Cleaner() as cleaner:
        return cleaner.clean(files, cancel, told)


def turn(pdf: bytes, page: int, cancel: Event) -> Cleaned:
    """The pièce *pdf* with its *page* (the first is 0) a quarter turned to the right; raises Unfit."""
    with Cleaner() as cleaner:
        return cleaner.ask([(wire.TURN, b"%d" % page), (wire.FILE, pdf)], cancel, lambda _part: None)


class Cleaner:
    """The process: cleans pièces one after the other until it is closed, or dies of one."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603  this very program
            _program(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=paths.ROOT,
            env={name: value for name, value in os.environ.items() if name not in SCRUBBING} | GIVING_BACK,
        )

    def __enter__(self) -> Cleaner:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        with suppress(OSError), self.process:
            pass  # its pipes are closed and it is waited for

    @property
    def alive(self) -> bool:
        """Whether another pièce may be given to it."""
        return self.process.poll() is None

    def clean(self, files: Sequence[bytes], cancel: Event, told: Told = lambda _part: None) -> Cleaned:
        """What `clean` does."""
        return self.ask([(wire.CLEAN, b"%d" % len(files)), *((wire.FILE, data) for data in files)], cancel, told)

    def ask(self, frames: Sequence[Frame], cancel: Event, told: Told) -> Cleaned:
        """Send *frames* and hear the answer; raises Unfit."""
        source, out = cast(BinaryIO, self.process.stdin), cast(BinaryIO, self.process.stdout)
        with self._watched(cancel) as broken_off:
            Thread(target=_feed, args=(source, frames), daemon=True).start()
            try:
                return _answer(out, told)
            except (wire.Cut, OSError, ValueError):
                code = self._end()
                raise Unfit(broken_off[0] if broken_off else code) from None

    def _end(self) -> Code:
        """What the process ended of; one that goes on, and talks nonsense, is ended here."""
        try:
            return ENDS.get(self.process.wait(DYING), "damaged")
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "damaged"

    @contextmanager
    def _watched(self, cancel: Event) -> Iterator[list[Code]]:
        """End the process when somebody cancels, or when it takes too long; why is put into the list."""
        over, why = Event(), list[Code]()
        until = time.monotonic() + PATIENCE

        def watch() -> None:
            while not over.wait(GLANCE):
                if cancel.is_set() or time.monotonic() > until:
                    why.append("cancelled" if cancel.is_set() else "slow")
                    self.process.kill()
                    return

        watcher = Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield why
        finally:
            over.set()
            watcher.join()


def _program() -> list[str]:
    module = [] if getattr(sys, "frozen", False) else ["-m", "app"]
    return [sys.executable, *module, "clean-piece"]


def _feed(source: BinaryIO, frames: Sequence[Frame]) -> None:
    """On a thread of its own: the process tells how far it is before it has been given everything."""
    with suppress(OSError, ValueError):  # it died, or was closed: its answer says so
        for letter, body in frames:
            wire.send(source, letter, body)


def _answer(out: BinaryIO, told: Told) -> Cleaned:
    pages, doubts = 0, list[Doubt]()
    while True:
        letter, body = wire.receive(out, LIMIT)
        if letter == wire.TOLD:
            told(min(1.0, max(0.0, float(body))))
        elif letter == wire.UNFIT:
            raise Unfit(next((code for code in get_args(Code) if code.encode() == body), "damaged"))
        elif letter == wire.DOUBTS:
            number, *words = body.decode().split()
            pages, doubts = int(number), [doubt for doubt in get_args(Doubt) if doubt in words]
        elif letter == wire.DONE and body.startswith(b"%PDF-") and 0 < pages <= MOST_PAGES:
            return Cleaned(body, pages, tuple(doubts))
        else:
            raise wire.Cut
