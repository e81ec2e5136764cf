"""Wrong codes: five are free, then one waits, longer and longer, and never too long."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from app.store.attempts import must_wait, right, wrong
from app.store.database import open_database

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path):
    db = open_database(tmp_path, bytes(32))
    yield db
    db.close()


def after_wrong_codes(db: Database, count: int) -> int:
    for _ in range(count):
        wrong(db, NOW)
    return must_wait(db, NOW)


def test_four_wrong_codes_do_not_wait(db):
    assert after_wrong_codes(db, 4) == 0


def test_five_wrong_codes_wait_thirty_seconds(db):
    assert after_wrong_codes(db, 5) == 30


def test_the_wait_doubles_up_to_five_minutes(db):
    assert [after_wrong_codes(db, 5)] + [after_wrong_codes(db, 1) for _ in range(6)] == [
        30,
        60,
        120,
        240,
        300,
        300,
        300,
    ]


def test_the_wait_runs_down_to_nothing(db):
    after_wrong_codes(db, 5)
    assert [must_wait(db, NOW + timedelta(seconds=s)) for s in (0.5, 29, 29.9, 30, 9999)] == [30, 1, 1, 0, 0]


def test_a_right_code_forgives_all(db):
    after_wrong_codes(db, 9)
    right(db)
    assert must_wait(db, NOW) == 0
    assert after_wrong_codes(db, 4) == 0


def test_a_restart_does_not_forget(db, tmp_path):
    after_wrong_codes(db, 6)
    again = open_database(tmp_path, bytes(32))
    assert must_wait(again, NOW) == 60
    again.close()


def test_a_clock_moved_back_does_not_lock_the_hall(db):
    after_wrong_codes(db, 50)
    assert must_wait(db, NOW - timedelta(days=30)) == 0


def test_the_time_zone_of_the_clock_does_not_matter(db):
    after_wrong_codes(db, 5)
    assert must_wait(db, NOW.astimezone()) == 30
