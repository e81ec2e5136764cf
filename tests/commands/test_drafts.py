"""``guichet drafts``: what is kept, told without opening it, and purged in time."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from app.__main__ import group
from app.actions import drafts
from app.store import database
from app.store.drafts import salt

NOW = datetime.now(UTC)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("GUICHET_KEY_FILE", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    return tmp_path / "data"


def begin(folder, moment):
    """A draft last kept at *moment*, for seven days."""
    db = drafts.connect(folder)
    drafts.keep(db, drafts.begin(salt(db), "mas", 1), {"name": "KOVALENKO"}, moment, 7)
    db.close()


def ask(folder, what, *options):
    return CliRunner().invoke(group(), ["drafts", what, "--data", str(folder), *options])


def values(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_draft_is_listed_by_its_form_and_its_times_alone(folder):
    begin(folder, NOW)
    [told] = values(ask(folder, "list", "--json"))
    assert (told["form"], told["version"]) == ("mas", 1)
    assert told["begun"] == told["last_commit"] == NOW.isoformat(timespec="seconds")
    assert datetime.fromisoformat(told["expires"]) == datetime.fromisoformat(told["begun"]) + timedelta(days=7)
    assert set(told) == {"form", "version", "begun", "last_commit", "expires"}
    assert "mas 1 : commencé le" in ask(folder, "list").stdout


def test_expired_drafts_are_purged_and_the_others_stay(folder):
    begin(folder, NOW - timedelta(days=8))
    begin(folder, NOW)
    assert len(values(ask(folder, "list", "--json"))) == 2
    assert values(ask(folder, "purge", "--json")) == [{"purged": 1}]
    assert len(values(ask(folder, "list", "--json"))) == 1
    assert ask(folder, "purge").stdout == "Brouillons détruits : 0.\n"


def test_a_typed_date_destroys_nothing(folder):
    begin(folder, NOW)
    assert values(ask(folder, "purge", "--json", "--date", "2999-01-01")) == [{"purged": 0}]


def test_looking_makes_neither_a_store_nor_its_key(folder, tmp_path):
    assert ask(folder, "list", "--json").stdout == ""
    assert ask(folder, "list").stdout == "Aucun brouillon.\n"
    assert values(ask(folder, "purge", "--json")) == [{"purged": 0}]
    assert list(tmp_path.iterdir()) == []


def test_without_its_key_the_store_is_refused_in_a_sentence(folder):
    begin(folder, NOW)
    folder.with_name("data.key").unlink()
    done = ask(folder, "list", "--json")
    assert done.exit_code == 1
    assert values(done) == [{"error": "key_missing", "message": "La clé de la base de données manque."}]


def test_after_an_unclean_stop_the_store_is_checked_before_the_mark_goes(folder):
    begin(folder, NOW)
    file = folder / database.FILE
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    file.write_bytes(content)
    (folder / f"{database.FILE}-wal").touch()
    assert values(ask(folder, "list", "--json"))[0]["error"] == "store_damaged"
