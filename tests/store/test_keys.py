"""Keys: where the database's is found, how it is made, what a code opens."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.store.errors import DiskFailing, KeyMissing, KeyUnreadable, StoreDamaged
from app.store.keys import CREDENTIAL, database_key, derive, key_file, unwrap, wrap

SALT, DRAFT, KEY = bytes(16), bytes(range(16)), bytes(range(32))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("GUICHET_KEY_FILE", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def key_of(folder: Path) -> bytes:
    return database_key(folder, folder / "guichet.db")


def test_a_first_key_is_made_beside_the_folder_and_found_again(folder):
    key = key_of(folder)
    assert len(key) == 32
    assert key_of(folder) == key
    assert (folder.parent / "data.key").read_text() == key.hex()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_nobody_else_may_read_the_key_file(folder):
    key_of(folder)
    assert key_file(folder).stat().st_mode & 0o777 == 0o600


def test_nothing_but_the_key_is_left_behind(folder):
    key_of(folder)
    assert sorted(os.listdir(folder.parent)) == ["data", "data.key"]


def test_the_key_file_may_be_elsewhere(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("GUICHET_KEY_FILE", str(tmp_path / "safe" / "key"))
    assert (tmp_path / "safe" / "key") == key_file(folder)
    assert key_of(folder).hex() == (tmp_path / "safe" / "key").read_text()


def test_the_credential_comes_before_the_key_file(folder, monkeypatch, tmp_path):
    key_of(folder)
    (tmp_path / CREDENTIAL).write_text(KEY.hex() + "\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert key_of(folder) == KEY


def test_a_service_without_our_credential_uses_the_key_file(folder, monkeypatch, tmp_path):
    key = key_of(folder)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert key_of(folder) == key


def test_no_new_key_is_made_for_a_database_that_has_lost_its_own(folder):
    (folder / "guichet.db").touch()
    with pytest.raises(KeyMissing):
        key_of(folder)
    assert not key_file(folder).exists()


def test_a_key_made_meanwhile_by_another_process_stays(folder, monkeypatch):
    whole = os.fsync

    def meanwhile(handle):
        if not key_file(folder).exists():
            key_file(folder).write_text(KEY.hex())
        whole(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert key_of(folder) == KEY


@pytest.mark.parametrize("content", ["", "secret", KEY.hex()[:-2], "é" * 64])
def test_a_broken_key_file_is_said_without_its_content(folder, content):
    key_file(folder).write_text(content, encoding="utf-8")
    with pytest.raises(KeyUnreadable) as told:
        key_of(folder)
    assert "secret" not in str(told.value)
    assert told.value.__cause__ is None


def test_a_key_that_cannot_be_written_is_a_failing_disk(folder, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("GUICHET_KEY_FILE", str(tmp_path / "file" / "key"))
    with pytest.raises(DiskFailing):
        key_of(folder)


def test_a_code_gives_the_same_lock_however_it_is_typed():
    lock = derive("KX7F-4PMQ", SALT)
    assert derive("kx7f 4pmq", SALT) == lock
    assert (lock.code, len(lock.finder), len(lock.wrap)) == ("KX7F-4PMQ", 16, 32)


def test_another_code_or_another_terminal_gives_another_lock():
    assert (
        len({derive("KX7F-4PMQ", SALT).finder, derive("KX7F-4PMR", SALT).finder, derive("KX7F-4PMQ", KEY).finder}) == 3
    )


def test_a_code_printed_by_an_earlier_version_still_opens_its_draft():
    lock = derive("KX7F-4PMQ", b"guichet-terminal")
    assert lock.finder.hex() == "1c4580bdb794ae77a7fd648e90149eef"


def test_a_lock_shows_nothing_of_itself():
    assert repr(derive("KX7F-4PMQ", SALT)) == "DraftLock()"


def test_what_a_lock_wraps_it_unwraps():
    lock = derive("KX7F-4PMQ", SALT)
    assert unwrap(wrap(KEY, lock, DRAFT), lock, DRAFT) == KEY


def test_a_key_opens_neither_with_another_code_nor_for_another_draft():
    lock = derive("KX7F-4PMQ", SALT)
    wrapped = wrap(KEY, lock, DRAFT)
    for other, draft in ((derive("KX7F-4PMR", SALT), DRAFT), (lock, bytes(16))):
        with pytest.raises(StoreDamaged):
            unwrap(wrapped, other, draft)


def test_two_codes_may_be_derived_at_once():
    with ThreadPoolExecutor(2) as pool:
        locks = list(pool.map(lambda _turn: derive("KX7F-4PMQ", bytes(16)), range(8)))
    assert len({lock.finder for lock in locks}) == 1
