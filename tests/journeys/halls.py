"""A terminal whose window stands in a hall with a gateway (``tests.sync.hall``)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from app.actions import drafts, enrol
from app.models.settings import Settings
from app.store import outbox
from app.store.outbox import Row
from tests.journeys.person import Person
from tests.journeys.visits import AT_BORNE, VISITS, Told, at
from tests.sync.hall import Hall
from tests.sync.hostile import cut

CONNECTED, OFFLINE = "Connecté", "Hors connexion"


def enrolled(folder: Path, hall: Hall) -> Path:
    """*folder*, with a store that is enrolled at *hall*."""
    db = drafts.connect(folder)
    enrol.enrol(db, hall.enrolment(), "Accueil de Valmont")
    db.close()
    return folder


def about_to_sign(folder: Path, hall: Hall, told: Told = VISITS["borne alone"]) -> Person:
    """A person at the last page of *told*, on an enrolled terminal that has asked its gateway once."""
    person = at(enrolled(folder, hall), "sign", told)
    asks_now(person)
    return person


def arrived(folder: Path, settings: Settings = AT_BORNE) -> Person:
    """A person at the home page of an enrolled terminal that has asked its gateway once."""
    person = Person(folder, settings)
    asks_now(person)
    return person


def asks_now(person: Person) -> None:
    """The first pass of the line, without the second of patience that it has at a start."""
    person.visit._parts.line._next.start(0)
    person.until(lambda: person.sees("connection") is not None, "a word on the connection")


def connection(person: Person) -> str:
    """What the header says of the network."""
    sign = person.sees("connection")
    return sign.text() if isinstance(sign, QLabel) else ""


def sends(person: Person, told: Told = VISITS["borne alone"]) -> str:
    """Sign, touch « Envoyer ma demande », and come to the last screen; gives the reference."""
    person.answers(told.answers)
    assert person.says("continue") == "Envoyer ma demande"
    person.goes_on()
    person.until(lambda: person.sees("cancel.code") is not None, "the last screen")
    return person.says("reference")


def rows(folder: Path) -> list[Row]:
    """The outbox of the terminal in *folder*."""
    db = drafts.connect(folder)
    found = outbox.listed(db)
    db.close()
    return found


def gone(hall: Hall) -> None:
    """Nobody answers any more, until ``hall.crowd`` is emptied."""
    hall.crowd[:] = [cut] * 1000
