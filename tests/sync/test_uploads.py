"""Pièces on their way to the real gateway: cut at every place, killed between, dropped there; each arrives once."""

import json
import os
from contextlib import suppress

import pytest
from sqlalchemy import delete

from app.actions import cancel, sync
from app.gateway.database import writing
from app.gateway.tables import parts as there
from app.protocol import receipt, signatures
from app.store import outbox
from app.store.database import open_database
from app.sync import tus
from app.sync.deliver import NotEnrolled, Unreachable
from tests.sync import hall as halls
from tests.sync.hall import KEY, pass_on, passed, reply
from tests.sync.hostile import FAULTS, answering, cut, cut_after, signed, swallow
from tests.sync.pieces import MIB, arrived, asked, kept, prepared, queued

SMALL = [b"%PDF one", b"%PDF two", b"%PDF three", b"%PDF four", b"%PDF five"]
LONG = os.urandom(2 * MIB + 5000)
"""Three PATCHes."""


def sent(db, passes=12):
    """Send until nothing waits; the reports."""
    reports = []
    for _pass in range(passes):
        reports.append(sync.once(db))
        if not reports[-1].waiting:
            return reports
    raise AssertionError(reports)


def row(db):
    [only] = outbox.listed(db)
    return only


def left(db):
    return db.execute("SELECT (SELECT count(*) FROM bodies), (SELECT count(*) FROM parts)").fetchall()[0]


def test_a_request_arrives_with_its_pieces_in_one_go(hall, db):
    made = queued(db, *SMALL, LONG)
    report = sync.once(db)
    assert (report.received, report.waiting, report.stopped) == (1, 0, None)
    assert arrived(hall, made, *SMALL, LONG)
    assert (row(db).state, row(db).pieces, row(db).held, left(db)) == ("received", 6, 6, (0, 0))
    proof = outbox.proof(db, made.sealed.id)
    assert proof
    assert proof[1]
    assert receipt.verify(proof[1], signatures.public_of(hall.key), proof[0]).complete


def test_the_form_is_asked_after_and_not_sent_again(hall, db):
    queued(db, b"1", b"2")
    sync.once(db)
    calls = [line.replace("?", "/").split("/") for line in hall.asked]
    assert [f"{call[0]}{call[2]}" for call in calls] == [
        "POST terminals", "PUT saisines", "GET events", "POST parts", "PATCH parts", "POST parts", "PATCH parts",
        "GET saisines", "GET events",
    ]  # fmt: skip


def test_as_long_as_a_piece_is_missing_it_waits(hall, db):
    made = queued(db, *SMALL)
    hall.crowd += [pass_on] * 6 + [cut]
    report = sync.once(db)
    assert isinstance(report.stopped, Unreachable)
    assert (report.received, report.waiting) == (0, 1)
    assert (row(db).state, row(db).pieces, row(db).held) == ("waiting", 5, 2)
    sent(db)
    assert arrived(hall, made, *SMALL)


@pytest.mark.parametrize("tenth", range(11))
def test_a_piece_that_was_cut_anywhere_goes_on_where_it_was(hall, db, tenth):
    made = queued(db, LONG)
    hall.crowd += [pass_on] * 4 + [cut_after(tenth)]
    assert isinstance(sync.once(db).stopped, Unreachable)
    hall.asked.clear()
    sent(db)
    assert arrived(hall, made, LONG)
    assert asked(hall) == ["HEAD", "PATCH", "PATCH"]


WAYS = {name: ways for name, ways in FAULTS.items() if "receipt" not in name and name not in ("409, then nothing",)}


@pytest.mark.parametrize("question", ["POST", "PATCH", "second PATCH"])
@pytest.mark.parametrize("fault", WAYS)
def test_whatever_is_in_the_way_it_arrives_once_in_the_end(hall, db, fault, question):
    made = queued(db, LONG)
    before = 2 + ["POST", "PATCH", "second PATCH"].index(question)
    hall.crowd += [pass_on] * before + WAYS[fault]
    report = sync.once(db)
    assert (report.received, report.refused) == (0, 0) or report.received == 1
    sent(db)
    assert arrived(hall, made, LONG)
    assert left(db) == (0, 0)


def test_what_was_stored_and_not_answered_is_not_sent_again(hall, db):
    queued(db, LONG)
    hall.crowd += [pass_on] * 3 + [swallow]
    sync.once(db)
    hall.asked.clear()
    sent(db)
    assert asked(hall) == ["HEAD", "PATCH", "PATCH"]


