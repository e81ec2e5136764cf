"""What people do with a draft, from the first answer to the last."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from app.actions import drafts
from app.store.database import FILE
from app.store.drafts import Keys, listed, salt
from app.store.errors import StoreDamaged

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("GUICHET_KEY_FILE", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    return tmp_path / "data"


@pytest.fixture
def db(folder):
    db = drafts.open_store(folder, NOW)
    yield db
    db.close()


def begun(db: Database, **typed: str) -> Keys:
    keys = drafts.begin(salt(db), "mas", 1)
    drafts.keep(db, keys, typed, NOW, 7)
    return keys


def resume(db: Database, code: str, now: datetime = NOW) -> drafts.Resumed:
    return drafts.resume(db, drafts.lock_for(code, salt(db)), now)


def test_a_draft_is_found_again_by_its_code_after_a_restart(folder):
    db = drafts.open_store(folder, NOW)
    keys = begun(db, name="Олена")
    db.close()
    db = drafts.open_store(folder, NOW)
    again = resume(db, keys.code.lower())
    db.close()
    assert (again.keys, again.draft.typed) == (keys, {"name": "Олена"})


def test_a_resumed_draft_goes_on(db):
    again = resume(db, begun(db, name="Олена").code)
    drafts.keep(db, again.keys, {"phone": "06"}, NOW, 7)
    assert resume(db, again.keys.code).draft.typed == {"name": "Олена", "phone": "06"}


def test_an_unknown_code_an_erased_draft_and_an_expired_one_are_told_alike(db):
    erased, expired = begun(db, name="a"), begun(db, name="b")
    drafts.erase(db, erased)
    told = []
    for code, now in (("KX7F-4PMQ", NOW), (erased.code, NOW), (expired.code, NOW + timedelta(days=7))):
        with pytest.raises(drafts.WrongCode) as error:
            resume(db, code, now)
        told.append(repr(error.value))
    assert len(set(told)) == 1


def test_after_five_wrong_codes_even_the_right_one_waits_and_then_resets(db):
    keys = begun(db, name="Олена")
    for _ in range(5):
        with pytest.raises(drafts.WrongCode):
            resume(db, "KX7F-4PMQ")
    with pytest.raises(drafts.MustWait) as told:
        resume(db, keys.code)
    assert told.value.seconds == 30
    assert resume(db, keys.code, NOW + timedelta(seconds=30)).keys == keys
    drafts.let_in(db, None, None, NOW + timedelta(seconds=30))
    for _ in range(5):
        with pytest.raises(drafts.WrongCode):
            resume(db, "KX7F-4PMQ")


def test_wrong_birth_dates_count_like_wrong_codes_and_the_code_alone_resets_nothing(db):
    keys, born = begun(db, name="Олена"), date(1988, 3, 14)
    for day in range(1, 6):
        resume(db, keys.code)
        with pytest.raises(drafts.WrongBirth):
            drafts.let_in(db, date(1988, 3, day), born, NOW)
    with pytest.raises(drafts.MustWait):
        drafts.let_in(db, born, born, NOW)
    with pytest.raises(drafts.MustWait):
        resume(db, keys.code)
    later = NOW + timedelta(seconds=30)
    drafts.let_in(db, born, born, later)
    with pytest.raises(drafts.WrongCode):
        resume(db, "KX7F-4PMQ", later)
    assert resume(db, keys.code, later).keys == keys


def test_opening_the_store_removes_what_has_expired(folder):
    db = drafts.open_store(folder, NOW)
    begun(db, name="Олена")
    db.close()
    db = drafts.open_store(folder, NOW + timedelta(days=7))
    assert listed(db) == []
    db.close()


def test_another_thread_has_a_connection_of_its_own_to_the_same_store(db, folder):
    begun(db, name="Олена")
    other = drafts.connect(folder)
    assert len(listed(other)) == 1
    other.close()


def damage(folder: Path) -> None:
    content = bytearray((folder / FILE).read_bytes())
    content[-100] ^= 1
    (folder / FILE).write_bytes(content)


def test_after_an_unclean_stop_the_store_is_checked(folder):
    db = drafts.open_store(folder, NOW)
    begun(db, name="x" * 9000)
    db.close()
    damage(folder)
    (folder / f"{FILE}-wal").touch()
    with pytest.raises(StoreDamaged):
        drafts.open_store(folder, NOW)


def test_after_a_clean_stop_it_is_not(folder):
    db = drafts.open_store(folder, NOW)
    begun(db, name="x" * 9000)
    db.close()
    damage(folder)
    drafts.open_store(folder, NOW).close()
