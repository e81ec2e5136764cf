"""``guichet doctor``: each check, its state, and the way on."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from app import paths
from app.__main__ import group
from app.catalogue.build import build
from app.forms import FORMS
from app.store import database
from tests.commands import examined
from tests.commands.examined import examine, keep, state, system
from tests.documents.blanks import FLAT, flat, given

LACKING = ", ".join(sorted({"dpo_address", *(f"{key}.{form}" for form in FORMS for key in ("accepts", "legal_basis"))}))
"""What a file that says next to nothing still has to say."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data folder of a terminal where all is well, but for a gateway."""
    return examined.terminal(tmp_path, monkeypatch)


def test_a_sound_terminal_has_nothing_to_mend(folder, tmp_path, hall):
    (tmp_path / "enrolment.json").write_text(hall.enrolment().to_text())
    setup = ["setup", "--data", str(folder), "--enrolment", str(tmp_path / "enrolment.json")]
    assert CliRunner().invoke(group(), setup).exit_code == 0
    assert [said for said in examine(folder).values() if said["state"] != "ok"] == []


def test_people_read_each_check_its_state_and_the_way_on(folder):
    (folder / "settings.toml").unlink()
    done = CliRunner().invoke(group(), ["doctor", "--data", str(folder)])
    assert done.exit_code == 1
    assert done.stdout.startswith("bad   settings : Ce terminal n’a pas de réglages")
    assert "\n      Lancez « guichet setup »" in done.stdout


def test_examining_a_terminal_that_was_never_used_makes_nothing(folder, tmp_path, monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    told = examine(tmp_path / "new")
    assert (told["settings"]["state"], told["key"]["state"], told["store"]["state"]) == ("bad", "warn", "ok")
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "new.key").exists()


@pytest.fixture
def giving(folder, tmp_path):
    """The same, and a caisse that gives its own MAS form; puts the mapping it is called with beside a blank."""
    told = (paths.RESOURCES / "catalogue/caisses/valmont.toml").read_text(encoding="utf-8")
    caisse = tmp_path / "resources/catalogue/caisses/c.toml"
    caisse.parent.mkdir(parents=True)
    caisse.write_text(told.replace("official = false", "official = true", 1), encoding="utf-8")
    build(tmp_path / "resources", paths.CATALOGUE)
    return lambda mapping: given(folder, flat(), mapping)


def test_an_official_form_that_is_awaited_is_named(folder, giving):
    told = examine(folder)["official"]
    assert (told["state"], told["message"]) == ("warn", "Formulaires officiels attendus : mas.")


def test_an_official_form_that_can_be_filled_is_named(folder, giving):
    giving(FLAT)
    told = examine(folder)["official"]
    assert (told["state"], told["message"]) == ("ok", "Formulaires officiels : mas.")


def test_what_is_wrong_with_an_official_form_is_told_before_anybody_needs_it(folder, giving):
    giving(FLAT.replace('answer = "name"', 'answer = "nom"'))
    told = examine(folder)["official"]
    assert told["state"] == "bad"
    assert "mas.toml" in told["message"]
    assert "nom" in told["message"]


def test_a_caisse_whose_file_is_incomplete_is_said(folder, tmp_path):
    caisse = tmp_path / "resources/catalogue/caisses/c.toml"
    caisse.parent.mkdir(parents=True)
    caisse.write_text('code = "999"\nname = "CPAM"\ndepartment = "Valmont"\ncontroller = "X"\n', encoding="utf-8")
    build(tmp_path / "resources", paths.CATALOGUE)
    told = examine(folder)["caisse"]
    assert (told["state"], told["message"]) == ("bad", f"CPAM : il manque {LACKING}.")


def test_another_caisse_can_be_examined(folder):
    assert examine(folder, "--caisse", "123")["caisse"]["message"] == "Le catalogue n’a pas de caisse 123."


def test_a_missing_catalogue_is_said(folder):
    paths.CATALOGUE.unlink()
    assert state(folder, "caisse") == "bad"


def test_a_key_in_a_file_is_a_warning_and_one_that_others_read_is_bad(folder, monkeypatch, tmp_path):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    assert state(folder, "key") == "bad"
    key = tmp_path / "data.key"
    key.write_text("ab" * 32)
    key.chmod(0o644)
    assert state(folder, "key") == "bad"
    key.chmod(0o600)
    assert state(folder, "key") == "warn"


def test_a_key_inside_the_folder_it_protects_is_bad(folder, monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    monkeypatch.setenv("GUICHET_KEY_FILE", str(folder / "key"))
    (folder / "key").touch(mode=0o600)
    assert state(folder, "key") == "bad"


def test_a_wrong_key_and_a_damaged_store_are_said(folder, tmp_path):
    key = tmp_path / "credentials" / "guichet-db-key"
    key.write_text("cd" * 32)
    assert examine(folder)["store"]["message"].startswith("La base de données ne s’ouvre pas avec cette clé")
    key.write_text("ab" * 32)
    content = bytearray((folder / database.FILE).read_bytes())
    content[-2000] ^= 1
    (folder / database.FILE).write_bytes(content)
    assert examine(folder)["store"]["message"] == "La base de données est abîmée."


def test_a_connection_that_is_less_safe_than_promised_is_said(folder, monkeypatch):
    monkeypatch.setattr(database, "PRAGMAS", (database.PRAGMAS[0], "synchronous = NORMAL"))
    told = examine(folder)["store"]
    assert told["state"] == "bad"
    assert "synchronous" in told["message"]


@pytest.mark.parametrize(("free", "expected"), [(50, "bad"), (500, "warn"), (5000, "ok")])
def test_little_room_is_a_warning_and_too_little_is_bad(folder, monkeypatch, free, expected):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free * 10**6))
    assert state(folder, "space") == expected


def test_swap_is_encrypted_or_bad(folder, tmp_path, monkeypatch):
    for device, uuid in (("dm-0", "CRYPT-LUKS2-1"), ("dm-1", "LVM-2"), ("dm-2", "LVM-3")):
        (tmp_path / "block" / device / "dm").mkdir(parents=True)
        (tmp_path / "block" / device / "dm" / "uuid").write_text(uuid)
    (tmp_path / "block/dm-1/slaves/dm-0").mkdir(parents=True)
    (tmp_path / "block/dm-2/slaves/sda2").mkdir(parents=True)
    found = {}
    for device in ("dm-0", "dm-1", "dm-2", "sda2", "zram0"):
        system(tmp_path, monkeypatch, f"/dev/{device} partition 9 0 -2\n")
        found[device] = state(folder, "swap")
    assert found == {"dm-0": "ok", "dm-1": "ok", "dm-2": "bad", "sda2": "bad", "zram0": "ok"}


def test_crash_files_are_a_warning(folder, tmp_path, monkeypatch):
    system(tmp_path, monkeypatch, limit=-1)
    assert state(folder, "cores") == "warn"
    system(tmp_path, monkeypatch, core="|/usr/lib/systemd/systemd-coredump %P")
    assert state(folder, "cores") == "warn"


def test_a_missing_product_is_named(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FONTS", paths.BUILD / "nowhere")
    told = examine(folder)["products"]
    assert told["state"] == "bad"
    assert "nowhere/NotoSans-Regular.ttf" in told["message"]


def test_a_clock_earlier_than_the_last_commit_is_bad(folder):
    keep(folder, datetime.now(UTC) + timedelta(days=400))
    assert state(folder, "clock") == "bad"


def test_no_answer_is_told(folder):
    assert "KOVALENKO" not in json.dumps(examine(folder))
