"""Pièces at rest: what was kept comes back whole, or not at all, and goes with its draft."""

import hashlib
import os
import pickle
import subprocess
import sys
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.pieces import Kept
from app.store import drafts, pieces
from app.store.database import FILE, open_database, reading, transaction, truncate_wal
from app.store.errors import DiskFull, DraftErased, StoreDamaged
from app.store.pieces import CHUNK
from tests.store.test_drafts import KEY, NOW, some_keys


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=2)
    yield db
    db.close()


def told(pdf: bytes, path: str = "tax_notice") -> Kept:
    return Kept(path, 2, len(pdf), hashlib.sha256(pdf).hexdigest(), "scanner", ("dark",))


def kept(db, pdf: bytes, path: str = "tax_notice", keys=None, now=NOW):
    keys = keys or some_keys()
    pieces.put(db, keys, told(pdf, path), pdf, now, 7)
    return keys


def rows(db, sql):
    with reading(db):
        return db.execute(sql).fetchall()


THAT = "(SELECT id FROM pieces WHERE number = ?)"


def change(db, sql):
    for number in "123":
        sql = sql.replace(f"${number}", THAT.replace("?", number))
    with transaction(db):
        for statement in sql.split(";"):
            db.execute(statement)


LONG = b"%PDF" + os.urandom(2 * CHUNK + 1000)
"""Three chunks."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK]), st.text(min_size=1))
def test_a_pdf_of_any_length_comes_back_at_its_path(db, length, path):
    pdf = os.urandom(length)
    keys = kept(db, pdf, path)
    assert pieces.read(db, keys, path) == pdf
    assert pieces.listed(db, keys) == {path: told(pdf, path)}


def test_a_chunk_holds_a_mebibyte_and_the_last_one_the_rest(db):
    kept(db, LONG)
    assert rows(db, "SELECT length(sealed) FROM chunks ORDER BY place") == [(CHUNK + 28,)] * 2 + [(1004 + 28,)]


def test_a_chunk_is_sealed_as_the_docstring_says(db):
    keys = kept(db, LONG)
    [(piece, sealed)] = rows(db, "SELECT piece, sealed FROM chunks WHERE place = 2")
    about = b"guichet/piece/1\0" + keys.id + piece + (2).to_bytes(8) + b"\1"
    assert AESGCM(keys.key).decrypt(sealed[:12], sealed[12:], about) == LONG[2 * CHUNK :]


def test_several_pieces_of_several_drafts_do_not_mix(db):
    one, two = kept(db, b"1", "a"), kept(db, b"2", "a")
    kept(db, b"3", "b", one)
    assert [pieces.read(db, one, path) for path in pieces.listed(db, one)] == [b"1", b"3"]
    assert list(pieces.listed(db, two)) == ["a"]
    assert pieces.listed(db, some_keys()) == {}


def test_a_piece_that_is_made_again_replaces_the_older_one(db):
    keys = kept(db, LONG)
    kept(db, b"short", keys=keys)
    assert pieces.read(db, keys, "tax_notice") == b"short"
    assert rows(db, "SELECT (SELECT count(*) FROM pieces), (SELECT count(*) FROM chunks)") == [(1, 1)]


def test_one_is_taken_away_and_the_others_stay(db):
    keys = kept(db, LONG, "a")
    kept(db, b"b", "b", keys)
    pieces.drop(db, keys, "a")
    pieces.drop(db, keys, "never there")
    assert list(pieces.listed(db, keys)) == ["b"]
    assert rows(db, "SELECT count(*) FROM chunks") == [(1,)]
    with pytest.raises(StoreDamaged):
        pieces.read(db, keys, "a")


def test_keeping_a_piece_makes_the_draft_and_renews_it(db):
    keys = kept(db, b"1")
    kept(db, b"2", "b", keys, NOW + timedelta(days=3))
    assert [draft.expires_at for draft in drafts.listed(db)] == ["2026-05-14T10:00:00+00:00"]
    found = drafts.find(db, keys.lock, NOW)
    assert found
    assert drafts.read(db, found, keys.lock)[1].typed == {}


# What is not as it was written is seen


def again(db):
    """Two pièces of three chunks in one draft, and a third one in another draft."""
    keys = kept(db, LONG, "a")
    kept(db, os.urandom(len(LONG)), "b", keys)
    kept(db, os.urandom(len(LONG)), "a")
    return keys


DAMAGES = {
    "a chunk is missing": "DELETE FROM chunks WHERE piece = $1 AND place = 1",
    "the last chunk is missing": "DELETE FROM chunks WHERE piece = $1 AND place = 2",
    "all chunks are missing": "DELETE FROM chunks WHERE piece = $1",
    "the pièce is missing": "DELETE FROM pieces WHERE id = $1",
    "a chunk is cut": "UPDATE chunks SET sealed = CAST(substr(sealed, 1, 500) AS BLOB) WHERE piece = $1 AND place = 1",
    "the last is cut": "UPDATE chunks SET sealed = CAST(substr(sealed, 1, 100) AS BLOB) WHERE piece = $1 AND place = 2",
    "next to nothing is left": "UPDATE chunks SET sealed = x'00' WHERE piece = $1 AND place = 0",
    "a chunk is another pièce's": (
        "UPDATE chunks SET sealed = (SELECT sealed FROM chunks WHERE piece = $2 AND place = 1)"
        " WHERE piece = $1 AND place = 1"
    ),
    "a chunk is another draft's": (
        "UPDATE chunks SET sealed = (SELECT sealed FROM chunks WHERE piece = $3 AND place = 0)"
        " WHERE piece = $1 AND place = 0"
    ),
    "all chunks are another pièce's": (
        "UPDATE pieces SET id = x'00' WHERE number = 4; DELETE FROM chunks WHERE piece = $1;"
        "UPDATE chunks SET piece = $1 WHERE piece = $2"
    ),
    "two chunks have changed places": "UPDATE chunks SET place = 10 - place WHERE piece = $1 AND place < 2",
    "there is one chunk too many": (
        "INSERT INTO chunks (piece, place, sealed) SELECT piece, 3, sealed FROM chunks WHERE piece = $1 AND place = 2"
    ),
}
"""``$1``: the pièce that is read, ``$2``: another one of its draft, ``$3``: another draft's."""


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_pdf_that_is_not_as_it_was_written_is_never_given(db, damage):
    keys = again(db)
    change(db, damage)
    with pytest.raises(StoreDamaged):
        pieces.read(db, keys, "a")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE pieces SET facts = CAST(substr(facts, 1, 100) AS BLOB) WHERE number = 1",
        "UPDATE pieces SET facts = x'00' WHERE number = 1",
        "UPDATE pieces SET facts = (SELECT facts FROM pieces WHERE number = 2) WHERE number = 1",
        "UPDATE pieces SET row_key = randomblob(16) WHERE number = 1",
        "UPDATE pieces SET draft = (SELECT draft FROM pieces WHERE number = 1), row_key = x'00' WHERE number = 3",
    ],
)
def test_facts_that_are_not_those_of_the_piece_are_seen(db, damage):
    keys = again(db)
    change(db, damage)
    with pytest.raises(StoreDamaged):
        pieces.listed(db, keys)


