"""What a search found, on the screen: from the end of the pause to the painted frame, over every question."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.flows import search
from tests.bench.child import answer, ask
from tests.bench.row import Row, at
from tests.bench.search import questions
from tests.faults.child import begin, speak_up
from tests.journeys.person import BORNE, Person, wait

FRAME = 1000 / 60
WINDOWS = ((1280, 1024), (1080, 1920))
PAUSE_MS = 20
"""Shorter than a person's, for there are a thousand; what is done after it is the same."""


def rows() -> list[Row]:
    """A row for each window; the real catalogue, in the language of each question."""
    times: dict[str, list[float]] = ask("results")
    return [_row(window, found) for window, found in times.items()]


def _row(window: str, found: list[float]) -> Row:
    beside = f"p95; p50 {at(0.5, found):.1f} ms, longest {max(found):.1f}; {len(found)} searches in three languages"
    return Row(f"results on screen, {window}", at(0.95, found), FRAME, "ms", beside)


def main() -> None:
    """Each window, one after the other, in one process."""
    application = begin()  # noqa: F841  it lives as long as this process
    answer({f"{across} × {down}": list(_times(across, down)) for across, down in WINDOWS})


def _times(across: int, down: int) -> Iterator[float]:
    search.PAUSE_MS, search.AHEAD_MS = PAUSE_MS, PAUSE_MS // 2
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Path(folder) / "data", BORNE, (across, down))
        speak_up()
        for language, asked in groupby(questions(), lambda question: question[0]):
            person.shell.speak(language)
            person.touches("search.open")
            person.shell.close_keyboard()
            yield from [_shown(person, typed) for _language, typed in asked]
            person.touches("home")
        person.is_cut_off()


def _shown(person: Person, typed: str) -> float:
    """Milliseconds from the end of the pause after *typed* until what answers is painted."""
    assert person.visit.browse
    flow, field = person.visit.browse.findChild(search.Search), person.finds("search")
    assert flow
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    shown = Shown(flow._pause, person.shell.content)
    shown.wait()
    wait()
    return shown.taken


class Shown(QObject):
    """Ends its loop once *pause* has ended, and after it *screen* was painted and the frame is whole."""

    def __init__(self, pause: QTimer, screen: QWidget) -> None:
        super().__init__()
        self._pause, self._loop = pause, QEventLoop()
        self.ended = self.taken = 0.0
        self._seen = False
        for watched in (pause, screen):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pause and event.type() == QEvent.Type.Timer:
            self.ended = time.perf_counter()
        elif self.ended and event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def wait(self) -> None:
        """Until then."""
        QTimer.singleShot(5000, self._loop.quit)
        self._loop.exec()
        assert self.taken, "the results were never painted"

    def _tell(self) -> None:
        self.taken = (time.perf_counter() - self.ended) * 1000
        self._loop.quit()


if __name__ == "__main__":
    main()
