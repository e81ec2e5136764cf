"""A child process that tells what it does, one JSON line at a time, and is killed when it is time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from threading import Timer
from typing import Any, Self, TypeVar

from tests.faults.child import ENVIRONMENT

PATIENCE = 20
"""Seconds after which a process that tells nothing is stuck."""
CHAIN = 5
"""Kills of one draft, or of one terminal."""
AT_ONCE = 2
STANDS = ("began", "intact")
"""Lines from which on the time of a plug without a line runs."""


@dataclass(frozen=True)
class Plug:
    """When it is pulled: *seconds* after the program stands; or at the *count*-th line that tells *line*, if sooner.

    *delay*: seconds more after that line.
    """

    line: str
    count: int
    seconds: float
    delay: float = 0.0


@dataclass
class Told:
    """The lines of one process, whether we ended it, and its last words if not."""

    lines: list[dict[str, Any]]
    ours: bool
    words: str


@dataclass
class Tally:
    """What came of it; a kind says what else is counted."""

    kills: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other: Self) -> None:
        """Count *other* too."""
        for counted in fields(self):
            setattr(self, counted.name, getattr(self, counted.name) + getattr(other, counted.name))


Kind = TypeVar("Kind", bound=Tally)


def chains(chain: Callable[[int], Kind], total: Kind, kills: int, seed: int) -> Kind:
    """Chains of ``CHAIN`` kills, at least *kills* in all, several at once, all from *seed*; counted in *total*."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for tally in pool.map(chain, range(seed, seed - (-kills // CHAIN))):
            total.add(tally)
    return total


def stay(module: list[str], plug: Plug) -> Told:
    """Run *module* (its name, then its arguments) until *plug* is pulled."""
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen(
            [sys.executable, "-m", *module], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=errors
        ) as process:
            lines = list(_until_killed(process, plug))
        errors.seek(0)
        return Told(lines, process.returncode == -9, errors.read().decode(errors="replace")[-1500:])


def _until_killed(process: subprocess.Popen[bytes], plug: Plug) -> Iterator[dict[str, Any]]:
    """Every whole line of *process*."""
    assert process.stdout
    timers = [_in(PATIENCE, process.kill)]
    seen = 0
    for line in process.stdout:
        if not line.endswith(b"\n"):
            break
        told = json.loads(line)
        if any(word in told for word in STANDS):
            timers.append(_in(plug.seconds, process.kill))
        seen += plug.line in told
        if seen == plug.count and plug.line in told:
            timers.append(_in(plug.delay, process.kill))
        yield told
    for timer in timers:
        timer.cancel()


def _in(seconds: float, act: Callable[[], None]) -> Timer:
    timer = Timer(seconds, act)
    timer.start()
    return timer