# It goes with the draft


def test_the_database_read_with_its_key_but_without_the_code_tells_no_piece_and_no_path(db, tmp_path):
    kept(db, b"%PDF-1.7 Avis de situation KOVALENKO" * 100)
    dump = exported(db, tmp_path)
    for secret in (b"KOVALENKO", b"tax_notice", b"scanner", hashlib.sha256(b"%PDF").hexdigest().encode()):
        assert secret not in dump


def exported(db, folder) -> bytes:
    db.execute(f"ATTACH DATABASE '{folder / 'clear.db'}' AS clear KEY ''")
    db.execute("SELECT sqlcipher_export('clear')").fetchall()
    db.execute("DETACH DATABASE clear")
    dump: bytes = (folder / "clear.db").read_bytes()
    return dump


def test_of_an_erased_draft_nothing_is_left_in_the_file(db, tmp_path):
    truncate_wal(db)
    empty = os.path.getsize(tmp_path / FILE)
    keys = kept(db, LONG)
    sealed = [row[0] for row in rows(db, "SELECT sealed FROM chunks")]
    before = exported(db, tmp_path)
    assert all(chunk[100:200] in before for chunk in sealed)
    (tmp_path / "clear.db").unlink()
    drafts.erase(db, keys.id)
    assert rows(db, "SELECT (SELECT count(*) FROM pieces), (SELECT count(*) FROM chunks)") == [(0, 0)]
    after = exported(db, tmp_path)
    assert not any(chunk[100:200] in after for chunk in sealed)
    assert os.path.getsize(tmp_path / f"{FILE}-wal") == 0
    assert os.path.getsize(tmp_path / FILE) <= empty + 64 * 1024


def test_an_expired_draft_takes_its_pieces_along(db):
    kept(db, LONG)
    assert drafts.purge(db, NOW + timedelta(days=8)) == 1
    assert rows(db, "SELECT count(*) FROM chunks") == [(0,)]


def test_a_late_piece_does_not_bring_an_erased_draft_back(db):
    keys = kept(db, b"1")
    drafts.erase(db, keys.id)
    with pytest.raises(DraftErased):
        kept(db, b"2", keys=keys)
    assert rows(db, "SELECT count(*) FROM drafts") == [(0,)]


def test_a_full_disk_keeps_the_older_one_whole(db):
    keys = kept(db, LONG)
    pages = db.execute("PRAGMA page_count").fetchall()[0][0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull):
        kept(db, os.urandom(5 * CHUNK), keys=keys)
    assert pieces.read(db, keys, "tax_notice") == LONG
    assert pieces.listed(db, keys)["tax_notice"] == told(LONG)


STATEMENTS = 10
"""Of ``put`` of three chunks in the place of one, the last of which commits; the test fails when it is not so many."""


@pytest.mark.parametrize("last", range(1, STATEMENTS + 2))
def test_a_terminal_killed_between_two_statements_has_the_older_piece_or_the_new_one(tmp_path, last):
    db = open_database(tmp_path, KEY)
    keys = kept(db, b"older")
    db.close()
    (tmp_path / "job").write_bytes(pickle.dumps((pieces.put, (keys, told(LONG), LONG, NOW, 7))))
    child = [sys.executable, "-m", "tests.store.kill_queue", str(tmp_path), str(last)]
    done = subprocess.run(child, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == ((0, f"{STATEMENTS}\n") if last > STATEMENTS else (-9, ""))
    db = open_database(tmp_path, KEY)
    now = LONG if last > STATEMENTS else b"older"
    assert pieces.read(db, keys, "tax_notice") == now
    assert pieces.listed(db, keys) == {"tax_notice": told(now)}
    db.close()
