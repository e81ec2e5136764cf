"""``guichet doctor``: the scanner, the folder of a network scanner, the sticks."""

import os

import pytest

from app.actions import inmemory, scanning
from tests.actions import sane
from tests.commands import examined
from tests.commands.examined import examine, mounted, state

scanner = pytest.fixture(sane.scanner)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data folder of a terminal where all is well."""
    return examined.terminal(tmp_path, monkeypatch)


def devices(data, /, **told):
    """Write the table of the devices into its settings."""
    settings = data / "settings.toml"
    keys = "".join(f'{key} = "{value}"\n' for key, value in told.items())
    settings.write_text(f"{settings.read_text('utf-8').split('[devices]')[0]}[devices]\n{keys}", "utf-8")


def test_what_is_not_in_the_settings_is_not_looked_at(folder):
    told = examine(folder)
    assert {told[check]["state"] for check in ("scanner", "folder", "files")} == {"ok"}
    assert all(told[check]["message"].startswith("Non vérifié") for check in ("scanner", "folder", "files"))


@sane.needed
def test_the_scanner_answers_with_its_feeder_or_is_bad(folder, tmp_path, scanner):
    mounted(tmp_path, ("/", "ext4", "/dev/sda1"), (str(inmemory.SHARED), "tmpfs", "tmpfs"))
    devices(folder, scanner=sane.DEVICE, feeder=sane.FEEDER)
    told = examine(folder)["scanner"]
    assert (told["state"], told["message"]) == ("ok", f"Le scanner {sane.DEVICE} répond, chargeur compris.")
    devices(folder, scanner=sane.DEVICE, feeder="Feeder")
    assert "scanimage -A -d test:0" in examine(folder)["scanner"]["way_on"]
    devices(folder, scanner="test:7")
    assert examine(folder)["scanner"]["message"] == "Le scanner test:7 n’est pas là."


@sane.needed
def test_a_pile_needs_a_place_in_memory(folder, tmp_path, scanner):
    mounted(tmp_path, ("/", "ext4", "/dev/sda1"))
    devices(folder, scanner=sane.DEVICE, feeder=sane.FEEDER)
    assert "mémoire" in examine(folder)["scanner"]["message"]
    devices(folder, scanner=sane.DEVICE)
    assert state(folder, "scanner") == "ok"


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("echo 'scanimage: open of device x failed: Device busy' >&2; exit 1", "warn"),
        ("echo 'scanimage: open of device x failed: Access to resource has been denied' >&2; exit 1", "bad"),
        ("exec sleep 5", "bad"),
        ("exit 0", "ok"),
    ],
)
def test_what_a_scanner_answers_is_told(folder, tmp_path, monkeypatch, says, expected):
    monkeypatch.setattr(scanning, "SHORT_PATIENCE", 0.3)
    (tmp_path / "bin" / "scanimage").write_text(f"#!/bin/sh\n{says}\n")
    (tmp_path / "bin" / "scanimage").chmod(0o755)
    devices(folder, scanner="x")
    assert state(folder, "scanner") == expected


def test_without_the_program_it_is_said_what_to_install(folder, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    devices(folder, scanner="x")
    assert "sane-utils" in examine(folder)["scanner"]["way_on"]


def test_the_folder_of_a_network_scanner_is_there_and_empty_and_in_memory(folder, tmp_path):
    place = tmp_path / "scans"
    devices(folder, folder=place)
    assert state(folder, "folder") == "bad"
    place.mkdir()
    assert state(folder, "folder") == "warn"
    mounted(tmp_path, ("/", "ext4", "/dev/sda1"), (str(place), "tmpfs", "tmpfs"))
    assert state(folder, "folder") == "ok"
    (place / "avis de Kovalenko.pdf").touch()
    told = examine(folder)["folder"]
    assert (told["state"], "Kovalenko" in str(told), " : 1." in told["message"]) == ("warn", False, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_from_which_nothing_can_be_removed_is_bad(folder, tmp_path):
    (tmp_path / "scans").mkdir(mode=0o500)
    devices(folder, folder=tmp_path / "scans")
    assert state(folder, "folder") == "bad"


def test_the_folder_of_the_sticks_is_there_or_bad(folder, tmp_path):
    devices(folder, files=tmp_path / "media")
    assert state(folder, "files") == "bad"
    (tmp_path / "media").mkdir()
    assert state(folder, "files") == "ok"
