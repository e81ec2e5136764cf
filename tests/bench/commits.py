"""A commit on a slow disk: ``python -m tests.bench.commits`` under strace, which delays each sync by 10 ms."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from app.actions import drafts
from tests.bench.child import answer, ask
from tests.bench.machine import syncs
from tests.bench.row import Row, at
from tests.faults.child import begin, speak_up
from tests.faults.order import can_trace
from tests.journeys.person import Person, wait

COMMITS = 300
STRACE = (
    "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=fsync,fdatasync",
    "-e", "inject=fsync,fdatasync:delay_exit=10000", "-o", "/dev/null",
)  # fmt: skip


def rows() -> list[Row]:
    """Both rows of one run; none where strace may not trace."""
    if not can_trace():
        return []
    told = ask("commits", under=STRACE)
    kept, shown, bare, gaps = told["kept"], told["shown"], told["bare"], told["gaps"]
    beside = (
        f"{len(kept)} commits of one answer and its place, p50 {at(0.5, kept):.1f}; bare fdatasync of 4 KiB in the "
        f"same run p50 {at(0.5, bare):.1f}, p99 {at(0.99, bare):.1f}; until « Enregistré » p99 {at(0.99, shown):.1f}"
    )
    still = f"longest of {len(gaps)} gaps of a 1 ms timer while commits were on their way; p99 {at(0.99, gaps):.1f}"
    return [
        Row("commit, each sync delayed by 10 ms, p99", at(0.99, kept), 15, "ms", beside),
        Row("event loop held up during commits, longest", max(gaps), 16, "ms", still),
    ]


class Clocks:
    """How long each commit takes on the store thread, until it is shown, and what the event loop does meanwhile."""

    def __init__(self, person: Person) -> None:
        self.kept: list[float] = []
        self.shown: list[float] = []
        self.gaps: list[float] = []
        assert person.visit.request
        self._keeper = person.visit.request.work.keeper
        self._keeper.saved.connect(self._saved)
        self._begun = self._ticked = 0.0
        self._under_way = False
        drafts.keep = self._timed(drafts.keep)
        self._timer = QTimer(person.shell)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def commit(self) -> None:
        """Flush what was typed, and wait until it is shown as saved."""
        self._begun = self._ticked = time.perf_counter()
        self._under_way = True
        self._keeper.flush()
        while self._under_way:
            wait(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._under_way:
            self.gaps.append((now - self._ticked) * 1000)
        self._ticked = now

    def _saved(self) -> None:
        if self._under_way:
            self.shown.append((time.perf_counter() - self._begun) * 1000)
        self._under_way = False

    def _timed(self, keep):
        def timed(*arguments):
            begun = time.perf_counter()
            keep(*arguments)
            if self._under_way:
                self.kept.append((time.perf_counter() - begun) * 1000)

        return timed


def main() -> None:
    """Type a letter, commit, again."""
    application = begin()  # noqa: F841  it lives as long as this process
    with tempfile.TemporaryDirectory() as folder:
        bare = syncs(Path(folder), 100)
        person = Person(Path(folder) / "data")
        speak_up()
        person.starts()
        person.fills({"caisse": "here", "for_whom": "me", "motives": "rights", "urgent": "no"}, until="names")
        person.finds("name").setFocus()
        wait(200)
        clocks = Clocks(person)
        for turn in range(COMMITS):
            person.presses("abcdefgh"[turn % 8] if turn % 16 < 8 else Qt.Key.Key_Backspace)
            clocks.commit()
    answer({"kept": clocks.kept, "shown": clocks.shown, "gaps": clocks.gaps, "bare": bare})


if __name__ == "__main__":
    main()
