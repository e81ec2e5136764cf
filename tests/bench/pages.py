"""The next page, over whole forms: ``python -m tests.bench.pages`` tells the time of each, by name."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.child import answer, ask
from tests.bench.painted import anew, going_on
from tests.bench.row import Row, at
from tests.builders import SECOND, mas_answers
from tests.faults.child import begin, speak_up
from tests.journeys.person import Person, wait

FORMS = 20
LIMIT = 25


def rows() -> list[Row]:
    """Every page of a request with its second side, many times, in one process."""
    times: dict[str, list[float]] = ask("pages")
    every = [one for page in times.values() for one in page]
    slow = sorted(times, key=lambda page: -at(0.5, times[page]))[:3]
    worst = ", ".join(f"{page} {at(0.5, times[page]):.0f}" for page in slow)
    beside = f"{len(every)} pages, p50 {at(0.5, every):.1f}, max {max(every):.1f}; slowest by median: {worst}"
    return [Row("next page, touch to paint, p95", at(0.95, every), LIMIT, "ms", beside)]


def main() -> None:
    """Fill and erase forms; the first one warms up."""
    application = begin()  # noqa: F841  it lives as long as this process
    times: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Path(folder) / "data")
        speak_up()
        for turn in range(FORMS + 1):
            _fill(person, times if turn else defaultdict(list))
            anew(person)
    answer(times)


def _fill(person: Person, times: dict[str, list[float]]) -> None:
    person.starts()
    answers = mas_answers(**SECOND)
    while person.step != "sign":
        person.answers(answers)
        wait(30)  # as nobody is faster: the commit of the last answer is not what is measured
        taken = going_on(person)
        times[person.step].append(taken)
        wait()


if __name__ == "__main__":
    main()
