"""The process that is killed: opens the real window on a data folder, resumes a draft if given its code, types on.

``python -m tests.faults.typist FOLDER SEED [CODE [BIRTH …]]``; *BIRTH*: dates as typed, to be tried one by one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from app.actions import drafts
from app.models.draft import Place
from app.store.database import check
from app.ui.screens.question import Question
from tests.faults.child import begin, speak_up
from tests.faults.monkey import Monkey
from tests.faults.watch import Watch, tell
from tests.journeys.person import Person, wait

FIRST_KEPT = "motives"
"""The page after the notice: from here on answers are kept."""


def main(folder: Path, seed: int, code: str = "", *births: str) -> None:
    """A stay that somebody else ends."""
    application = begin()
    Watch()
    person = Person(folder)
    speak_up()
    if code:
        resume(person, code, births)
        tell(resumed=found(person), place=_place(person), shown=shown(person))
        _check(folder)
    else:
        person.starts()
        person.fills({"caisse": "here", "for_whom": "me"}, until=FIRST_KEPT)
        tell(began=True)
    Monkey(person, Random(seed)).lives()  # noqa: S311  to be played again from its seed
    del application


def resume(person: Person, code: str, births: tuple[str, ...]) -> None:
    """« Reprendre ma demande », by the real screens."""
    person.touches("resume")
    person.types("code", code.replace("-", ""))
    person.touches("continue")
    person.until(lambda: person.visit.filling is not None or person.sees("birth.day") is not None, "the draft")
    for birth in births:
        if person.visit.filling is None:
            for part, words in zip(("day", "month", "year"), birth.split("/"), strict=True):
                person.types(f"birth.{part}", words)
            before = person.shell.content
            person.touches("continue")
            person.until(lambda before=before: person.shell.content is not before, "an answer to the date")  # type: ignore[misc]
    person.until(lambda: person.visit.filling is not None, "the draft behind the birth date")
    wait()


def found(person: Person) -> dict[str, str]:
    """The answers that are there again."""
    assert person.visit.filling
    return dict(person.visit.filling.typed)


def shown(person: Person) -> dict[str, str]:
    """What the boxes of the page hold; nothing at the review and at the sheets, nor for a notice."""
    content = person.shell.content
    editors = content.editors if isinstance(content, Question) else {}
    return {path: shown.text() for path, shown in editors.items() if shown.answer.parts}


def _place(person: Person) -> str:
    """The page and field of the flow; the field only when the focus stands in it."""
    filling, focused = person.visit.filling, person.shell.focusWidget()
    assert filling
    editor = person.sees(f"editor:{filling.field}")
    lost = editor is not None and not (focused and editor.isAncestorOf(focused))
    return Place(filling.step, "focus lost" if lost else filling.field).kept()


def _check(folder: Path) -> None:
    """``cipher_integrity_check`` on a connection of its own."""
    db = drafts.connect(folder)
    check(db)
    db.close()
    tell(intact=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
