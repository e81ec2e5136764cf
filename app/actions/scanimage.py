"""SANE's ``scanimage`` at work: heard as it goes, stopped when asked or when it stalls, never left behind.

Tried with sane-backends 1.1.1. One run in fifty, after an error of the device, never ends: its last words tell the
error, and it is killed. With ``-p`` it says how far it is at every turn, so a silence is a stall; and it dies of its
broken pipe when the program that started it was killed.
"""

from __future__ import annotations

import os
import re
import selectors
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Literal

BEAT = 0.05
"""Seconds between two looks at whether it must stop."""
GRACE = 0.6
"""Seconds in which it may stop by itself, its carriage brought home, before it is killed."""
CHUNK = 1 << 18
TAIL = 4000
"""Bytes of its last words that are looked at."""
KEPT = ("PATH", "HOME", "LD_LIBRARY_PATH_ORIG", "SANE_CONFIG_DIR", "XDG_RUNTIME_DIR")
"""What it is told of our environment."""
WORDS = re.compile(rb"(open of device|sane_start|sane_read)[^\r\n]*: ([A-Z][^\r\n:]+)[\r\n]")
"""An error of the device, the same in every language: nothing translates it."""


class NoProgram(Exception):
    """``scanimage`` is not there, or cannot be started."""


@dataclass(frozen=True)
class Ended:
    """How it ended: its exit code (None: it was killed), why it was stopped, and the device's error as it said it."""

    code: int | None
    stopped: Literal["", "cancelled", "slow"] = ""
    step: str = ""
    error: str = ""


def run(
    arguments: Sequence[str], folder: Path, cancel: Event, heard: Callable[[bytes], None], patience: float
) -> Ended:
    """Run it in *folder*; *heard* is given what it prints; *patience*: seconds of silence. Raises NoProgram."""
    with _started(arguments, folder) as process, selectors.DefaultSelector() as pipes:
        last = _Words()
        for pipe, hear in ((process.stdout, heard), (process.stderr, last.hear)):
            if pipe:
                pipes.register(pipe, selectors.EVENT_READ, hear)
        stopped = _listen(process, pipes, last, cancel, patience)
        code = _stop(process, pipes) if stopped else _end(process)
        step, error = last.error()
        return Ended(code, "" if error and stopped == "slow" else stopped, step, error)


class _Words:
    """What it says beside its pages; none of it goes further than this module."""

    def __init__(self) -> None:
        self._tail = b""

    def hear(self, said: bytes) -> None:
        self._tail = (self._tail + said)[-TAIL:]

    def error(self) -> tuple[str, str]:
        """At which step the device failed, and the error; nothing when it did not."""
        found = WORDS.findall(self._tail + b"\n")
        return (found[-1][0].decode(), found[-1][1].decode(errors="replace")) if found else ("", "")


def _listen(
    process: subprocess.Popen[bytes], pipes: selectors.BaseSelector, last: _Words, cancel: Event, patience: float
) -> Literal["", "cancelled", "slow"]:
    """Until it has nothing more to say, or must stop."""
    since = time.monotonic()
    while pipes.get_map():
        if cancel.is_set():
            return "cancelled"
        if _hear(pipes):
            since = time.monotonic()
        elif process.poll() is not None:  # one that it started itself may still hold its pipes
            return ""
        elif time.monotonic() - since > (GRACE if last.error()[1] else patience):
            return "slow"
    return ""


def _hear(pipes: selectors.BaseSelector) -> bool:
    """Whether something was said within a beat."""
    ready = pipes.select(BEAT)
    for key, _ in ready:
        if said := os.read(key.fd, CHUNK):
            key.data(said)
        else:
            pipes.unregister(key.fileobj)
    return bool(ready)


@contextmanager
def _started(arguments: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """In a session of its own, that ends with it: a driver may start processes too."""
    program = shutil.which("scanimage")
    if program is None:
        raise NoProgram
    try:
        process = subprocess.Popen(  # noqa: S603 not a shell
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
            bufsize=0,
        )
    except OSError:
        raise NoProgram from None
    with process:
        try:
            yield process
        finally:
            _kill(process)


def _environment(folder: Path) -> dict[str, str]:
    """As little as it needs; a packed program's own libraries are not for others."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    libraries = kept.pop("LD_LIBRARY_PATH_ORIG", "")
    return (
        kept
        | {"LC_ALL": "C", "LANG": "C", "TMPDIR": str(folder)}
        | ({"LD_LIBRARY_PATH": libraries} if libraries else {})
    )


def _end(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(GRACE)
    except subprocess.TimeoutExpired:
        return None


def _stop(process: subprocess.Popen[bytes], pipes: selectors.BaseSelector) -> int | None:
    """Ask it to stop, as Ctrl+C does, and listen meanwhile: a full pipe would hold it. None: it does not stop."""
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGINT)
    for key in list(pipes.get_map().values()):
        pipes.modify(key.fileobj, selectors.EVENT_READ, lambda _said: None)
    end = time.monotonic() + GRACE
    while process.poll() is None and time.monotonic() < end:
        _hear(pipes)
    return process.poll()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
