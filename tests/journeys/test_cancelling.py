"""« Annuler ma demande », at the terminal that sent it: withdrawn for certain, or said not to be (people.md P16)."""

from datetime import UTC, datetime

import pytest

from app.actions import drafts
from app.gateway import desk
from tests.builders import valmont
from tests.journeys.halls import arrived, asks_now, enrolled, gone, rows
from tests.journeys.person import Person
from tests.journeys.visits import words
from tests.sync.hall import queued

CANCELLED = "Votre demande est annulée"


@pytest.fixture
def code(borne, hall) -> str:
    """The cancel code of a request that waits in the outbox of *borne*."""
    enrolled(borne, hall)
    db = drafts.connect(borne)
    made = queued(db)
    db.close()
    return made.cancel_code


def asks(person: Person, code: str) -> None:
    """From home to the question whether they are sure."""
    person.touches("resume")
    person.touches("cancel")
    for letter in code.replace("-", ""):
        person.presses(letter)
    person.touches("continue")


def is_sure(person: Person) -> None:
    person.until(lambda: person.says("continue") == "Oui, annuler", "the question")
    person.touches("continue")


def says(person: Person, words: str) -> None:
    person.until(lambda: words in person.reads(), words)


def test_what_has_not_left_is_destroyed_without_asking_anybody(borne, hall, code):
    gone(hall)
    person = Person(borne)
    asks(person, code)
    is_sure(person)
    says(person, CANCELLED)
    assert [row.state for row in rows(borne)] == ["withdrawn"]
    person.touches("continue")
    assert person.sees("start") is not None
    hall.crowd.clear()
    asks_now(person)
    assert hall.has() == []


def test_what_the_caisse_has_not_taken_is_withdrawn_there(borne, hall, code):
    person = arrived(borne)
    person.until(lambda: bool(hall.has()), "the request at the gateway")
    person.until(lambda: rows(borne)[0].state == "received", "the receipt")
    asks(person, code)
    is_sure(person)
    says(person, CANCELLED)
    assert hall.has() == []
    assert [row.state for row in rows(borne)] == ["withdrawn"]


def test_what_the_caisse_has_taken_is_not_said_to_be_cancelled_and_a_letter_is_ready(borne, hall, code, printed):
    person = arrived(borne)
    person.until(lambda: bool(hall.has()), "the request at the gateway")
    person.until(lambda: rows(borne)[0].state == "received", "the receipt")
    [line] = desk.listed(hall.db)
    desk.set_status(hall.db, desk.find(hall.db, line["reference"]), "taken", None, datetime.now(UTC))
    asks(person, code)
    is_sure(person)
    says(person, "Votre caisse s’occupe déjà de votre demande")
    assert line["reference"] in person.reads()
    assert valmont().dpo_address in person.reads()
    assert len(hall.has()) == 1
    person.touches("print")
    person.until(lambda: len(printed()) == 1, "the letter")
    assert line["reference"] in words(printed()[0])
    says(person, "La lettre sort de l’imprimante.")


def test_without_a_network_nothing_is_said_to_be_cancelled_and_one_can_try_again(borne, hall, code):
    person = arrived(borne)
    person.until(lambda: bool(rows(borne)) and rows(borne)[0].state == "received", "the receipt")
    gone(hall)
    asks(person, code)
    is_sure(person)
    says(person, "Votre demande n’est pas annulée")
    hall.crowd.clear()
    is_sure(person)
    says(person, CANCELLED)
    assert hall.has() == []


def test_a_code_that_is_typed_where_drafts_are_opened_leads_here_too(borne, code):
    person = Person(borne)
    person.touches("resume")
    for letter in code.replace("-", ""):
        person.presses(letter)
    person.touches("continue")
    is_sure(person)
    says(person, CANCELLED)


def test_one_can_change_ones_mind(borne, code):
    person = Person(borne)
    asks(person, code)
    person.until(lambda: person.says("continue") == "Oui, annuler", "the question")
    person.touches("back")
    assert person.sees("start") is not None
    assert [row.state for row in rows(borne)] == ["waiting"]


def test_a_code_of_nothing_and_half_a_code_are_told_apart(borne, code):
    person = Person(borne)
    asks(person, "KX7F")
    says(person, "Écrivez les 12 lettres et chiffres du code.")
    assert person.hand == "cancel"
    for letter in "4PMQ2222":
        person.presses(letter)
    person.touches("continue")
    says(person, "Aucune demande envoyée d’ici n’a ce code.")


def test_a_second_time_it_is_said_again(borne, code):
    person = Person(borne)
    asks(person, code)
    is_sure(person)
    says(person, CANCELLED)
    person.touches("continue")
    asks(person, code)
    says(person, CANCELLED)
