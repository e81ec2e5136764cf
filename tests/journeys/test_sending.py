"""« Envoyer ma demande », through the real window and a real gateway: received once, and never a false word."""

import sqlite3
from dataclasses import replace

import pytest

from app.actions import submit
from app.models import text
from app.store.errors import DiskFull
from app.ui.line import QUIET
from app.ui.screens.sent import Sent
from tests.builders import SECOND, mas_answers
from tests.journeys.halls import (
    CONNECTED,
    OFFLINE,
    about_to_sign,
    arrived,
    asks_now,
    connection,
    enrolled,
    gone,
    rows,
    sends,
)
from tests.journeys.person import BORNE, Person
from tests.journeys.visits import AT_BORNE, VISITS, Told, at, kept, prepares, words
from tests.sync.hostile import signed

ALONE = VISITS["borne alone"]
ARRIVED = "Votre demande est arrivée à votre caisse."


@pytest.mark.parametrize("language", ["fr", "en", "uk"])
@pytest.mark.parametrize("name", ["borne alone", "poste, the person there", "poste, by telephone"])
def test_a_visit_ends_with_the_request_at_the_caisse(borne, hall, printed, name, language):
    told = VISITS[name]
    person = arrived(enrolled(borne, hall), told.settings)
    person.touches(f"language.{language}")
    person.starts()
    last = "consent" if "sign" in told.without else "sign"
    person.fills(told.answers, until=last)
    person.answers(told.answers)
    person.goes_on()
    person.until(lambda: person.sees("cancel.code") is not None, "the last screen")
    assert person.visit.sending
    reference, cancel_code, pdf = person.says("reference"), person.says("cancel.code"), person.visit.sending.pdf
    assert text.language() == language
    assert kept(borne) == []

    person.until(lambda: hall.has() == [reference], "the request at the gateway")
    received = hall.opened(reference)
    assert received["formulaire.pdf"] == pdf
    assert told.answers["name"] in words(pdf)
    person.until(lambda: rows(borne)[0].state == "received", "the receipt")
    if language == "fr":
        person.until(lambda: ARRIVED in person.reads(), ARRIVED)
        assert connection(person) == CONNECTED

    person.touches("print")
    person.until(lambda: len(printed()) == 1, "the ticket")
    assert reference in words(printed()[0])
    assert cancel_code in words(printed()[0])
    person.touches("done.leave")
    assert person.ended


def test_the_sheets_that_are_shown_and_printed_are_those_that_were_sent(borne, hall, printed):
    person = about_to_sign(borne, hall)
    reference = sends(person)
    person.touches("see")
    person.until(lambda: person.sees("print") is not None, "« Imprimer »")
    person.touches("page.after")
    assert person.says("page") == "Page 2 sur 3"
    person.touches("print")
    person.until(lambda: len(printed()) == 1, "the sheets")
    assert printed()[0] == hall.opened(reference)["formulaire.pdf"]
    person.until(lambda: "reprenez-les toutes" in person.reads(), "where they come out")
    person.touches("back")
    assert person.says("reference") == reference


def test_the_ticket_speaks_the_language_that_is_on_the_screen_when_it_is_printed(borne, hall, printed):
    person = about_to_sign(borne, hall)
    reference = sends(person)
    person.touches("language.uk")
    assert person.says("reference") == reference
    person.touches("print")
    person.until(lambda: len(printed()) == 1, "the ticket")
    assert "Код, щоб скасувати заяву тут" in words(printed()[0])


def test_without_a_network_it_is_said_to_wait_and_leaves_when_the_network_is_back(borne, hall):
    person = about_to_sign(borne, hall)
    gone(hall)
    reference = sends(person)
    person.until(lambda: connection(person) == OFFLINE, OFFLINE)
    assert "votre demande partira dès le retour du réseau. Elle n’est pas encore arrivée." in person.reads()
    assert ARRIVED not in person.reads()
    assert hall.has() == []
    assert [row.state for row in rows(borne)] == ["waiting"]

    hall.crowd.clear()
    person.visit._parts.line.asked()
    person.until(lambda: ARRIVED in person.reads(), ARRIVED)
    assert hall.has() == [reference]
    assert connection(person) == CONNECTED


def test_what_is_urgent_does_not_wait_for_a_network(borne, hall):
    person = about_to_sign(borne, hall, replace(ALONE, answers=mas_answers(**SECOND, urgent="care")))
    gone(hall)
    sends(person)
    person.until(lambda: "N’attendez pas le réseau" in person.reads(), "what to do at once")
    hall.crowd.clear()
    person.visit._parts.line.asked()
    person.until(lambda: ARRIVED in person.reads(), ARRIVED)
    assert "N’attendez pas le réseau" not in person.reads()
    assert "Danger : appelez le 15 ou le 112." in person.reads()


