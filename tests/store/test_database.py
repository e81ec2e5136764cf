"""The database: how it is opened, what it survives, and by what name each trouble is told."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from sqlite_utils import Database

import app
from app.store import database
from app.store.database import FILE, MIGRATIONS, check, left_open, open_database, reading, transaction, truncate_wal
from app.store.errors import (
    DiskFailing,
    DiskFull,
    StoreDamaged,
    StoreLocked,
    StoreTooNew,
    WrongKey,
)

KEY = bytes(range(32))

ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from app.store.database import open_database, transaction
db = open_database(Path(sys.argv[1]), bytes(range(32)))
with transaction(db):
    db.execute("UPDATE attempts SET wrong = 7")
    print("holding", flush=True)
    sys.stdin.readline()
if sys.argv[2:] == ["then hang"]:
    print("done", flush=True)
    sys.stdin.readline()
db.close()
"""


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=0.3)
    yield db
    db.close()


@pytest.fixture
def another_program(tmp_path):
    """Start another program that holds the store of tmp_path until a line is sent to it."""
    started = []

    def start(*words):
        process = subprocess.Popen(
            [sys.executable, "-c", ANOTHER_PROGRAM, tmp_path, *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(app.__file__).parents[1],
        )  # fmt: skip
        started.append(process)
        assert process.stdout
        assert process.stdout.readline() == "holding\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def wrong(db: Database) -> Any:
    with reading(db):
        return db.execute("SELECT wrong FROM attempts").fetchall()[0][0]


def pragma(db: Database, name: str) -> Any:
    return db.execute(f"PRAGMA {name}").fetchall()[0][0]


def test_every_connection_is_set_as_the_security_page_says(tmp_path):
    for _ in range(2):
        db = open_database(tmp_path, KEY)
        told = {
            name: str(pragma(db, name))
            for name in ("auto_vacuum", *(line.split(" = ")[0] for line in database.PRAGMAS))
        }
        db.close()
        assert told == {
            "auto_vacuum": "2",
            "journal_mode": "wal",
            "synchronous": "2",
            "secure_delete": "1",
            "foreign_keys": "1",
            "temp_store": "2",
            "cipher_memory_security": "1",
        }


def test_no_other_module_opens_a_connection_of_its_own():
    sources = Path(app.__file__).parent.rglob("*.py")
    knows = {path.name for path in sources if re.search(r"^\s*(import|from) sqlcipher3", path.read_text("utf-8"), re.M)}
    assert knows == {"database.py"}


def test_the_modules_of_the_store_cost_nothing_at_start():
    code = "import sys, app.actions.drafts; print({'sqlcipher3', 'sqlite_utils', 'cryptography'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_nothing_on_the_disk_can_be_read_without_the_key(db, tmp_path):
    truncate_wal(db)
    assert b"CREATE TABLE" not in (tmp_path / FILE).read_bytes()
    assert not (tmp_path / FILE).read_bytes().startswith(b"SQLite")


def test_another_key_does_not_open_it(db, tmp_path):
    with pytest.raises(WrongKey):
        open_database(tmp_path, bytes(32))


def test_a_new_database_has_gone_through_every_migration(db):
    assert pragma(db, "user_version") == len(MIGRATIONS)
    assert {"drafts", "answers", "attempts", "terminal", "erased"} <= set(db.table_names())


def test_a_database_of_an_earlier_version_is_brought_up_to_date(db, tmp_path, monkeypatch):
    with transaction(db):
        db.execute("UPDATE attempts SET wrong = 3")
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, "ALTER TABLE attempts ADD COLUMN place TEXT;"))
    later = open_database(tmp_path, KEY)
    assert (pragma(later, "user_version"), wrong(later)) == (len(MIGRATIONS) + 1, 3)
    later.close()


def test_a_migration_that_fails_leaves_the_version_before_it(db, tmp_path, monkeypatch):
    monkeypatch.setattr(
        database, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE later (a TEXT); INSERT INTO none VALUES (1);")
    )
    with pytest.raises(sqlcipher3.OperationalError, match="no such table"):
        open_database(tmp_path, KEY)
    assert pragma(db, "user_version") == len(MIGRATIONS)
    assert "later" not in db.table_names()