def test_a_terminal_that_stops_before_it_notes_anything_asks_where_it_was(tmp_path, hall, db):
    made = queued(db, LONG)
    with suppress(RuntimeError):
        _without_settling(db)
    db.close()
    again = open_database(tmp_path / "terminal", KEY)
    hall.asked.clear()
    sent(again)
    assert arrived(hall, made, LONG)
    assert asked(hall) == ["POST"]  # the gateway has had all of it
    again.close()


def _without_settling(db):
    """The form, then all of the pièce, and nothing is kept of that."""
    for _form_then_piece in range(2):
        outgoing = sync.parcels(db)
        assert outgoing
        with sync.route(outgoing.enrolled) as gateway:
            delivery = sync.deliver(outgoing, gateway)
        if delivery.moved:
            raise RuntimeError
        sync.settle(db, delivery)


def test_only_the_piece_that_the_gateway_has_dropped_is_sent_again(hall, db):
    made = queued(db, *SMALL)
    lost = made.sealed.manifest.parts[3]
    dropped = []

    def drop(handler):
        with writing(hall.db) as connection:
            connection.execute(delete(there).where(there.c.sha256 == lost.sha256))
        dropped.extend(hall.asked)
        hall.asked.clear()
        pass_on(handler)

    hall.crowd += [pass_on] * 12 + [drop]
    reports = sent(db)
    assert dropped[-1].startswith("GET /v1/saisines")
    assert asked(hall) == ["POST", "PATCH"]
    assert [report.received for report in reports] == [1]
    assert arrived(hall, made, *SMALL)


def test_a_gateway_that_drops_it_again_and_again_is_left_alone_for_a_while(hall, db):
    queued(db, b"1")

    def misses(handler):
        with writing(hall.db) as connection:
            connection.execute(delete(there).where(there.c.sha256 != ""))
        pass_on(handler)

    hall.crowd += [misses] * 40
    report = sync.once(db)
    assert report.stopped == Unreachable("incomplete")
    assert asked(hall).count("PATCH") <= tus.RESTARTS + 2
    hall.crowd.clear()
    sent(db)
    assert row(db).state == "received"


def test_a_gateway_that_has_forgotten_the_request_gets_all_of_it_again(hall, db):
    made = queued(db, *SMALL)
    hall.crowd += [pass_on] * 4 + [signed(404, {"code": "unknown"})]
    report = sync.once(db)
    assert (report.received, report.stopped) == (1, None)
    assert len([line for line in hall.asked if line.startswith("PUT")]) == 2
    assert arrived(hall, made, *SMALL)


def test_a_receipt_of_a_request_that_is_unknown_there_makes_it_leave_again(hall, db):
    made = queued(db, b"1")
    hall.crowd += [pass_on] * 4 + [signed(404, {"code": "unknown"})]
    assert sync.once(db).received == 1
    assert arrived(hall, made, b"1")


@pytest.mark.parametrize(("status", "code"), [(413, "too-large"), (422, "not-a-part")])
def test_a_piece_that_is_refused_sets_its_request_aside_and_the_others_go_on(hall, db, status, code):
    bad, good = queued(db, b"1"), queued(db, b"2")
    hall.crowd += [pass_on] * 3 + [signed(status, {"code": code})]
    report = sync.once(db)
    assert (report.received, report.refused, report.waiting, report.stopped) == (1, 1, 0, None)
    told = {line.id: (line.state, line.why) for line in outbox.listed(db)}
    assert told == {bad.sealed.id: ("refused", code), good.sealed.id: ("received", None)}
    outbox.retry(db, [bad.sealed.id])
    assert sync.once(db).received == 1
    assert arrived(hall, bad, b"1")


def test_a_gateway_that_does_not_know_the_terminal_stops_all(hall, db):
    queued(db, b"1")
    hall.crowd += [pass_on] * 2 + [signed(401, {"code": "not-enrolled"})]
    assert sync.once(db).stopped == NotEnrolled()
    assert [line.tries for line in outbox.listed(db)] == [1]


def test_the_gateways_wish_to_be_left_alone_is_handed_on(hall, db):
    queued(db, b"1")
    hall.crowd += [pass_on] * 3 + [signed(503, {"code": "busy"}, {"Retry-After": "7"})]
    assert sync.once(db).stopped == Unreachable("busy", 7.0)


def test_a_portal_is_not_the_gateway(hall, db):
    queued(db, b"1")
    hall.crowd += [pass_on] * 2 + [answering(201, b"", {"Location": "/v1/parts/7", "Upload-Offset": "1"})]
    assert sync.once(db).stopped == Unreachable("not-the-gateway")