def test_after_the_visit_the_next_process_sends_what_waits(borne, hall):
    person = about_to_sign(borne, hall)
    gone(hall)
    reference = sends(person)
    person.touches("done.leave")
    assert person.ended
    hall.crowd.clear()
    following = arrived(borne)
    following.until(lambda: hall.has() == [reference], "the request at the gateway")
    assert connection(following) == CONNECTED


def test_the_gateways_wish_to_be_left_alone_outlives_the_visit(borne, hall, monkeypatch):
    monkeypatch.setenv(QUIET, "0")
    person = about_to_sign(borne, hall)
    hall.crowd[:] = [signed(503, {"code": "busy"}, {"Retry-After": "600"})]
    sends(person)
    person.until(lambda: connection(person) == OFFLINE, OFFLINE)
    person.touches("done.leave")
    following = Person(borne)
    asked = len(hall.asked)
    line = following.visit._parts.line
    line._look()
    assert 590_000 < line._next.remainingTime() <= 606_000
    following.visit._parts.tasks.network.wait()
    assert len(hall.asked) == asked


def test_what_the_gateway_refuses_is_not_said_to_have_left(borne, hall):
    person = about_to_sign(borne, hall)
    hall.crowd[:] = [signed(422, {"code": "unknown-form"})]
    sends(person)
    person.until(lambda: "ne peut pas partir par le réseau" in person.reads(), "that it cannot leave")
    assert ARRIVED not in person.reads()
    assert [row.state for row in rows(borne)] == ["refused"]


def test_a_full_disk_keeps_the_draft_and_the_second_try_sends_once(borne, hall, monkeypatch):
    person = about_to_sign(borne, hall)
    queue = submit.queue

    def full(*_given):
        raise DiskFull from sqlite3.OperationalError()

    monkeypatch.setattr(submit, "queue", full)
    monkeypatch.setattr("app.ui.trouble.record", lambda error: None)
    person.answers(ALONE.answers)
    person.goes_on()
    person.until(lambda: "Votre demande n’est pas encore partie" in person.reads(), "what happened")
    assert len(kept(borne)) == 1
    assert rows(borne) == []

    monkeypatch.setattr(submit, "queue", queue)
    person.touches("continue")
    person.until(lambda: person.sees("cancel.code") is not None, "the last screen")
    person.until(lambda: hall.has() == [person.says("reference")], "the request at the gateway")
    assert kept(borne) == []


def test_a_draft_opened_again_does_not_leave_by_itself(borne, hall):
    person = at(enrolled(borne, hall), "print", ALONE)
    asks_now(person)
    request = person.visit.request
    assert request
    code = request.work.code
    person.visit.home()
    person.touches("resume")
    for letter in code.replace("-", ""):
        person.presses(letter)
    person.touches("continue")
    person.until(lambda: person.sees("birth.day") is not None, "the birth date")
    person.answers({})
    for part, typed in zip(("day", "month", "year"), ALONE.answers["birth_date"].split("/"), strict=True):
        person.types(f"birth.{part}", typed)
    person.touches("continue")
    person.until(lambda: person.step == "sign", "the signature")
    assert person.says("continue") == "Envoyer ma demande"
    assert rows(borne) == []


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(VISITS["MSA"], id="MSA"),
        pytest.param(VISITS["the caisse of another department"], id="another department"),
        pytest.param(Told(mas_answers(signature="", on_paper="yes"), AT_BORNE), id="signed by hand"),
    ],
)
def test_what_the_gateway_cannot_bring_leaves_on_paper_as_before(borne, hall, told):
    person = arrived(enrolled(borne, hall), told.settings)
    prepares(person, told)
    assert "elle part sur papier" in person.reads()
    assert rows(borne) == []


def test_the_header_says_what_was_seen_of_the_gateway_and_nothing_else(borne, hall):
    person = arrived(enrolled(borne, hall))
    person.until(lambda: connection(person) == CONNECTED, CONNECTED)
    line = person.visit._parts.line
    gone(hall)
    line._look()
    person.until(lambda: connection(person) == OFFLINE, OFFLINE)
    hall.crowd.clear()
    line._look()
    person.until(lambda: line._clock.failures == 0, "hope")
    line._next.start(0)
    person.until(lambda: connection(person) == CONNECTED, CONNECTED)


def test_a_terminal_that_is_not_enrolled_says_nothing_of_a_network(borne):
    person = Person(borne, BORNE)
    person.visit._parts.line._next.start(0)
    person.visit._parts.tasks.store.wait()
    assert person.sees("connection") is None


def test_something_else_can_be_done_and_the_codes_are_gone_from_the_screen(borne, hall):
    person = about_to_sign(borne, hall, VISITS["borne alone"])
    sends(person)
    person.touches("information")
    assert "Qui reçoit vos réponses" in person.reads()
    person.touches("information.close")
    person.touches("other")
    assert not isinstance(person.shell.content, Sent)
    assert person.visit.sending is None
    assert person.sees("start") is not None
