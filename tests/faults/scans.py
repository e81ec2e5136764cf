"""A scanner that fails in every way it knows, is unplugged and is stopped at any moment: what came is never lost,
nothing is left in memory, and nothing is left running."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event

import pytest

from app.actions.scanning import ScanTrouble, scan
from tests.actions import sane
from tests.actions.sane import DEVICE, FEEDER, QUICK, SLOW, STATUSES, After, Scanner

WHOLE = 10
"""Sheets that SANE's scanner has in its feeder."""


@dataclass
class Tally:
    """What was tried, and what went wrong."""

    scans: int = 0
    pages: int = 0
    failures: list[str] = field(default_factory=list)


def run(count: int, seed: int) -> Tally:
    """*count* scans of each kind."""
    dice, tally = Random(seed), Tally()  # noqa: S311  to be played again from its seed
    if shutil.which("scanimage") is None:
        tally.failures.append("scanimage is missing (Debian: sane-utils)")
        return tally
    with (
        tempfile.TemporaryDirectory() as place,
        pytest.MonkeyPatch.context() as patch,
        contextmanager(sane.scanner)(Path(place), patch) as scanner,
    ):
        for turn in range(count):
            for kind in (_whole, _failing, _stopped, _unplugged):
                said = kind(scanner, dice, tally)
                said = said or ", ".join(map(str, [*scanner.left(), *scanner.running()]))
                tally.scans += 1
                tally.failures += [f"scan {kind.__name__} {turn}, seed {seed}: {said}"] if said else []
    return tally


def _whole(scanner: Scanner, _dice: Random, tally: Tally) -> str:
    scanner.told(QUICK)
    return _told("", WHOLE, FEEDER, tally)


def _failing(scanner: Scanner, dice: Random, tally: Tally) -> str:
    status = dice.choice(list(STATUSES))
    scanner.fails(status)
    return _told(STATUSES[status], 0, dice.choice(["", FEEDER]), tally)


def _stopped(scanner: Scanner, dice: Random, tally: Tally) -> str:
    scanner.told(*SLOW)
    return _told("cancelled", 0, dice.choice(["", FEEDER]), tally, After(dice.randrange(40)))


def _unplugged(scanner: Scanner, dice: Random, tally: Tally) -> str:
    """Its driver dies after some page."""
    scanner.told("resolution_max 50.0", "read-delay true", "read-delay-duration 10000")
    last = dice.randrange(1, WHOLE)

    def unplug(pages: int) -> None:
        if pages == last:
            for process in scanner.running():
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)

    return _told("unplugged", last, FEEDER, tally, told=unplug)


def _told(
    code: str,
    pages: int,
    source: str,
    tally: Tally,
    cancel: Event | None = None,
    told: Callable[[int], None] = lambda _pages: None,
) -> str:
    """What is wrong with how a scan ended, if anything; *pages*: how many it must give at least."""
    ended = ""
    try:
        came = scan(DEVICE, source, cancel or Event(), told)
    except ScanTrouble as trouble:
        ended, came = trouble.code, trouble.pages
    tally.pages += len(came)
    whole = all(page.startswith(b"\xff\xd8") and page.endswith(b"\xff\xd9") for page in came)
    fine = ended == code and whole and pages <= len(came) <= WHOLE
    return "" if fine else f"« {ended} » and {len(came)} pages, instead of « {code} » and {pages}"
