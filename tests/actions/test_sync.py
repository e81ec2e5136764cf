"""What comes back: statuses and codes, once each, for the saisines of this terminal."""

from datetime import UTC, datetime

import pytest

from app.actions import sync
from app.gateway import desk
from app.store import enrolment, outbox
from app.sync.deliver import Unreachable
from tests.sync.hall import queued, terminal
from tests.sync.hostile import signed

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_statuses_and_codes_come_back_to_the_terminal_that_sent(tmp_path, hall, db):
    other = terminal(tmp_path / "other", hall)
    made = queued(db)
    queued(other)
    sync.once(db)
    sync.once(other)
    desk.set_status(hall.db, made.sealed.id, "taken", None, NOW)
    desk.set_status(hall.db, made.sealed.id, "taken", "need-document", NOW)
    sync.once(db)
    sync.once(other)
    [row], [others] = outbox.listed(db), outbox.listed(other)
    assert (row.status, row.code, row.status_at) == ("taken", "need-document", "2026-11-22T09:00:00Z")
    assert others.status != "taken"
    other.close()


def test_news_are_asked_for_once(hall, db):
    made = queued(db)
    sync.once(db)
    desk.set_status(hall.db, made.sealed.id, "taken", None, NOW)
    sync.once(db)
    sync.once(db)
    first, second = [line.rsplit("=", 1)[1] for line in hall.asked if "events" in line][-2:]
    assert int(second) > int(first)


def test_more_news_than_one_answer_holds_are_all_read(hall, db):
    made = queued(db)
    sync.once(db)
    for turn in range(450):
        desk.set_status(hall.db, made.sealed.id, ("taken", "solved")[turn % 2], None, NOW)
    hall.asked.clear()
    sync.once(db)
    assert len(hall.asked) == 3
    assert outbox.listed(db)[0].status == "solved"


@pytest.mark.parametrize(
    "page",
    [
        None,
        {},
        [1],
        [{"cursor": "1"}],
        [{"cursor": 0}],
        [{"cursor": 9}, {"cursor": 9}],
        [{"cursor": 9, "saisine": "x", "status": "eaten", "at": "2026-11-22T09:00:00Z"}],
        [{"cursor": 9, "saisine": "x", "status": "taken", "at": "hier"}],
    ],
)
def test_news_that_make_no_sense_change_nothing(hall, db, page):
    sync.once(db)
    before = enrolment.enrolled(db)
    hall.crowd += [signed(200, page)]
    assert isinstance(sync.once(db).stopped, Unreachable)
    after = enrolment.enrolled(db)
    assert before
    assert after
    assert (after.cursor, after.recipients) == (before.cursor, before.recipients)


def test_news_of_a_later_version_are_passed_over(hall, db):
    hall.crowd += [signed(200, [{"cursor": 900, "bundle": "2.0"}])]
    assert sync.once(db).stopped is None
    enrolled = enrolment.enrolled(db)
    assert enrolled
    assert enrolled.cursor == 900


def test_a_delivery_is_settled_whole_or_not_at_all(hall, db):
    queued(db)
    outgoing = sync.parcels(db)
    assert outgoing
    with sync.route(outgoing.enrolled) as gateway:
        delivery = sync.deliver(outgoing, gateway)
    db.execute("CREATE TEMP TRIGGER cut BEFORE UPDATE OF heard_at ON enrolment BEGIN SELECT RAISE(ABORT, 'cut'); END")
    with pytest.raises(Exception, match="cut"):
        sync.settle(db, delivery)
    assert outbox.waiting(db) == 1
    db.execute("DROP TRIGGER cut")
    assert sync.settle(db, delivery).received == 1
    assert sync.settle(db, delivery).waiting == 0
    assert len(hall.has()) == 1