def test_a_database_of_a_later_version_is_left_alone(db, tmp_path):
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StoreTooNew):
        open_database(tmp_path, KEY)


def test_the_three_queues_may_make_the_database_at_the_same_moment(tmp_path):
    together, opened = threading.Barrier(3), []

    def open_mine():
        together.wait()
        db = open_database(tmp_path / "data", KEY)
        opened.append(pragma(db, "user_version"))
        db.close()

    threads = [threading.Thread(target=open_mine) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [len(MIGRATIONS)] * 3


def test_a_disk_that_cannot_hold_a_wal_is_refused_as_saved_answers_could_be_lost_there(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "PRAGMAS", ("journal_mode = DELETE",))
    with pytest.raises(DiskFailing):
        open_database(tmp_path, KEY)


def test_a_transaction_is_kept_whole_or_not_at_all(db):
    with pytest.raises(sqlcipher3.IntegrityError), transaction(db):
        db.executescript("UPDATE attempts SET wrong = 9; UPDATE attempts SET wrong = NULL;")
    assert wrong(db) == 0


def test_a_writer_waits_for_another_program_then_says_that_the_store_is_locked(db, another_program):
    another_program()
    began = time.monotonic()
    with pytest.raises(StoreLocked), transaction(db):
        pass
    assert 0.25 <= time.monotonic() - began < 3


def test_a_writer_goes_on_when_the_other_program_lets_go(tmp_path, another_program):
    db = open_database(tmp_path, KEY)
    other = another_program()
    other.communicate("\n")
    with transaction(db):
        db.execute("UPDATE attempts SET wrong = wrong + 1")
    assert wrong(db) == 8
    db.close()


def test_neither_opening_nor_reading_waits_for_a_writer(db, tmp_path, another_program):
    another_program()
    reader = open_database(tmp_path, KEY, patience=0)
    assert wrong(reader) == 0
    reader.close()


def test_a_full_disk_is_said_and_what_was_saved_stays(db):
    pages = pragma(db, "page_count")
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(DiskFull), transaction(db):
        db.execute("INSERT INTO erased VALUES (randomblob(100000))")
    with transaction(db):
        db.execute("UPDATE attempts SET wrong = 1")
    assert wrong(db) == 1


def test_a_place_where_no_file_can_be_is_a_failing_disk(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "data" / FILE).mkdir(parents=True)
    for folder in (tmp_path / "file", tmp_path / "data"):
        with pytest.raises(DiskFailing):
            open_database(folder, KEY)


def test_a_bug_keeps_its_own_name(db):
    with pytest.raises(sqlcipher3.OperationalError), transaction(db):
        db.execute("DELETE FROM nobody")


def test_a_sound_database_passes_the_check(db):
    check(db)


def test_a_changed_byte_is_found_by_the_check(tmp_path):
    db = open_database(tmp_path, KEY)
    with transaction(db):
        db.execute("INSERT INTO erased VALUES (randomblob(50000))")
    db.close()
    content = bytearray((tmp_path / FILE).read_bytes())
    content[-100] ^= 1
    (tmp_path / FILE).write_bytes(content)
    db = open_database(tmp_path, KEY)
    with pytest.raises(StoreDamaged):
        check(db)
    db.close()


def test_a_clean_stop_leaves_no_mark(tmp_path):
    open_database(tmp_path, KEY).close()
    assert not left_open(tmp_path)


def test_a_killed_program_leaves_a_mark_and_loses_nothing(tmp_path, another_program):
    other = another_program("then hang")
    other.stdin.write("\n")
    other.stdin.flush()
    assert other.stdout.readline() == "done\n"
    other.kill()
    other.wait()
    assert left_open(tmp_path)
    db = open_database(tmp_path, KEY)
    check(db)
    assert wrong(db) == 7
    db.close()


def test_every_trouble_says_what_it_is():
    assert str(DiskFull()) == "There is no room left for the store; what was saved before is intact."
