"""Whatever stands in the way, a saisine is received exactly once in the end, and nothing is claimed meanwhile."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from app.actions import sync
from app.protocol import signatures
from app.store import enrolment, outbox
from app.store.database import open_database
from app.sync.deliver import NotEnrolled, Unreachable
from app.sync.https import connected
from tests.sync.hall import KEY, THREE_YEARS, Hall, queued, terminal
from tests.sync.hostile import FAULTS, answering, cut, signed


def states(db):
    return [row.state for row in outbox.listed(db)]


def bodies(db):
    return db.execute("SELECT count(*) FROM bodies").fetchall()[0][0]


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_received_exactly_once_in_the_end(hall, db, fault):
    made = queued(db)
    hall.crowd += FAULTS[fault]
    report = sync.once(db)
    assert isinstance(report.stopped, Unreachable)
    assert (report.received, report.refused, report.waiting, states(db)) == (0, 0, 1, ["waiting"])
    assert bodies(db) == 1
    report = sync.once(db)
    assert (report.received, report.waiting, report.stopped) == (1, 0, None)
    assert (states(db), bodies(db), hall.has()) == (["received"], 0, [made.reference])
    assert hall.opened(made.reference)["formulaire.pdf"] == made.pdf


def test_a_redirect_is_not_followed(hall, db):
    queued(db)
    hall.crowd += [answering(302, b"", {"Location": f"{hall.url}/elsewhere"})]
    sync.once(db)
    assert len([line for line in hall.asked if not line.startswith("POST")]) == 1


def test_a_dead_gateway_leaves_all_as_it_was_and_nothing_counts_as_sent(tmp_path):
    hall = Hall(tmp_path)
    db = terminal(tmp_path / "terminal", hall)
    queued(db)
    hall.close()
    report = sync.once(db)
    assert report.stopped == Unreachable("network", unsent=True)
    assert [row.tries for row in outbox.listed(db)] == [0]
    db.close()


def test_the_gateways_wish_to_be_left_alone_is_handed_on(hall, db):
    queued(db)
    hall.crowd += [signed(503, {"code": "busy"}, {"Retry-After": "7"})]
    assert sync.once(db).stopped == Unreachable("busy", 7.0)


def test_a_proxy_cannot_make_a_terminal_wait(hall, db):
    queued(db)
    hall.crowd += [answering(503, b"", {"Retry-After": "99999"})]
    assert sync.once(db).stopped == Unreachable("not-the-gateway")


def test_a_clock_three_years_back_changes_nothing_but_what_is_said_of_it(tmp_path, hall):
    late = datetime.now().astimezone() - THREE_YEARS
    db = terminal(tmp_path / "terminal", hall)
    made = queued(db, late)
    assert made.sealed.manifest.clock == "unchecked"
    assert sync.once(db).received == 1
    assert hall.opened(made.reference)["formulaire.pdf"] == made.pdf
    db.close()


def test_a_clock_that_agrees_with_the_gateways_is_checked(hall, db):
    assert queued(db).sealed.manifest.clock == "checked"


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_that_the_gateway_contradicts_is_not_checked(hall, db, years):
    hall.clock = lambda: datetime.now().astimezone() + years * THREE_YEARS
    sync.once(db)
    assert queued(db).sealed.manifest.clock == "unchecked"


@pytest.mark.parametrize(("status", "code"), [(422, "bad-package"), (413, "too-large"), (422, None)])
def test_one_that_is_always_refused_does_not_stop_the_other_nine(hall, db, status, code):
    made = [queued(db) for _ten in range(10)]
    hall.crowd += [signed(status, {"code": code})]
    report = sync.once(db)
    assert (report.received, report.refused, report.waiting, report.stopped) == (9, 1, 0, None)
    assert sorted(hall.has()) == sorted(each.reference for each in made[1:])
    [bad] = [row for row in outbox.listed(db) if row.state == "refused"]
    assert (bad.reference, bad.why) == (made[0].reference, code or "refused")
    assert bodies(db) == 1


def test_a_refused_one_can_be_tried_again(hall, db):
    made = queued(db)
    hall.crowd += [signed(422, {"code": "unknown-caisse"})]
    sync.once(db)
    assert sync.once(db).received == 0
    assert outbox.retry(db, [made.sealed.id, "unknown"]) == 1
    assert sync.once(db).received == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_gateway_that_does_not_know_the_terminal_stops_all(hall, db, status):
    for _three in range(3):
        queued(db)
    hall.crowd += [signed(status, {"code": "not-enrolled"})]
    report = sync.once(db)
    assert (report.stopped, report.waiting, hall.has()) == (NotEnrolled(), 3, [])
    assert len([line for line in hall.asked if line.startswith("PUT")]) == 1


@pytest.mark.parametrize("megabytes", [1, 7])
def test_an_answer_that_comes_before_the_gateway_has_heard_all_is_heard(hall, megabytes):
    large = outbox.Parcel("00000000-0000-4000-8000-000000000000", b"", bytes(megabytes * 1_000_000))
    with connected(f"http://127.0.0.1:{hall.port}", "nobody's", signatures.public_of(hall.key)) as gateway:
        assert [gateway.send(large) for _turn in range(3)] == [NotEnrolled()] * 3


def test_what_the_gateway_has_received_and_erased_is_received(hall, db):
    queued(db)
    hall.crowd += [signed(410, {"code": "erased"})]
    assert sync.once(db).received == 1
    assert (states(db), bodies(db)) == (["received"], 0)


@pytest.mark.parametrize("receipt", [[], [signed(404, {"code": "unknown"})]])
def test_other_bytes_under_the_same_id_are_never_resent_blindly(hall, db, receipt):
    first, second = queued(db), queued(db)
    sync.once(db)
    # The row of the first now claims to be the second's, as after a rolled back database: same id, other bytes.
    other = second.sealed.manifest_bytes.replace(second.sealed.id.encode(), first.sealed.id.encode())
    with_other = other.replace(second.reference.encode(), first.reference.encode())
    db.execute(
        "UPDATE outbox SET state = 'waiting', held = NULL, manifest = ? WHERE id = ?", (with_other, first.sealed.id)
    )
    db.execute("INSERT INTO bodies VALUES (?, x'00')", (first.sealed.id,))
    hall.crowd += [signed(409, {"code": "other-bytes", "manifest_sha256": "0" * 64}), *receipt]
    assert sync.once(db).refused == 1
    [row] = [row for row in outbox.listed(db) if row.id == first.sealed.id]
    assert (row.state, row.why) == ("refused", "other-bytes")


def test_a_conflict_over_the_same_bytes_is_a_receipt(hall, db):
    made = queued(db)
    sync.once(db)
    db.execute("UPDATE outbox SET state = 'waiting', held = NULL")
    db.execute("INSERT INTO bodies VALUES (?, x'00')", (made.sealed.id,))
    hall.crowd += [signed(409, {"code": "other-bytes"})]
    assert sync.once(db).received == 1


def test_urgent_ones_leave_first(hall, db):
    for urgent in ("no", "care", "no", "rights"):
        queued(db, urgent=urgent)
    first = [row.id for row in outbox.listed(db) if row.urgent]
    sync.once(db)
    sent = [line.rsplit("/", 1)[1] for line in hall.asked if line.startswith("PUT")]
    assert (sorted(sent[:2]), len(sent)) == (sorted(first), 4)


def test_they_are_taken_urgent_ones_first_then_the_oldest(db):
    for urgent in ("no", "care", "no", "rights"):
        queued(db, urgent=urgent)
    wanted = [row.id for row in sorted(outbox.listed(db), key=lambda row: (not row.urgent, row.counter))]
    assert [parcel.id for parcel in outbox.take(db, 3)] == wanted[:3]
    assert [parcel.id for parcel in outbox.take(db, 3, wanted[:3])] == wanted[3:]


def test_more_than_one_pass_holds_are_all_sent(hall, db):
    for _many in range(sync.BATCH + 1):
        queued(db)
    told: list[sync.Report] = []
    report = sync.once(db, told.append)
    assert (report.received, report.waiting, len(told)) == (sync.BATCH + 1, 0, 2)


def test_what_was_taken_and_not_tried_does_not_count_as_sent(hall, db):
    for _two in range(2):
        queued(db)
    hall.crowd += [cut]
    sync.once(db)
    assert [row.tries for row in outbox.listed(db)] == [1, 0]


def test_what_was_taken_for_the_next_pass_does_not_count_as_sent_when_the_way_closes(hall, db):
    for _many in range(sync.BATCH + 2):
        queued(db)
    hall.crowd += [cut]
    assert sync.once(db).waiting == sync.BATCH + 2
    assert [row.tries for row in outbox.listed(db)] == [1] + [0] * (sync.BATCH + 1)


def test_a_terminal_without_enrolment_sends_nothing_and_says_so(tmp_path):
    db = terminal(tmp_path)
    assert sync.parcels(db) is None
    assert sync.once(db).stopped == NotEnrolled()
    assert enrolment.enrolled(db) is None
    db.close()


def test_the_window_and_the_command_may_send_at_once(tmp_path, hall, db):
    made = [queued(db) for _many in range(12)]

    def send(_number):
        own = open_database(tmp_path / "terminal", KEY)
        report = sync.once(own)
        own.close()
        return report.stopped

    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(send, range(3))) == [None] * 3
    assert sorted(hall.has()) == sorted(each.reference for each in made)
    assert (set(states(db)), bodies(db)) == ({"received"}, 0)


def test_the_probe_believes_the_gateway_alone(hall, db):
    enrolled = enrolment.enrolled(db)
    assert enrolled
    with sync.route(enrolled) as gateway:
        assert gateway.ping()
        hall.crowd += [answering(204), answering(200, b"<html>"), cut]
        assert [gateway.ping() for _each in range(4)] == [False, False, False, True]


def test_the_manifest_tells_no_more_than_the_protocol_says(hall, db):
    told = json.loads(queued(db, urgent="care").sealed.manifest_bytes)
    assert set(told) == {
        "protocol", "id", "counter", "terminal", "caisse", "form", "form_version", "key_ids", "made_at", "clock",
        "priority", "reference", "cancel_sha256", "parts",
    }  # fmt: skip
    assert told["priority"] == "urgent"
