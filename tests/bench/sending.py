"""From « Envoyer ma demande » to the painted last screen: ``python -m tests.bench.sending`` tells the time of each."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.bench.child import answer, ask
from tests.bench.painted import Painted, going_on
from tests.bench.row import Row, at
from tests.faults.child import begin, speak_up
from tests.journeys.halls import about_to_sign
from tests.journeys.person import wait
from tests.journeys.visits import VISITS
from tests.sync.hall import Hall

TIMES = 12
TOLD = VISITS["borne alone"]


def rows() -> list[Row]:
    """Each at a terminal of its own, in one process; the gateway answers."""
    taken: list[float] = ask("sending")
    beside = (
        f"{len(taken)} requests, p50 {at(0.5, taken):.0f}, the first, which loads the PDF's library, {taken[0]:.0f}"
    )
    return [Row("submit → last screen, touch to paint, p95", at(0.95, taken), 300, "ms", beside)]


def main() -> None:
    """Send one request from each of several data folders."""
    application = begin()  # noqa: F841  it lives as long as this process
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "gateway").mkdir()
        hall = Hall(Path(folder) / "gateway")
        taken = [_send(Path(folder) / str(turn), hall) for turn in range(TIMES)]
        hall.close()
    answer(taken)


def _send(folder: Path, hall: Hall) -> float:
    folder.mkdir()
    person = about_to_sign(folder, hall, TOLD)
    speak_up()
    person.answers(TOLD.answers)
    wait(30)
    begun = time.perf_counter()
    going_on(person)
    while person.sees("cancel.code") is None:
        wait(1)
    Painted(person.shell.content).wait()
    taken = (time.perf_counter() - begun) * 1000
    person.is_cut_off()
    return taken


if __name__ == "__main__":
    main()
