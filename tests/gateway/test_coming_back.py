"""Enrolling, statuses, keys and withdrawals: what a terminal asks beside sending."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.gateway import caisses, desk, events, tables
from app.gateway.database import reading, writing
from app.gateway.keyring import PublicKeys
from app.gateway.tables import parts, tombstones
from app.protocol import enrolment, recipients, signatures
from app.protocol import events as told
from app.protocol.errors import Untrusted
from app.protocol.events import Event
from tests.gateway.house import CAISSE_KEYS
from tests.protocol.sending import CAISSE, CANCEL, IDENTITY, SIGNING, a_recipient

AT = "2026-05-04T10:00:00Z"


def heard(terminal, after=0):
    return told.parse(terminal.call("GET", f"/v1/events?after={after}").content)


def statuses(terminal, after=0):
    return [event for event in heard(terminal, after) if event.status]


def test_a_code_makes_a_terminal_and_gives_it_the_signed_keys_of_the_caisses(house):
    answer = house.ask(house.a_code(), signatures.new_key())
    assert answer.status_code == 201
    given = enrolment.granted(answer.content).recipients
    assert [recipients.verify(one, {CAISSE: CAISSE_KEYS.signing_key}) for one in given] == [a_recipient()]


def test_a_terminal_that_missed_the_answer_has_the_same_one_for_a_day(house):
    code, key = house.a_code(), signatures.new_key()
    first = house.ask(code, key)
    house.clock.later(hours=23)
    assert house.ask(code, key).json() == first.json()
    house.clock.later(hours=1)
    assert (house.ask(code, key).status_code, house.ask(code, key).json()) == (403, {"code": "code-refused"})


def test_a_code_is_good_once_for_seven_days(house):
    code, late = house.a_code(), house.a_code()
    assert house.ask(code, signatures.new_key()).status_code == 201
    for refused in (house.ask(code, signatures.new_key()), house.ask("unknown", signatures.new_key())):
        assert (refused.status_code, refused.json()) == (403, {"code": "code-refused"})
    house.clock.later(days=7)
    assert house.ask(late, signatures.new_key()).status_code == 403


@pytest.mark.parametrize(
    "body", ["", "[]", '{"code": "KOVALENKO"}', '{"code":"a","name":"b","public_key":"' + "é" * 43]
)
def test_a_question_that_is_none_is_refused_without_being_repeated(house, body):
    answer = house.call("POST", "/v1/terminals", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()) == (422, {"code": "bad-request"})


def test_a_key_that_is_not_written_in_the_one_way_is_refused(house):
    body = {"code": house.a_code(), "name": "x", "public_key": "A" * 42 + "B"}
    answer = house.call("POST", "/v1/terminals", json=body)
    assert (answer.status_code, answer.json()) == (422, {"code": "bad-request"})


def test_statuses_come_back_in_their_order_to_the_terminal_that_sent_alone(house, terminal):
    sent, stranger = terminal.sealed(), house.a_terminal()
    terminal.put(sent)
    assert statuses(terminal) == []
    desk.set_status(house.gateway.db, sent.id, "taken", "call-back", house.clock.now)
    desk.set_status(house.gateway.db, sent.id, "taken", "call-back", house.clock.now)
    desk.set_status(house.gateway.db, sent.id, "solved", None, house.clock.now)
    taken, solved = statuses(terminal)
    assert taken == Event(taken.cursor, sent.id, "taken", AT, "call-back")
    assert solved == Event(solved.cursor, sent.id, "solved", AT)
    assert statuses(terminal, after=taken.cursor) == [solved]
    assert statuses(terminal, after=solved.cursor) == []
    assert statuses(stranger) == []


def test_a_cursor_that_is_no_number_is_refused(terminal):
    for cursor in ("-1", "x", "9" * 40):
        assert terminal.call("GET", f"/v1/events?after={cursor}").status_code == 422


def test_a_long_list_comes_in_pages(house, terminal):
    with writing(house.gateway.db) as connection:
        for _ in range(events.PAGE + 5):
            events.add(connection, terminal=terminal.id, saisine="a", status="taken", at=AT)
    first = heard(terminal)
    assert len(first) == events.PAGE
    assert len(heard(terminal, after=first[-1].cursor)) == 6


def test_new_keys_of_a_caisse_are_told_to_every_terminal_and_replace_the_old(house, terminal):
    new = recipients.sign(a_recipient(not_before=house.clock.now + timedelta(days=1)), SIGNING)
    before = heard(terminal)[-1].cursor
    caisses.register(house.gateway.db, PublicKeys(CAISSE, CAISSE_KEYS.signing_key, (new,)))
    (event,) = heard(terminal, after=before)
    assert event.recipients == (new.value(),)


def test_the_gateway_takes_no_key_that_the_caisse_has_not_signed(house, terminal):
    thief = signatures.new_key()
    stolen = recipients.sign(a_recipient(), thief)
    for keys in (
        PublicKeys(CAISSE, CAISSE_KEYS.signing_key, (stolen,)),
        PublicKeys(CAISSE, signatures.public_of(thief), (stolen,)),
    ):
        with pytest.raises(Untrusted):
            caisses.register(house.gateway.db, keys)
    assert heard(terminal)[-1].recipients == (CAISSE_KEYS.recipients[0].value(),)


def test_a_key_that_the_operator_writes_into_his_database_is_refused_by_the_terminal(house, terminal):
    theirs = recipients.sign(a_recipient(identity=IDENTITY), signatures.new_key())
    with writing(house.gateway.db) as connection:
        connection.execute(tables.recipients.update().values(signature="AA", body=theirs.body.decode()))
    substituted = heard(terminal)[-1].recipients
    assert substituted
    with pytest.raises(Untrusted):
        recipients.verify(substituted[0], {CAISSE: CAISSE_KEYS.signing_key})


def test_the_cancel_code_withdraws_from_any_terminal_and_leaves_a_tombstone(house, terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    desk.set_status(house.gateway.db, sent.id, "taken", None, house.clock.now)
    desk.set_status(house.gateway.db, sent.id, "new", None, house.clock.now)
    assert house.a_terminal().cancel(sent.id, CANCEL.lower().replace("-", " ")).status_code == 204
    assert terminal.put(sent).status_code == terminal.cancel(sent.id, CANCEL).status_code == 410
    with reading(house.gateway.db) as connection:
        assert connection.execute(select(tombstones)).all() == [(sent.id, sent.manifest_sha256)]
        assert connection.execute(select(parts)).all() == []
    assert statuses(terminal) == []


def test_a_wrong_code_looks_like_an_unknown_saisine(terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    for answer in (terminal.cancel(sent.id, "2222-2222-2222"), terminal.cancel(terminal.sealed().id, CANCEL)):
        assert (answer.status_code, answer.json()) == (404, {"code": "unknown"})
    assert terminal.call("DELETE", f"/v1/saisines/{sent.id}").status_code == 422
    assert terminal.put(sent).status_code == 200


def test_what_the_caisse_has_taken_is_not_withdrawn(house, terminal):
    sent = terminal.sealed()
    terminal.put(sent)
    desk.set_status(house.gateway.db, sent.id, "taken", None, house.clock.now)
    answer = terminal.cancel(sent.id, CANCEL)
    assert (answer.status_code, answer.json()) == (409, {"code": "taken"})
