"""Memory: ``python -m tests.bench.memory bare|visit|fifty`` tells MiB of its own process."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.child import answer, ask
from tests.bench.machine import resident
from tests.bench.row import Row

VISITS, WARM, EACH = 50, 10, 5
"""Visits measured, left out before, and taken together: memory is given back once a second, not at each visit."""
ANSWERS = {
    "caisse": "here", "for_whom": "me", "motives": "care", "care": "surgery", "since": "months", "causes": "cost",
    "engaged": "none", "urgent": "no", "name": "KOVALENKO", "first_name": "Oksana", "nir": "none",
    "birth_date": "14/3/1988", "ways": "call", "phone": "06 39 98 12 34", "voicemail": "yes", "spoken": "fr",
    "consent": "yes", "signature": "drawn",
}  # fmt: skip
"""Written here: ``tests.builders`` brings a reader of PDFs along, which weighs."""


def rows() -> list[Row]:
    """The visit beside the bare window; then fifty in one process, which a terminal never does."""
    bare, visit = ask("memory", "bare"), ask("memory", "visit")
    fifty = ask("memory", "fifty")
    first, middle, last = (
        statistics.median(some) for some in (fifty[:EACH], fifty[VISITS // 2 :][:EACH], fifty[-EACH:])
    )
    beside = (
        f"Rss {visit['Rss']:.0f} MiB against {bare['Rss']:.0f}; Pss, which falls as other programs use Qt too, "
        f"{visit['Pss']:.0f} against {bare['Pss']:.0f}"
    )
    grown = f"Rss {first:.1f} MiB after {WARM} visits, {middle:.1f} half way, {last:.1f} at the end; medians of {EACH}"
    return [
        Row("memory after a visit", visit["Rss"] / bare["Rss"], 2.6, "×", beside),
        Row(f"growth over {VISITS} visits", (last / first - 1) * 100, 2, "%", grown),
    ]


def bare() -> dict[str, float]:
    """A window with nothing but a field."""
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 1024)
    field = QLineEdit(window)
    window.show()
    application.processEvents()
    field.setFocus()
    return _now()


def visit() -> dict[str, float]:
    """A request to its sheets, looked at."""
    with tempfile.TemporaryDirectory() as folder:
        return _visits(Path(folder), 1)[0]


def fifty() -> list[float]:
    """After each visit, the first ones left out."""
    with tempfile.TemporaryDirectory() as folder:
        return [size["Rss"] for size in _visits(Path(folder), WARM + VISITS)[WARM:]]


def _visits(folder: Path, count: int) -> list[dict[str, float]]:
    from tests.bench.painted import anew
    from tests.faults.child import begin, speak_up
    from tests.journeys.person import Person, wait

    application = begin()
    person = Person(folder / "data")
    speak_up()
    sizes = []
    for turn in range(count):
        person.starts()
        person.fills(ANSWERS)
        person.until(lambda: person.sees("preview") is not None, "the sheets")
        if turn + 1 < count or count > 1:
            anew(person)
            wait(20)
        sizes.append(_now())
    del application
    return sizes


def _now() -> dict[str, float]:
    return {kind: resident(kind) for kind in ("Pss", "Rss")}


if __name__ == "__main__":
    answer({"bare": bare, "visit": visit, "fifty": fifty}[sys.argv[1]]())
