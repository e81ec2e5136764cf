"""« Annuler ma demande » at the terminal that sent it: waiting, destroyed; received, withdrawn; taken, told so."""

from datetime import UTC, datetime

import pytest

from app.actions import cancel, sync
from app.gateway import desk
from app.store import outbox
from app.sync.deliver import NotEnrolled, Unreachable
from tests.sync.hall import queued
from tests.sync.hostile import cut, signed, swallow

NOW = datetime.now(UTC)


def cancelling(db, code):
    found = cancel.find(db, code)
    assert found
    return found


def state(db):
    [row] = outbox.listed(db)
    return row.state


def test_one_that_waits_is_destroyed_without_a_word_to_anybody(hall, db):
    made = queued(db)
    found = cancelling(db, made.cancel_code.lower().replace("-", " "))
    hall.asked.clear()
    assert found.local
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert (state(db), hall.asked) == ("withdrawn", [])
    assert db.execute("SELECT count(*) FROM bodies").fetchall() == [(0,)]
    assert sync.once(db).received == 0


def test_one_that_was_received_is_withdrawn_at_the_gateway(hall, db):
    made = queued(db)
    sync.once(db)
    found = cancelling(db, made.cancel_code)
    assert not found.local
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert (state(db), hall.has()) == ("withdrawn", [])
    assert cancelling(db, made.cancel_code).done


def test_one_that_the_caisse_has_taken_is_not_withdrawn(hall, db):
    made = queued(db)
    sync.once(db)
    desk.set_status(hall.db, made.sealed.id, "taken", None, NOW)
    assert cancel.ask(cancelling(db, made.cancel_code)) == "taken"
    sync.once(db)
    hall.asked.clear()
    assert cancel.ask(cancelling(db, made.cancel_code)) == "taken"
    assert (hall.asked, state(db), len(hall.has())) == ([], "received", 1)


def test_one_that_may_have_arrived_is_asked_for_and_withdrawn_there(hall, db):
    made = queued(db)
    hall.crowd += [swallow]
    sync.once(db)
    found = cancelling(db, made.cancel_code)
    assert (found.row.state, found.local, len(hall.has())) == ("waiting", False, 1)
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert (state(db), hall.has()) == ("withdrawn", [])


def test_one_that_may_have_arrived_and_did_not_is_destroyed(hall, db):
    made = queued(db)
    hall.crowd += [cut]
    sync.once(db)
    found = cancelling(db, made.cancel_code)
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert sync.once(db).received == 0


def test_without_an_answer_nothing_is_decided(hall, db):
    made = queued(db)
    sync.once(db)
    hall.crowd += [cut, signed(401, {"code": "not-enrolled"}), signed(500)]
    found = cancelling(db, made.cancel_code)
    assert isinstance(cancel.ask(found), Unreachable)
    assert cancel.ask(found) == NotEnrolled()
    assert cancel.ask(found) == Unreachable("answer")
    assert state(db) == "received"


def test_one_that_leaves_meanwhile_is_asked_for_again(hall, db):
    made = queued(db)
    found = cancelling(db, made.cancel_code)
    sync.once(db)
    assert cancel.ask(found) == "withdrawn"
    assert not cancel.finish(db, found)
    again = cancelling(db, made.cancel_code)
    assert cancel.ask(again) == "withdrawn"
    assert cancel.finish(db, again)
    assert (state(db), hall.has()) == ("withdrawn", [])


def test_a_terminal_that_is_not_enrolled_any_more_cannot_ask(hall, db):
    made = queued(db)
    sync.once(db)
    db.execute("DELETE FROM enrolment")
    assert cancel.ask(cancelling(db, made.cancel_code)) == NotEnrolled()


@pytest.mark.parametrize("code", ["", "4T7K", "4T7K-4T7K-4T7K", "\ud800"])
def test_another_code_finds_nothing(db, code):
    queued(db)
    assert cancel.find(db, code) is None


def test_a_refused_one_is_destroyed_here(hall, db):
    made = queued(db)
    hall.crowd += [signed(422, {"code": "bad-package"})]
    sync.once(db)
    found = cancelling(db, made.cancel_code)
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert state(db) == "withdrawn"
