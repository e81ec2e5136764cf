"""Drafts at rest: what was written comes back, to the code alone, and what is erased does not."""

import hmac
import os
import sqlite3
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlcipher3
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from app.models.draft import PLACE, SIGNED, Draft, Place, Signed
from app.store import drafts
from app.store.database import FILE, open_database, reading, transaction
from app.store.drafts import Keys
from app.store.errors import DiskFull, DraftErased, StoreDamaged
from app.store.keys import DraftLock

KEY = bytes(range(32))
NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
OLENA = {
    "situation/name": "Оленка Шевченко-Дюпон",
    "situation/nir": "2880799123456/78",
    "reach/phone": "06 12 34 56 78",
    "reach/email": "olena.shevchenko@exemple.fr",
}


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=2)
    yield db
    db.close()


def some_keys() -> Keys:
    """Keys of a new draft, without the slow part."""
    return Keys(os.urandom(16), os.urandom(32), DraftLock("KX7F-4PMQ", *map(os.urandom, (16, 32))), "mas", 1)


def kept(db: Database, changes: Mapping[str, str | None], keys: Keys | None = None, now: datetime = NOW) -> Keys:
    keys = keys or some_keys()
    drafts.write(db, keys, changes, now, 7)
    return keys


def resumed(db: Database, keys: Keys) -> tuple[Keys, Draft]:
    found = drafts.find(db, keys.lock, NOW)
    assert found
    return drafts.read(db, found, keys.lock)


def rows(db: Database, sql: str) -> list[Any]:
    with reading(db):
        return db.execute(sql).fetchall()


def test_a_draft_comes_back_with_its_keys(db):
    keys = kept(db, OLENA)
    assert resumed(db, keys) == (keys, Draft("mas", 1, OLENA))
    assert keys.code == "KX7F-4PMQ"


def test_its_place_and_what_was_signed_come_back_beside_the_answers(db):
    place, signed = Place("identity", "name"), Signed(os.urandom(16), NOW)
    keys = kept(db, {"name": "Олена", PLACE: place.kept(), SIGNED: signed.kept()})
    assert resumed(db, keys)[1] == Draft("mas", 1, {"name": "Олена"}, place, signed)


def test_later_changes_replace_add_and_take_away(db):
    keys = kept(db, {"a": "1", "b": "2", "c": "3"})
    kept(db, {"a": "un", "b": None, "d": "4", "never": None}, keys)
    assert resumed(db, keys)[1].typed == {"a": "un", "c": "3", "d": "4"}


def test_answers_come_back_in_the_order_of_the_first_ones_for_that_is_the_order_of_rows(db):
    keys = kept(db, {f"children/{row}/name": "x" for row in "zmaqf"})
    kept(db, {"children/a/name": "y", "children/z/name": "y"}, keys)
    assert [path.split("/")[1] for path in resumed(db, keys)[1].typed] == list("zmaqf")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.dictionaries(st.text(min_size=1).filter(lambda path: path[0] != "@"), st.text(st.characters(codec=None))))
def test_any_text_comes_back_as_it_was_typed(db, typed):
    keys = kept(db, typed)
    assert resumed(db, keys)[1].typed == typed


def test_a_new_version_of_the_form_is_kept(db):
    keys = kept(db, OLENA)
    later = Keys(keys.id, keys.key, keys.lock, "mas", 2)
    kept(db, {}, later)
    assert resumed(db, keys)[1].version == 2


def test_two_drafts_do_not_mix(db):
    one, two = kept(db, {"a": "one"}), kept(db, {"a": "two"})
    assert (resumed(db, one)[1].typed, resumed(db, two)[1].typed) == ({"a": "one"}, {"a": "two"})


def test_another_code_finds_nothing(db):
    kept(db, OLENA)
    assert drafts.find(db, some_keys().lock, NOW) is None


