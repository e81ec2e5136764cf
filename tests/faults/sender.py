"""The process that is killed while it sends: ``python -m tests.faults.sender FOLDER NAME``.

Opens the real window at the last page of a draft in *NAME*, touches « Envoyer ma demande », and goes on sending.
Tells ``began`` (the resume code), ``touched``, ``sent`` (the reference, once the last screen shows it), ``arrived``.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from tests.builders import SECOND, mas_answers
from tests.faults.child import begin, speak_up
from tests.faults.watch import tell
from tests.journeys.halls import asks_now
from tests.journeys.person import Person, wait
from tests.journeys.visits import VISITS, at

ARRIVED = "Votre demande est arrivée à votre caisse."


def main(folder: Path, name: str) -> None:
    """Until somebody pulls the plug."""
    application = begin()
    told = replace(VISITS["borne alone"], answers=mas_answers(**SECOND, name=name))
    person = at(folder, "sign", told)
    speak_up()
    asks_now(person)
    person.answers(told.answers)
    person.until(lambda: person.says("continue") == "Envoyer ma demande", "that it can be sent")
    assert person.visit.request
    tell(began=person.visit.request.work.code, typed=dict(person.visit.request.filling.typed))
    person.touches("continue")
    tell(touched=True)
    _watch(person)
    del application


def _watch(person: Person) -> None:
    shown: set[str] = set()
    while True:
        wait(1)
        for line, seen in (("sent", person.sees("cancel.code")), ("arrived", ARRIVED in person.reads())):
            if seen and line not in shown:
                shown.add(line)
                tell(**{line: person.says("reference")})


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
