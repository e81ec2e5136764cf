"""The outbox: a saisine is wholly a draft or wholly queued, and readable by its caisse alone."""

import base64
import os
import pickle
import subprocess
import sys
from datetime import UTC, datetime

import pyrage
import pytest

from app.protocol import recipients
from app.protocol.parcel import Cover, Sealed, seal
from app.store import drafts, enrolment, outbox
from app.store.database import FILE, open_database, reading, transaction
from app.store.drafts import Keys
from app.store.errors import DiskFull, DraftErased
from app.store.keys import DraftLock
from tests.builders import mas_answers
from tests.store.kill_queue import KEY

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
STATEMENTS, COMMIT = 13, 11
"""Of ``queue``, those that empty the WAL included, and which one commits; a test fails when it is another number."""


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=2)
    yield db
    db.close()


def sealed(counter: int = 1, urgent: bool = False, answers: bytes = b"{}") -> Sealed:
    to = recipients.make("999", str(pyrage.x25519.Identity.generate().to_public()), NOW)
    terminal = "00000000-0000-4000-8000-000000000000"
    cover = Cover(
        os.urandom(16), counter, terminal, "999", "mas", 1, NOW, "checked", "urgent" if urgent else "normal", "2" * 12
    )
    return seal(cover, answers, b"%PDF", [to], bytes(32))


def queued(db, *numbers: int, urgent: bool = False) -> list[str]:
    made = [sealed(number, urgent) for number in numbers]
    for each in made:
        outbox.queue(db, each, None)
    return [each.id for each in made]


def draft(db) -> Keys:
    keys = Keys(os.urandom(16), os.urandom(32), DraftLock("KX7F-4PMQ", *map(os.urandom, (16, 32))), "mas", 1)
    drafts.write(db, keys, dict(mas_answers()), NOW, 7)
    return keys


def rows(db, sql):
    with reading(db):
        return db.execute(sql).fetchall()


def settled(db, settle, *told):
    with transaction(db):
        settle(db, *told)


# Wholly one or the other


