"""A pièce whose way is cut at every twentieth of it, every other time by ``kill -9`` of the terminal: it arrives whole,
once, and what was sent in all is hardly more than the pièce.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

from app.actions import papers, submit
from app.actions.submit import Prepared
from app.forms import mas
from app.models.pieces import Kept
from app.protocol.text import sha256
from app.store import pieces
from app.store.parts import PAGE
from tests.builders import mas_answers, valmont
from tests.faults.child import ENVIRONMENT
from tests.sync.hall import Hall, draft, pass_on, terminal
from tests.sync.hostile import cut

CUTS = 20
PATIENCE = 120
"""Seconds after which a terminal that has not sent all is stuck."""
STARTS = CUTS + 2
"""Processes of the terminal, at most."""


@dataclass
class Tally:
    """What came of it: *size* of the sealed pièce, bytes *begun* in bodies of PATCH.

    *grown*: megabytes by which the last process of the terminal grew, at most.
    """

    size: int = 0
    begun: int = 0
    cuts: int = 0
    kills: int = 0
    grown: int = 0
    failures: list[str] = field(default_factory=list)


class Line:
    """What stands in the way: it breaks when a twentieth of the pièce has passed, once for each."""

    def __init__(self, size: int, tally: Tally) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self._tally = tally
        self._places = [size * (number + 1) // CUTS - (number + 1 == CUTS) for number in range(CUTS)]

    def __call__(self, handler: Any) -> None:
        """One question: passed on, unless the line breaks in the middle of its body."""
        if handler.command != "PATCH":
            pass_on(handler)
            return
        start, length = (int(handler.headers[name]) for name in ("Upload-Offset", "Content-Length"))
        self._tally.begun += length
        if self._places and self._places[0] < start + length:
            handler.rfile.read(max(0, self._places.pop(0) - start))
            self._break(handler)
        else:
            pass_on(handler)

    def _break(self, handler: Any) -> None:
        self._tally.cuts += 1
        if self._tally.cuts % 2 == 0 and self.process:
            self._tally.kills += 1
            self.process.kill()
        cut(handler)


def run(megabytes: int, seed: int) -> Tally:
    """One pièce of so many megabytes: more than a terminal takes, the gateway's limit is raised for it."""
    tally, dice = Tally(), Random(seed)  # noqa: S311  to be played again from its seed
    with tempfile.TemporaryDirectory(prefix="guichet-uploads-") as place:
        gateway = Path(place) / "gateway"
        gateway.mkdir()
        hall = Hall(gateway, piece_limit=2 * megabytes * 1_000_000)
        try:
            pdf = dice.randbytes(megabytes * 1_000_000)
            made = _queued(Path(place) / "data", hall, pdf)
            tally.size = made.sealed.manifest.parts[1].size
            _send(Path(place) / "data", hall, tally)
            tally.failures += [f"seed {seed}: {wrong}" for wrong in _wrong(hall, made, pdf, tally)]
        finally:
            hall.close()
    return tally


def _queued(folder: Path, hall: Hall, pdf: bytes) -> Prepared:
    """A request in the outbox of a terminal, its pièce *pdf* larger than the program itself would take."""
    db, now = terminal(folder, hall), datetime.now().astimezone()
    keys = draft(db)
    kept = Kept("paper", 1, len(pdf), sha256(pdf), "scanner")
    pieces.put(db, keys, kept, pdf, datetime.now(UTC), 7)
    saisine = replace(papers.saisine(mas.FORM, mas_answers(), os.urandom(16), now), kept={"paper": kept})
    begun = submit.start(db)
    assert begun
    staged = submit.stage_all(db, keys, saisine, valmont(), begun, now)
    prepared = submit.prepare(saisine, valmont(), begun, now, None, staged)
    submit.queue(db, prepared, keys.id)
    submit.tidy(db)
    db.close()
    return prepared


def _send(folder: Path, hall: Hall, tally: Tally) -> None:
    """Start the terminal, again each time that it was killed, until nothing waits."""
    line = Line(tally.size, tally)
    hall.crowd[:] = [line] * 10_000
    for _start in range(STARTS):
        command = [sys.executable, "-m", "tests.faults.uploader", str(folder)]
        with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE) as process:
            line.process = process
            stuck = Timer(PATIENCE, process.terminate)
            stuck.start()
            told = list(_told(process))
            stuck.cancel()
        if process.returncode != -9:
            tally.grown = told[-1]["grown"] if told else 0
            return


def _told(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    assert process.stdout
    for line in process.stdout:
        if line.endswith(b"\n"):
            yield json.loads(line)


def _wrong(hall: Hall, made: Prepared, pdf: bytes, tally: Tally) -> Iterator[str]:
    if tally.cuts != CUTS:
        yield f"the line was cut {tally.cuts} times"
    if hall.has() != [made.reference]:
        yield f"at the gateway: {hall.has()}"
    elif hall.opened(made.reference, 1)["piece.pdf"] != pdf:
        yield "what the caisse opens is not what was sent"
    if tally.begun > tally.size + CUTS * PAGE:
        yield f"{tally.begun} bytes were sent, of {tally.size}"