def test_bytes_that_change_on_the_way_are_sent_again(hall, db):
    made = queued(db, LONG)

    def change(handler):
        told = handler.headers["Upload-Checksum"]
        handler.headers.replace_header("Upload-Checksum", told[:10] + ("A" if told[10] != "A" else "B") + told[11:])
        pass_on(handler)

    hall.crowd += [pass_on] * 4 + [change]
    assert sync.once(db).received == 1
    assert asked(hall) == ["POST"] + ["PATCH"] * 4
    assert arrived(hall, made, LONG)


def test_a_place_that_has_expired_is_asked_for_anew(hall, db):
    made = queued(db, LONG)
    hall.crowd += [pass_on] * 4 + [cut, signed(404), pass_on, pass_on]
    sync.once(db)
    assert sync.once(db).received == 1
    assert arrived(hall, made, LONG)


def test_all_forms_leave_before_any_piece_and_urgent_ones_first(hall, db):
    first, second = queued(db, b"1"), queued(db, b"2")
    plain = halls.queued(db)
    db.execute("UPDATE outbox SET urgent = 1 WHERE id = ?", (second.sealed.id,))
    sync.once(db)
    puts = [line.rsplit("/", 1)[1] for line in hall.asked if line.startswith("PUT")]
    assert (puts[0], sorted(puts[1:])) == (second.sealed.id, sorted([first.sealed.id, plain.sealed.id]))
    last_put = max(place for place, line in enumerate(hall.asked) if line.startswith("PUT"))
    assert not any("/v1/parts" in line for line in hall.asked[:last_put])
    receipts = [line.split("/")[3] for line in hall.asked if line.endswith("/receipt")]
    assert receipts == [second.sealed.id, first.sealed.id]


def test_a_form_that_is_queued_meanwhile_does_not_wait_for_a_long_piece(hall, db, monkeypatch):
    monkeypatch.setattr(sync, "PAGE", MIB)
    long = queued(db, LONG)
    order = []
    while (step := sync.parcels(db)) and (step.parcels or step.upload):
        with sync.route(step.enrolled) as gateway:
            sync.settle(db, sync.deliver(step, gateway))
        order.append("piece" if step.upload else "form")
        if order == ["form", "piece"]:
            halls.queued(db)
    assert order == ["form", "piece", "form", "piece", "piece", "form"]
    assert arrived(hall, long, LONG)


def test_a_piece_is_read_a_few_mebibytes_at_a_time(hall, db, monkeypatch):
    made = queued(db, LONG)
    monkeypatch.setattr(sync, "PAGE", MIB)
    sizes = []
    real = sync.deliver

    def watched(outgoing, gateway):
        sizes.append(len(outgoing.upload.bytes) if outgoing.upload else 0)
        return real(outgoing, gateway)

    monkeypatch.setattr(sync, "deliver", watched)
    sent(db)
    total = made.sealed.manifest.parts[1].size
    assert [size for size in sizes if size] == [MIB, MIB, total - 2 * MIB]


def test_one_that_is_withdrawn_half_way_is_gone_on_both_sides(hall, db):
    made = queued(db, LONG)
    hall.crowd += [pass_on] * 4 + [cut]
    sync.once(db)
    found = cancel.find(db, made.cancel_code)
    assert found
    assert cancel.ask(found) == "withdrawn"
    assert cancel.finish(db, found)
    assert (row(db).state, left(db), hall.has()) == ("withdrawn", (0, 0), [])


def test_one_that_the_gateway_has_erased_meanwhile_is_received(hall, db):
    queued(db, b"1")
    hall.crowd += [pass_on] * 2 + [signed(410, {"code": "erased"})]
    assert sync.once(db).received == 1
    assert (row(db).state, left(db)) == ("received", (0, 0))


def test_a_second_touch_queues_nothing(db):
    keys, saisine = kept(db, b"1")
    one = prepared(db, keys, saisine)
    two = prepared(db, keys, saisine)
    with pytest.raises(Exception, match="not what was put"):
        outbox.queue(db, one.sealed, keys.id)
    outbox.queue(db, two.sealed, keys.id)
    assert row(db).id == two.sealed.id


def test_nothing_of_a_piece_is_told_to_the_gateway_but_hash_and_size(hall, db):
    told = []

    def listen(handler):
        told.append(dict(handler.headers))
        reply(handler, *passed(handler))

    made = queued(db, b"1")
    hall.crowd += [pass_on] * 2 + [listen] * 2
    sync.once(db)
    text = json.dumps(told)
    assert "paper_0" not in text
    assert {"Upload-Metadata", "Upload-Length"} <= set(told[0])
    assert made.sealed.manifest.parts[1].role == "piece"
