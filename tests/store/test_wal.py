"""The WAL: emptied when it must be, whoever else is at work, and trusted after a power cut."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.store.database import FILE, check, open_database, reading, transaction, truncate_wal
from app.store.errors import StoreLocked

KEY = bytes(range(32))


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, KEY, patience=0.3)
    yield db
    db.close()


def size_after_truncating(folder: Path) -> int:
    db = open_database(folder, KEY)
    truncate_wal(db)
    size = os.path.getsize(folder / f"{FILE}-wal")
    db.close()
    return size


def test_the_wal_is_not_truncated_under_a_reader_who_stays(db, tmp_path):
    reader = open_database(tmp_path, KEY)
    with reading(reader):
        wrong_before = reader.execute("SELECT wrong FROM attempts").fetchall()
        with transaction(db):
            db.execute("UPDATE attempts SET wrong = 2")
        with pytest.raises(StoreLocked):
            truncate_wal(db)
    assert wrong_before == [(0,)]
    truncate_wal(db)
    assert os.path.getsize(tmp_path / f"{FILE}-wal") == 0
    reader.close()


def test_two_who_truncate_at_once_both_find_it_empty(db, tmp_path):
    begun = threading.Event()

    def read_for_a_while():
        reader = open_database(tmp_path, KEY)
        with reading(reader):
            reader.execute("SELECT wrong FROM attempts").fetchall()
            begun.set()
            time.sleep(0.3)
        reader.close()

    with ThreadPoolExecutor(3) as threads:
        threads.submit(read_for_a_while)
        assert begun.wait(5)
        sizes = [threads.submit(size_after_truncating, tmp_path) for _ in range(2)]
        assert [size.result() for size in sizes] == [0, 0]


def test_a_page_half_written_by_a_power_cut_is_no_damage_while_the_wal_has_it(db, tmp_path):
    (tmp_path / "after").mkdir()
    main = bytearray((tmp_path / FILE).read_bytes())
    main[2000] ^= 1
    (tmp_path / "after" / FILE).write_bytes(main)
    (tmp_path / "after" / f"{FILE}-wal").write_bytes((tmp_path / f"{FILE}-wal").read_bytes())
    after = open_database(tmp_path / "after", KEY)
    check(after)
    after.close()