def test_the_database_read_with_its_key_but_without_the_code_tells_no_answer_and_no_field(db, tmp_path):
    kept(db, OLENA)
    db.execute(f"ATTACH DATABASE '{tmp_path / 'clear.db'}' AS clear KEY ''")
    db.execute("SELECT sqlcipher_export('clear')").fetchall()
    db.execute("DETACH DATABASE clear")
    dump = (tmp_path / "clear.db").read_bytes()
    clear = sqlite3.connect(tmp_path / "clear.db")
    assert clear.execute("SELECT form FROM drafts").fetchall() == [("mas",)]
    assert clear.execute("SELECT count(*) FROM answers").fetchall() == [(4,)]
    clear.close()
    for secret in (*OLENA, *OLENA.values(), "Шевченко", "KX7F"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert secret.encode(encoding) not in dump, secret


def test_an_answer_is_sealed_as_the_docstring_says(db):
    keys = kept(db, {"a": "1"})
    row = hmac.digest(keys.key, b"a", "sha256")[:16]
    ((sealed,),) = rows(db, f"SELECT sealed FROM answers WHERE row_key = x'{row.hex()}'")  # noqa: S608
    about = b"guichet/answer/1\0" + keys.id + row
    assert AESGCM(keys.key).decrypt(sealed[:12], sealed[12:], about) == b"\0\1a1\x80".ljust(64, b"\0")


def test_short_answers_all_have_the_same_length_at_rest(db):
    kept(db, {"urgent": "yes", "situation/name": "Олена", "reach/email": "olena@exemple.fr"})
    assert rows(db, "SELECT DISTINCT length(sealed) FROM answers") == [(12 + 64 + 16,)]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE answers SET sealed = CAST(substr(sealed, 1, 40) || x'00' || substr(sealed, 42) AS BLOB)",
        "UPDATE answers SET sealed = (SELECT sealed FROM answers WHERE number = 2) WHERE number = 1",
        "UPDATE answers SET row_key = randomblob(16) WHERE number = 1",
        "UPDATE answers SET sealed = x'00' WHERE number = 1",
        "UPDATE drafts SET wrapped = CAST(substr(wrapped, 1, 59) || x'00' AS BLOB)",
    ],
)
def test_a_row_that_was_tampered_with_is_seen(db, damage):
    keys = kept(db, {"a": "1", "b": "2"})
    with transaction(db):
        db.execute(damage)
    with pytest.raises(StoreDamaged):
        resumed(db, keys)


def test_an_answer_moved_to_another_draft_is_seen(db):
    one, two = kept(db, {"a": "1"}), kept(db, {"b": "2"})
    with transaction(db):
        db.execute("UPDATE answers SET draft = ? WHERE draft = ?", (two.id, one.id))
    with pytest.raises(StoreDamaged):
        resumed(db, two)


def test_an_answer_sealed_for_another_row_is_seen(db):
    keys = kept(db, {"a": "1"})
    row = os.urandom(16)
    with transaction(db):
        db.execute("UPDATE answers SET row_key = ?, sealed = ?", (row, drafts._seal(keys, row, "a", "1")))
    with pytest.raises(StoreDamaged):
        resumed(db, keys)


def test_changes_are_kept_all_or_none(db):
    keys = kept(db, {"a": "1"})
    pages = db.execute("PRAGMA page_count").fetchall()[0][0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull):
        kept(db, {"a": "2", "signature": "1,1 " * 20_000}, keys)
    assert resumed(db, keys)[1].typed == {"a": "1"}


def test_a_draft_lives_for_so_many_days_after_its_last_change(db):
    keys = kept(db, {"a": "1"})
    kept(db, {"a": "2"}, keys, NOW + timedelta(days=2))
    assert drafts.listed(db) == [
        drafts.Listed("mas", 1, "2026-05-04T10:00:00+00:00", "2026-05-06T10:00:00+00:00", "2026-05-13T10:00:00+00:00")
    ]
    assert drafts.find(db, keys.lock, NOW + timedelta(days=8))
    assert drafts.find(db, keys.lock, NOW + timedelta(days=9)) is None


