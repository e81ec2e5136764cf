"""One whole visit at a borne, ended by « Quitter et effacer l’écran »: ``python -m tests.faults.visitor KIND FOLDER``.

The answers come on standard input. *KIND*: ``keep`` and ``erase`` leave in the middle, ``print`` takes the sheets.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from tests.faults.child import begin, speak_up
from tests.journeys.person import BORNE, Person


def main(kind: str, folder: Path) -> None:
    """Until nothing of it is left on the screen."""
    application = begin()
    person = Person(folder, replace(BORNE, site=replace(BORNE.site, printer="valmont")))
    speak_up()
    answers = json.load(sys.stdin)
    person.starts()
    person.fills(answers, until="print" if kind == "print" else "review")
    {"keep": _keep, "erase": _erase, "print": _print}[kind](person)
    person.until(lambda: person.ended, "the end of the visit")
    del application


def _keep(person: Person) -> None:
    """With the code, on paper."""
    person.touches("leave")
    person.touches("leave.keep")
    person.touches("print")
    person.touches("kept.leave")


def _erase(person: Person) -> None:
    person.touches("leave")
    person.touches("leave.erase")


def _print(person: Person) -> None:
    """The sheets, then the ticket."""
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    person.touches("continue")
    person.until(lambda: person.sees("print") is not None, "the printed sheets")
    person.touches("continue")
    person.until(lambda: person.sees("done.leave") is not None, "the ticket")
    person.touches("print")
    person.touches("done.leave")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
