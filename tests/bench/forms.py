"""The four forms: ``python -m tests.bench.forms c2s|sixty|sheets`` tells the times of pages, of a page, of papers."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from app.actions import papers
from app.forms import FORMS
from tests.bench.child import answer, ask
from tests.bench.machine import stretch
from tests.bench.painted import anew, going_on
from tests.bench.row import Row, at
from tests.bench.sixty import FORM
from tests.builders import MADE_AT, valmont
from tests.faults.child import begin, speak_up
from tests.forms.official import Situation, situations
from tests.forms.official.begun import TERMINAL
from tests.journeys.applicant import form_of, typed
from tests.journeys.person import Person, wait

HOUSEHOLD = "self-employed-and-foreign-pension"
"""A member, three incomes of twelve months, a body of the list: the longest way through the C2S."""
TIMES = {"c2s": 8, "sixty": 60, "sheets": 40}
LIMITS = {"c2s": 25, "sixty": 60, "sheets": 120}


def rows() -> list[Row]:
    """Each in a process of its own; what comes first, and loads what the others use, is left out."""
    pages = ask("forms", "c2s")
    around = stretch()
    sixty = ask("forms", "sixty")
    around = max(around, stretch())
    largest, sheets = ask("forms", "sheets")
    return [
        Row("next page in the C2S, touch to paint, p95", at(0.95, pages), LIMITS["c2s"], "ms", _beside(pages, around)),
        Row("a page of 60 questions, opened, p95", at(0.95, sixty), LIMITS["sixty"], "ms", _beside(sixty, around)),
        Row("PDF of the largest form, warm", at(0.5, sheets), LIMITS["sheets"], "ms",
            f"median of {len(sheets)}; {largest}"),
    ]  # fmt: skip


def _beside(times: list[float], around: float) -> str:
    said = f"{len(times)} pages, p50 {at(0.5, times):.1f}, max {max(times):.1f}"
    return f"{said}; the p95 of a bare loop in the same minute: {around:.2f} × its p50"


class Timed(Person):
    """Whose « Continuer » is timed, that of a row too."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.times: list[float] = []

    def goes_on(self) -> None:
        wait(30)  # as nobody is faster: the commit of the last answer is not what is measured
        self.times.append(going_on(self))
        wait()


def c2s(person: Timed) -> list[float]:
    """A request of HOUSEHOLD from the first page to the signature, many times."""
    situation = next(one for one in situations() if one.name == HOUSEHOLD)
    answers = typed(situation)
    for turn in range(TIMES["c2s"] + 1):
        person.rows.clear()
        person.starts("c2s")
        while person.step != "sign":
            person.answers(answers)
            person.goes_on()
        person.times = person.times if turn else []
        anew(person)
    return person.times


def sixty(person: Timed) -> list[float]:
    """From the page before, and back again."""
    FORMS[FORM.id] = FORM
    person.visit.start(FORM.id)
    for turn in range(TIMES["sixty"] + 1):
        person.goes_on()
        person.times = person.times if turn else []
        person.touches("back")
    return person.times


def sheets() -> tuple[str, list[float]]:
    """The slowest paper of the made-up people whose request can leave."""
    ready = [one for one in situations() if one.expected.outcome == "ready"]
    slowest = max(ready, key=lambda one: at(0.5, _papers(one, 3)))
    return f"{slowest.form} {slowest.name}", _papers(slowest, TIMES["sheets"])


def _papers(situation: Situation, times: int) -> list[float]:
    """After the first."""
    form, caisse, today = form_of(situation), valmont(), situation.today
    answers = TERMINAL | {"form": form.id} | typed(situation)
    day = MADE_AT.replace(year=today.year, month=today.month, day=today.day)
    request = papers.saisine(form, answers, bytes(16), day)
    return [_timed(lambda: papers.document(request, caisse)) for _one in range(times + 1)][1:]


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def main(which: str) -> NoReturn:
    """One of the measures."""
    application = begin()  # noqa: F841  it lives as long as this process
    if which == "sheets":
        answer(sheets())
    with tempfile.TemporaryDirectory() as folder:
        person = Timed(Path(folder) / "data")
        speak_up()
        answer({"c2s": c2s, "sixty": sixty}[which](person))


if __name__ == "__main__":
    main(sys.argv[1])
