"""Every screen of the program, one after the other, in one window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from app.actions.papers import saisine as saisine_of
from app.forms import FORMS
from app.models.filling import Filling
from app.models.settings import Settings
from app.ui.flows.paper import Paper
from app.ui.request import Request
from tests.builders import mas_answers
from tests.journeys.person import BORNE, Person, wait
from tests.ui.afterwards import cancelling, sent
from tests.ui.browsing import browsing
from tests.ui.papers import papers

LONG = {
    "motives": "rights care disability digital social",
    "care": "consultation surgery acts pharmacy devices other",
    "since": "two_years",
    "causes": "rights cost advance transport paperwork delay refusal other",
    "ways": "call sms email mail structure desk",
    "email": "oksana.kovalenko@exemple.fr",
    "structure": "Association des familles de la vallée",
    "home": "elected",
    "elected": "CCAS de Valmont",
    "street": "12 rue des Tilleuls",
    "postcode": "76540",
    "town": "Valmont",
    "spoken": "other",
    "other_language": "Russe",
    "interpretation": "yes",
    "for_whom": "guardian",
    "decision": "yes",
    "helper_name": "Anne Martin",
    "signer_name": "Martin",
    "signer_first_name": "Anne",
    "signer_link": "guardian",
    "avoid": "Pas de courrier chez mes parents.",
}
"""Answers that show every page there is to show at a borne."""


def screens(
    folder: Path, settings: Settings = BORNE, size: tuple[int, int] = (1280, 1024)
) -> Iterator[tuple[str, Person]]:
    """The name of each screen, once it is shown, and the person in front of it."""
    person = Person(folder, settings, size)
    yield "home", person
    yield from browsing(person)
    yield from _beginning(person)
    person.visit.start("mas")
    person.until(lambda: bool(person.visit.request and person.visit.request.work.code), "the code")
    full = _filled(person)
    for step in full.stops[:-1]:
        go(person, full, step)
        yield step, person
    yield from _wrong(person, full)
    if settings.mode == "borne":  # a poste has keys of its own: the on-screen keyboard stays away
        yield from _typing(person, full)
    go(person, full, "print")
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    yield "sheets", person
    paper = _request(person)._out
    assert isinstance(paper, Paper)
    for stage in ("printing", "printed", "no-printer"):
        paper._change(replace(paper._sheets, stage=stage))
        wait(10)
        yield f"sheets-{stage}", person
    yield from _around(person)
    yield from papers(person)
    yield from _after(person, full)


def _beginning(person: Person) -> Iterator[tuple[str, Person]]:
    """Which request; and whether to take up what was written before, asked again after a wrong birth date."""
    person.visit._known = {"birth_date": "14/3/1988", "name": "Kovalenko"}
    person.visit.home()
    person.touches("start")
    yield "requests", person
    person.touches("form.mas")
    person.touches("continue")
    yield "again", person
    person.visit._known = {}


def _filled(person: Person) -> Filling:
    filling = person.visit.filling
    assert filling
    for path, text in mas_answers(**LONG).items():
        filling = filling.answer(path, text)
    return filling


def _request(person: Person) -> Request:
    assert person.visit.request
    return person.visit.request


def go(person: Person, filling: Filling, step: str) -> None:
    request = _request(person)
    request._fill.filling = filling
    request.go_to(step)
    wait(10)


def _wrong(person: Person, full: Filling) -> Iterator[tuple[str, Person]]:
    wrong = full.answer("nir", "288/").answer("birth_date", "31/2/88")
    go(person, wrong, "number")
    person.touches("continue")
    yield "number-wrong", person
    for step in ("caisse", "names", "reach", "sign"):
        bare = full
        page = full.to(step).page
        for asked in page.asked if page else ():
            bare = bare.answer(asked.path, "")
        go(person, bare, step)
        person.touches("continue")
        yield f"{step}-empty", person


def _typing(person: Person, full: Filling) -> Iterator[tuple[str, Person]]:
    for step, field in (("names", "name"), ("number", "nir.number"), ("reach", "phone"), ("reach", "email")):
        go(person, full, step)
        box = person.finds(field)
        assert isinstance(box, QLineEdit)
        box.setFocus()
        person.shell._keys.follow_focus()
        wait(10)
        yield f"{field}-keyboard", person


def _around(person: Person) -> Iterator[tuple[str, Person]]:
    visit = person.visit
    visit.show_code()
    wait(10)
    yield "kept", person
    for name, ask in (
        ("leaving", visit.ending.ask),
        ("refusing", visit.ending.refuse),
        ("still-there", lambda: visit.ending.still_there(_request(person).kept_code)),
        ("information", visit._information),
        ("help", visit._assistance.call),
    ):
        ask()
        wait(10)
        yield name, person
        visit.dialogs.close()


def _after(person: Person, full: Filling) -> Iterator[tuple[str, Person]]:
    visit = person.visit
    saisine = saisine_of(FORMS["mas"], dict(full.typed), bytes(16), datetime(2026, 2, 12, 10, 42).astimezone())
    visit.show_done(saisine)
    wait(10)
    yield "done", person
    yield from sent(person, saisine)
    person.visit.resume()
    wait(10)
    yield "resume", person
    person.touches("lost")
    person.touches("continue")
    yield "resume-lost", person
    if person.visit._parts.settings.mode == "borne":
        person.finds("code").setFocus()
        person.shell._keys.follow_focus()
        wait(10)
        yield "resume-keyboard", person
    yield from cancelling(person)
    visit.sorry(RuntimeError())
    wait(10)
    yield "sorry", person
