"""Sealed pièces: their draft's until it is submitted, then their saisine's until the receipt; never half of them."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from app.protocol import parcel
from app.protocol.manifest import Part
from app.protocol.parcel import Sealed
from app.protocol.text import sha256
from app.store import drafts, outbox, parts, pieces
from app.store.database import open_database
from app.store.errors import DiskFull, DraftErased, StoreDamaged
from app.store.parts import PAGE, Upload
from tests.protocol.sending import ANSWERS, PDF, TERMINAL_KEY, a_cover, a_recipient
from tests.store.kill_queue import KEY
from tests.store.test_drafts import NOW
from tests.store.test_outbox import draft, rows, settled
from tests.store.test_pieces import told

BYTES = [os.urandom(size) for size in (1, PAGE, 2 * PAGE + 5)]
"""Sealed pièces, of one page and of more."""


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=2)
    yield db
    db.close()


def staged(db, keys, bodies=BYTES) -> list[Part]:
    return [parts.stage(db, keys.id, body) for body in bodies]


def sealed(made: list[Part], **changes) -> Sealed:
    return parcel.seal(a_cover(**changes), ANSWERS, PDF, [a_recipient()], TERMINAL_KEY, made)


def queued(db, bodies=BYTES, **changes) -> Sealed:
    """A saisine with pièces in the outbox."""
    keys = draft(db)
    made = sealed(staged(db, keys, bodies), **changes)
    outbox.queue(db, made, keys.id)
    return made


def held(db, made: Sealed, missing=None) -> None:
    settled(db, outbox.held, made.id, [part.sha256 for part in made.manifest.parts[1:]] if missing is None else missing)


def whole(db, upload: Upload) -> bytes:
    """All bytes of that pièce, taken a bit at a time."""
    taken = b""
    while len(taken) < upload.size:
        settled(db, outbox.moved, replace(upload, sent=len(taken)))
        next_ = parts.upload(db, PAGE + 7, 3)
        assert next_
        assert (next_.sha256, next_.sent) == (upload.sha256, len(taken))
        taken += next_.bytes
    settled(db, outbox.moved, replace(upload, sent=upload.size))
    return taken


def count(db) -> list[int]:
    return [*rows(db, "SELECT (SELECT count(*) FROM parts), (SELECT count(*) FROM pages)")[0]]


def sent(db) -> list[tuple[str | None, int, int]]:
    return [(*row,) for row in rows(db, "SELECT location, sent, restarts FROM parts ORDER BY number")]


# Staged


def test_what_is_staged_is_told_as_the_manifest_tells_it(db):
    [part] = staged(db, draft(db), [b"sealed"])
    assert part == Part("piece", sha256(b"sealed"), 6)


def test_what_was_staged_before_is_forgotten(db):
    keys, other = draft(db), draft(db)
    staged(db, keys)
    staged(db, other, [b"x"])
    parts.unstage(db, keys.id)
    assert count(db) == [1, 1]


@pytest.mark.parametrize(
    "end", [lambda db, keys: drafts.erase(db, keys.id), lambda db, _keys: drafts.purge(db, NOW + timedelta(days=8))]
)
def test_a_draft_that_ends_takes_what_was_staged_along(db, end):
    keys = draft(db)
    staged(db, keys)
    end(db, keys)
    assert count(db) == [0, 0]
    with pytest.raises(DraftErased):
        parts.stage(db, keys.id, b"late")


# Queued: wholly one or the other


def test_a_saisine_leaves_with_its_pieces_and_the_draft_is_gone(db):
    keys = draft(db)
    pieces.put(db, keys, told(b"%PDF"), b"%PDF", NOW, 7)
    made = sealed(staged(db, keys))
    outbox.queue(db, made, keys.id)
    assert drafts.find(db, keys.lock, NOW) is None
    assert rows(db, "SELECT wrapped, finder FROM drafts") == [(None, None)]
    assert drafts.sweep(db) == 1
    assert rows(db, "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM chunks)") == [(0, 0)]
    assert [row.pieces for row in outbox.listed(db)] == [3]
    held(db, made)
    for body in BYTES:
        upload = parts.upload(db, PAGE, 3)
        assert upload
        assert (upload.saisine, upload.size, upload.location, upload.sent) == (made.id, len(body), None, 0)
        assert whole(db, upload) == body
    assert parts.upload(db, PAGE, 3) is None


def test_queueing_the_same_again_changes_nothing(db):
    keys = draft(db)
    made = sealed(staged(db, keys))
    outbox.queue(db, made, keys.id)
    outbox.queue(db, made, keys.id)
    assert count(db) == [3, 5]


@pytest.mark.parametrize("lost", ["DELETE FROM parts WHERE number = 2", "UPDATE parts SET size = 7 WHERE number = 2"])
def test_a_saisine_whose_pieces_are_not_all_staged_is_not_queued(db, lost):
    keys = draft(db)
    made = sealed(staged(db, keys))
    db.execute(lost)
    with pytest.raises(StoreDamaged):
        outbox.queue(db, made, keys.id)
    assert drafts.find(db, keys.lock, NOW)
    assert outbox.listed(db) == []


def test_a_full_disk_stages_nothing_of_a_piece(db):
    keys = draft(db)
    staged(db, keys, [b"one"])
    pages = db.execute("PRAGMA page_count").fetchall()[0][0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull):
        parts.stage(db, keys.id, os.urandom(3 * PAGE))
    assert count(db) == [1, 1]


COMMIT, STATEMENTS = 11, 13
"""Of ``queue`` with three pièces, and a draft that holds one; a test fails when they are other numbers."""


@pytest.mark.parametrize("last", range(1, STATEMENTS + 2))
def test_a_terminal_killed_between_two_statements_has_its_draft_or_the_whole_saisine(tmp_path, last):
    db = open_database(tmp_path, KEY)
    keys = draft(db)
    pieces.put(db, keys, told(b"%PDF"), b"%PDF", NOW, 7)
    made = sealed(staged(db, keys, [b"1", b"2", b"3"]))
    db.close()
    (tmp_path / "job").write_bytes(pickle.dumps((outbox.queue, (made, keys.id))))
    child = [sys.executable, "-m", "tests.store.kill_queue", str(tmp_path), str(last)]
    done = subprocess.run(child, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == ((0, f"{STATEMENTS}\n") if last > STATEMENTS else (-9, ""))
    db = open_database(tmp_path, KEY)
    whose = rows(db, "SELECT DISTINCT draft, saisine FROM parts")
    if last <= COMMIT:
        assert whose == [(keys.id, None)]
        assert pieces.read(db, keys, "tax_notice") == b"%PDF"
        assert outbox.listed(db) == []
    else:
        assert whose == [(None, made.id)]
        assert drafts.find(db, keys.lock, NOW) is None
    drafts.purge(db, NOW)
    assert rows(db, "SELECT count(*) FROM chunks") == [(1 if last <= COMMIT else 0,)]
    db.close()


# On its way


def test_pieces_wait_for_the_form(db):
    made = queued(db)
    assert parts.upload(db, PAGE, 3) is None
    held(db, made)
    assert parts.upload(db, PAGE, 3)
    assert outbox.take(db, 10) == ()
    assert [(row.pieces, row.held, row.state) for row in outbox.listed(db)] == [(3, 0, "waiting")]


def test_urgent_ones_come_first_then_the_oldest_then_those_that_begin_again_and_again(db):
    for counter, urgent in ((3, False), (1, False), (2, True)):
        held(db, queued(db, [os.urandom(9)], counter=counter, priority="urgent" if urgent else "normal"))
    order = []
    while upload := parts.upload(db, PAGE, 3):
        order.append(rows(db, f"SELECT counter FROM outbox WHERE id = '{upload.saisine}'")[0][0])  # noqa: S608
        restarts = 4 if order == [2] else 0
        settled(db, outbox.moved, replace(upload, sent=0 if restarts else upload.size, restarts=restarts))
    assert order == [2, 1, 3, 2]


def test_where_it_is_survives_a_restart(db, tmp_path):
    held(db, queued(db))
    upload = parts.upload(db, PAGE, 3)
    assert upload
    settled(db, outbox.moved, replace(upload, location="/v1/parts/7", sent=1, restarts=1))
    again = open_database(tmp_path, KEY)
    assert sent(again)[0] == ("/v1/parts/7", 1, 1)
    assert [(row.pieces, row.held) for row in outbox.listed(again)] == [(3, 1)]
    again.close()


def test_one_whose_pieces_have_all_left_is_taken_again_for_its_receipt(db):
    made = queued(db)
    held(db, made, [])
    [asked] = outbox.take(db, 10)
    assert (asked.id, asked.manifest, asked.package) == (made.id, made.manifest_bytes, b"")


def test_one_that_the_receipt_misses_begins_again_and_the_others_do_not(db):
    made = queued(db)
    held(db, made, [])
    held(db, made, [made.manifest.parts[2].sha256])
    assert sent(db) == [(None, 1, 0), (None, 0, 1), (None, len(BYTES[2]), 0)]
    assert [row.held for row in outbox.listed(db)] == [2]
    settled(db, outbox.moved, replace(parts.upload(db, 1, 3), location="/p", sent=9))  # type: ignore[type-var]
    held(db, made, [made.manifest.parts[2].sha256])
    assert sent(db)[1] == ("/p", 9, 1)


def test_one_that_the_gateway_has_forgotten_is_sent_with_its_form_again(db):
    made = queued(db)
    held(db, made, [])
    settled(db, outbox.lost, made.id)
    [parcel_] = outbox.take(db, 10)
    assert parcel_.package == made.package
    assert {line[:2] for line in sent(db)} == {(None, 0)}
    assert parts.upload(db, PAGE, 3) is None


def test_with_the_receipt_all_bytes_go(db):
    made = queued(db)
    other = queued(db, counter=2)
    settled(db, outbox.received, made.id, b"receipt", "2026-05-04T10:00:00Z")
    assert count(db) == [3, 5]
    assert rows(db, "SELECT DISTINCT saisine FROM parts") == [(other.id,)]
    assert [(row.pieces, row.held) for row in outbox.listed(db)] == [(3, 3), (3, None)]


def test_a_withdrawn_one_has_no_bytes(db):
    made = queued(db)
    assert outbox.withdraw(db, made.id, tries=0)
    assert count(db) == [0, 0]


def test_a_refused_one_keeps_them_and_goes_on_where_it_was(db):
    made = queued(db)
    held(db, made)
    settled(db, outbox.refused, made.id, "too-large")
    assert parts.upload(db, PAGE, 3) is None
    assert count(db) == [3, 5]
    outbox.retry(db, [made.id])
    assert outbox.take(db, 10) == ()
    assert parts.upload(db, PAGE, 3)
