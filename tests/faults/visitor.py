"""One whole visit at a borne, ended by « Quitter et effacer l’écran »: ``python -m tests.faults.visitor KIND FOLDER``.

The answers come on standard input. *KIND*: ``keep`` and ``erase`` leave in the middle, ``print`` takes the sheets,
``send`` waits for the caisse's receipt, ``send-offline`` does not get one. With ``scan-``, a paper was scanned before;
with ``stick-``, taken from a stick.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from app.models.filling import PIECES
from app.models.settings import Devices
from tests.faults.child import begin, speak_up
from tests.faults.sender import ARRIVED
from tests.journeys.person import BORNE, Person


def main(kind: str, folder: Path) -> None:
    """Until nothing of it is left on the screen."""
    application = begin()
    site = BORNE.site._replace(printer="valmont")
    devices = Devices(files=str(folder.parents[1])) if kind.startswith("stick") else Devices(scanner="test:0")
    person = Person(folder, BORNE._replace(site=site, devices=devices))
    speak_up()
    answers = json.load(sys.stdin)
    person.starts()
    paper, _dash, kind = kind.rpartition("-") if kind.startswith(("scan", "stick")) else ("", "", kind)
    if paper:
        person.fills(answers, until=PIECES)
        _add(person, paper)
    LAST.get(kind, _review)(person, answers)
    {"keep": _keep, "erase": _erase, "print": _print, "send": _send, "send-offline": _send}[kind](person)
    if kind == "send":
        person.until(lambda: ARRIVED in person.reads(), "the receipt")
    if kind.startswith("send"):
        person.touches("done.leave")
    person.until(lambda: person.ended, "the end of the visit")
    del application


def _add(person: Person, paper: str) -> None:
    """The one paper, seen too."""
    row = "piece:guardianship_decision"
    if paper == "scan":
        person.until(lambda: person.sees(f"{row}.scan") is not None, "that it can be scanned")
        person.touches(f"{row}.scan")
    else:
        person.until(lambda: person.sees(f"{row}.file") is not None, "that a file can be taken")
        person.touches(f"{row}.file")
        person.touches("entry:stick")
        person.touches("entry:page.jpg")
    person.until(lambda: person.sees(f"{row}.see") is not None, "the paper kept")


def _review(person: Person, answers: Mapping[str, str]) -> None:
    person.fills(answers, until="review")


def _sheets(person: Person, answers: Mapping[str, str]) -> None:
    person.fills(answers, until="print")


def _signed(person: Person, answers: Mapping[str, str]) -> None:
    person.fills(answers, until="sign")
    person.answers(answers)
    person.until(lambda: person.says("continue") == "Envoyer ma demande", "that it can be sent")


LAST = {"print": _sheets, "send": _signed, "send-offline": _signed}
"""How far each kind of visit fills the form, when not to the review."""


def _send(person: Person) -> None:
    """The request, and a look at its sheets; then the ticket."""
    person.touches("continue")
    person.until(lambda: person.sees("cancel.code") is not None, "the last screen")
    person.touches("see")
    person.until(lambda: person.sees("print") is not None, "the sheets")
    person.touches("print")
    person.touches("back")
    person.touches("print")


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