def test_expired_drafts_go_with_their_key_and_the_others_stay(db):
    old, recent = kept(db, OLENA), kept(db, OLENA, now=NOW + timedelta(days=1))
    assert drafts.purge(db, NOW + timedelta(days=7)) == 1
    assert rows(db, "SELECT id FROM drafts") == [(recent.id,)]
    assert rows(db, "SELECT DISTINCT draft FROM answers") == [(recent.id,)]
    assert drafts.find(db, old.lock, NOW) is None
    assert drafts.purge(db, NOW + timedelta(days=7)) == 0


def test_an_erased_draft_leaves_no_row(db):
    keys = kept(db, OLENA)
    drafts.erase(db, keys.id)
    assert rows(db, "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM answers)") == [(0, 0)]
    assert drafts.listed(db) == []


def test_a_late_save_does_not_bring_an_erased_draft_back(db):
    written, unwritten, expired = kept(db, OLENA), some_keys(), kept(db, OLENA, now=NOW - timedelta(days=30))
    drafts.erase(db, written.id)
    drafts.erase(db, unwritten.id)
    drafts.purge(db, NOW)
    for keys in (written, unwritten, expired):
        with pytest.raises(DraftErased):
            kept(db, {"a": "1"}, keys)
    assert rows(db, "SELECT id FROM drafts") == []


def test_the_key_is_destroyed_before_the_rows_and_the_rest_goes_with_the_next_purge(db, tmp_path):
    keys = kept(db, OLENA)
    db.execute("CREATE TEMP TRIGGER cut BEFORE DELETE ON main.drafts BEGIN SELECT RAISE(ABORT, 'power cut'); END")
    with pytest.raises(sqlcipher3.IntegrityError, match="power cut"):
        drafts.erase(db, keys.id)
    again = open_database(tmp_path, KEY)
    assert rows(again, "SELECT finder, wrapped FROM drafts") == [(None, None)]
    assert drafts.listed(again) == []
    assert drafts.purge(again, NOW) == 1
    assert rows(again, "SELECT count(*) FROM answers") == [(0,)]
    again.close()


def test_the_wal_is_empty_after_erasing_even_if_someone_was_reading(db, tmp_path):
    keys = kept(db, OLENA)
    begun, ended = threading.Event(), threading.Event()

    def read_for_a_while():
        reader = open_database(tmp_path, KEY)
        with reading(reader):
            reader.execute("SELECT * FROM answers").fetchall()
            begun.set()
            ended.wait(0.3)  # nobody sets it before: a reader who finishes soon
        ended.wait(5)  # its connection stays open, else the last to close would remove the WAL
        reader.close()

    thread = threading.Thread(target=read_for_a_while)
    thread.start()
    assert begun.wait(5)
    drafts.erase(db, keys.id)
    size = os.path.getsize(tmp_path / f"{FILE}-wal")
    ended.set()
    thread.join()
    assert size == 0


def test_the_file_gives_back_the_room_of_what_was_erased(db, tmp_path):
    keys = kept(db, {f"a{number}": "x" * 2000 for number in range(100)})
    drafts.erase(db, keys.id)
    assert rows(db, "PRAGMA freelist_count") == [(0,)]


def test_the_salt_is_the_terminals_own_and_stays(db, tmp_path):
    other = open_database(tmp_path / "other", KEY)
    again = open_database(tmp_path, KEY)
    assert len(drafts.salt(db)) == 16
    assert drafts.salt(again) == drafts.salt(db) != drafts.salt(other)
    again.close()
    other.close()


def test_fresh_keys_are_new_each_time_and_say_nothing_of_themselves(db):
    one, two = (drafts.fresh_keys("KX7F-4PMQ", drafts.salt(db), "mas", 1) for _ in range(2))
    assert (len(one.id), len(one.key)) == (16, 32)
    assert one.id != two.id
    assert one.key != two.key
    assert "KX7F" not in repr(one)
    assert repr(one.key) not in repr(one)