@pytest.mark.parametrize("last", range(1, STATEMENTS + 2))
def test_a_terminal_killed_between_two_statements_has_a_draft_or_a_queued_saisine(tmp_path, last):
    db = open_database(tmp_path, KEY)
    keys, made = draft(db), sealed()
    db.close()
    (tmp_path / "job").write_bytes(pickle.dumps((outbox.queue, (made, keys.id))))
    child = [sys.executable, "-m", "tests.store.kill_queue", str(tmp_path), str(last)]
    done = subprocess.run(child, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == ((0, f"{STATEMENTS}\n") if last > STATEMENTS else (-9, ""))
    db = open_database(tmp_path, KEY)
    found = drafts.find(db, keys.lock, NOW)
    assert (found is None) == (last > COMMIT)
    if found:
        assert drafts.read(db, found, keys.lock)[1].typed == mas_answers()
        assert rows(db, "SELECT count(*) FROM outbox") == [(0,)]
    else:
        assert rows(db, "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM answers)") == [(0, 0)]
        [parcel] = outbox.take(db, 10)
        assert (parcel.id, parcel.manifest, parcel.package) == (made.id, made.manifest_bytes, made.package)
    db.close()


def test_a_full_disk_queues_nothing_and_leaves_the_draft_whole(db):
    keys = draft(db)
    pages = db.execute("PRAGMA page_count").fetchall()[0][0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull):
        outbox.queue(db, sealed(answers=b"x" * 500_000), keys.id)
    found = drafts.find(db, keys.lock, NOW)
    assert found
    assert drafts.read(db, found, keys.lock)[1].typed == mas_answers()
    assert outbox.listed(db) == []


def test_a_second_touch_queues_nothing(db):
    keys = draft(db)
    outbox.queue(db, sealed(1), keys.id)
    with pytest.raises(DraftErased):
        outbox.queue(db, sealed(2), keys.id)
    assert outbox.waiting(db) == 1


def test_queueing_the_same_bytes_again_changes_nothing(db):
    keys, made = draft(db), sealed()
    outbox.queue(db, made, keys.id)
    outbox.queue(db, made, keys.id)
    assert [row.id for row in outbox.listed(db)] == [made.id]


def test_a_draft_erased_meanwhile_is_not_sent(db):
    keys = draft(db)
    drafts.erase(db, keys.id)
    with pytest.raises(DraftErased):
        outbox.queue(db, sealed(), keys.id)
    assert outbox.listed(db) == []


def test_a_late_save_does_not_bring_the_draft_back(db):
    keys = draft(db)
    outbox.queue(db, sealed(), keys.id)
    with pytest.raises(DraftErased):
        drafts.write(db, keys, {"name": "KOVALENKO"}, NOW, 7)


def test_a_reader_who_stays_does_not_make_queueing_fail(db, tmp_path):
    keys, reader = draft(db), open_database(tmp_path, KEY)
    with reading(reader):
        reader.execute("SELECT * FROM answers").fetchall()
        db.execute("PRAGMA busy_timeout = 100").fetchall()
        outbox.queue(db, sealed(), keys.id)
    reader.close()
    assert outbox.waiting(db) == 1


# Readable by its caisse alone


def test_after_queueing_the_terminal_has_no_key_to_the_answers(db, tmp_path):
    keys = draft(db)
    enrolment.signing_key(db)
    outbox.queue(db, sealed(answers=repr(mas_answers()).encode()), keys.id)
    assert os.path.getsize(tmp_path / f"{FILE}-wal") == 0
    db.execute(f"ATTACH DATABASE '{tmp_path / 'clear.db'}' AS clear KEY ''")
    db.execute("SELECT sqlcipher_export('clear')").fetchall()
    db.execute("DETACH DATABASE clear")
    dump = (tmp_path / "clear.db").read_bytes()
    assert sealed().manifest.form.encode() in dump
    told = [text for name, text in mas_answers().items() if len(text) > 4]
    for secret in [*told, keys.code, "KOVALENKO", "2880399999012"]:
        for form in (secret.encode(), secret.encode("utf-16-le"), base64.b64encode(secret.encode()).rstrip(b"=")[:-1]):
            assert form not in dump, secret
    for secret_key in (keys.key, keys.lock.wrap):
        assert secret_key not in dump
    [(package,)] = rows(db, "SELECT package FROM bodies")
    own = [rows(db, "SELECT key FROM terminal")[0][0], KEY, rows(db, "SELECT salt FROM terminal")[0][0] * 2]
    for key in own:
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(_form(package), [_identity(key)])


def _form(package: bytes) -> bytes:
    return package[package.index(b"age-encryption.org") :]


def _identity(key: bytes) -> object:
    return pyrage.x25519.Identity.from_str(_bech32(key))


def _bech32(data: bytes) -> str:
    """The age identity of 32 bytes (BIP 173)."""
    alphabet, prefix = "qpzry9x8gf2tvdw0s3jn54khce6mua7l", "age-secret-key-"
    number = int.from_bytes(data) << 4
    values = [number >> shift & 31 for shift in range(255, -1, -5)]
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = 1
    for value in [*expanded, *values, *[0] * 6]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    check ^= 1
    tail = [check >> 5 * (5 - place) & 31 for place in range(6)]
    return (prefix + "1" + "".join(alphabet[value] for value in values + tail)).upper()


# The queue


def test_urgent_ones_come_first_then_the_lowest_numbers(db):
    five, two, nine = (queued(db, number)[0] for number in (5, 2, 9))
    [seven] = queued(db, 7, urgent=True)
    assert [parcel.id for parcel in outbox.take(db, 3)] == [seven, two, five]
    assert nine in [row.id for row in outbox.listed(db)]


def test_what_is_taken_counts_as_sent_until_the_contrary_is_known(db):
    [one] = queued(db, 1)
    outbox.take(db, 1)
    outbox.take(db, 1)
    settled(db, outbox.not_sent, [one])
    assert [row.tries for row in outbox.listed(db)] == [1]


def test_the_bytes_go_with_the_receipt_and_the_receipt_stays(db):
    [one] = queued(db, 1)
    settled(db, outbox.received, one, b"receipt", "2026-05-04T10:00:00Z")
    [row] = outbox.listed(db)
    assert (row.state, row.received_at) == ("received", "2026-05-04T10:00:00Z")
    assert rows(db, "SELECT count(*) FROM bodies") == [(0,)]
    proof = outbox.proof(db, one)
    assert proof
    assert proof[1] == b"receipt"
    assert outbox.proof(db, "unknown") is None
    assert outbox.take(db, 1) == ()


def test_a_refused_one_keeps_its_bytes_and_waits_for_somebody(db):
    one, two = queued(db, 1, 2)
    settled(db, outbox.refused, one, "too-large")
    assert [parcel.id for parcel in outbox.take(db, 10)] == [two]
    assert outbox.retry(db, [one, two]) == 1
    assert [parcel.id for parcel in outbox.take(db, 10)] == [one, two]


def test_a_withdrawn_one_has_no_bytes_and_is_never_received(db):
    [one] = queued(db, 1)
    assert outbox.withdraw(db, one, tries=0)
    settled(db, outbox.received, one, b"receipt", "2026-05-04T10:00:00Z")
    assert [(row.state, row.received_at) for row in outbox.listed(db)] == [("withdrawn", None)]
    assert rows(db, "SELECT count(*) FROM bodies") == [(0,)]


def test_one_that_began_to_leave_meanwhile_is_not_withdrawn(db):
    [one] = queued(db, 1)
    outbox.take(db, 1)
    assert not outbox.withdraw(db, one, tries=0)
    assert outbox.waiting(db) == 1


def test_what_the_caisse_says_is_kept(db):
    [one] = queued(db, 1)
    settled(db, outbox.said, one, "taken", "call-back", "2026-05-05T09:00:00Z")
    settled(db, outbox.said, "another terminal's", "taken", None, "2026-05-05T09:00:00Z")
    [row] = outbox.listed(db)
    assert (row.status, row.code, row.status_at) == ("taken", "call-back", "2026-05-05T09:00:00Z")


def test_a_number_is_given_once(db):
    assert [enrolment.next_counter(db) for _three in range(3)] == [1, 2, 3]
    queued(db, 1)
    with pytest.raises(Exception, match="UNIQUE"):
        queued(db, 1)


def test_the_signing_key_is_made_once(db, tmp_path):
    again = open_database(tmp_path, KEY)
    assert len(enrolment.signing_key(db)) == 32
    assert enrolment.signing_key(again) == enrolment.signing_key(db)
    again.close()
