"""``guichet doctor``: the printer, and what the print service keeps."""

import pytest

from app.commands.doctor import printing
from tests.commands import examined
from tests.commands.examined import examine, lpstat, mounted, state


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data folder of a terminal that prints to « hall »."""
    return examined.terminal(tmp_path, monkeypatch)


def without_a_printer(folder):
    settings = folder / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace('"hall"', '""'), "utf-8")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("exit 1", "bad"),
        ("echo 'printer hall disabled since Thu -\n\treason unknown'", "bad"),
        ("echo 'printer hall is idle.  enabled since Thu\nhall not accepting requests since Thu -\n\tpaper'", "bad"),
        ("sleep 5", "bad"),
        ("echo 'printer hall now printing hall-7.  enabled since Thu\n\tdisabled yesterday'", "ok"),
    ],
)
def test_the_printer_is_known_and_ready_or_bad(folder, tmp_path, monkeypatch, says, expected):
    monkeypatch.setattr(printing, "PATIENCE", 0.5)
    lpstat(tmp_path, says)
    assert state(folder, "printer") == expected


def test_no_printer_is_a_warning_and_no_print_service_is_bad(folder, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert state(folder, "printer") == "bad"
    without_a_printer(folder)
    assert state(folder, "printer") == "warn"


def test_without_a_printer_the_print_service_is_not_looked_at(folder, tmp_path):
    (tmp_path / "cups" / "cupsd.conf").unlink()
    mounted(tmp_path, ("/", "ext4", "/dev/sda1"))
    without_a_printer(folder)
    told = examine(folder)
    assert {told[check]["state"] for check in ("cups", "spool")} == {"ok"}
    assert told["cups"]["message"].startswith("Non vérifié")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PreserveJobFiles No\nPreserveJobHistory No\n", "ok"),
        ("\tpreservejobfiles   off # yes\n  PRESERVEJOBHISTORY 0\n", "ok"),
        ("PreserveJobFiles Yes\nPreserveJobHistory No\nPreserveJobFiles No\n", "ok"),
        ("PreserveJobFiles No\n", "warn"),
        ("PreserveJobHistory No\n", "bad"),
        ("#PreserveJobFiles No\nPreserveJobHistory No\n", "bad"),
        ("PreserveJobFiles No\nPreserveJobHistory No\nPreserveJobFiles 1d\n", "bad"),
        ("PreserveJobFiles\nPreserveJobHistory No\n", "bad"),
        ("", "bad"),
    ],
)
def test_what_cups_keeps_is_told_as_cups_reads_it(folder, tmp_path, text, expected):
    (tmp_path / "cups" / "cupsd.conf").write_text(text)
    told = examine(folder)["cups"]
    assert told["state"] == expected
    assert expected == "ok" or "« PreserveJobFiles No » et « PreserveJobHistory No »" in told["way_on"]


def test_a_file_that_cannot_be_read_is_not_vouched_for(folder, tmp_path):
    (tmp_path / "cups" / "cupsd.conf").unlink()
    told = examine(folder)["cups"]
    assert told["state"] == "warn"
    assert "n’a pas pu être vérifié" in told["message"]
    assert "« PreserveJobFiles No » et « PreserveJobHistory No »" in told["way_on"]


def test_what_another_machine_keeps_is_not_vouched_for(folder, tmp_path):
    script = tmp_path / "bin" / "lpstat"
    script.write_text(script.read_text().replace("/run/cups/cups.sock", "impression.exemple.fr:631"))
    told = examine(folder)
    assert (told["cups"]["state"], told["spool"]["state"]) == ("warn", "warn")
    assert "impression.exemple.fr" in told["spool"]["message"]


def test_the_spool_is_in_memory_or_encrypted_or_not_known_to_be(folder, tmp_path):
    (tmp_path / "block" / "luks" / "dm").mkdir(parents=True)
    (tmp_path / "block" / "luks" / "dm" / "uuid").write_text("CRYPT-LUKS2-1")
    root = ("/", "ext4", "/dev/sda1")
    found = {}
    for name, mounts in {
        "memory": (root, ("/var/spool", "ramfs", "none")),
        "encrypted": (("/", "ext4", "/dev/luks"), ("/var/spool/cups-other", "ext4", "/dev/sda2")),
        "clear": (root, ("/run", "tmpfs", "tmpfs")),
        "hidden": (root, ("/var", "tmpfs", "tmpfs"), ("/var", "ext4", "/dev/sda2")),
        "network": (root, ("/var", "nfs4", "serveur:/var")),
    }.items():
        mounted(tmp_path, *mounts)
        found[name] = state(folder, "spool")
    assert found == {"memory": "ok", "encrypted": "ok", "clear": "warn", "hidden": "warn", "network": "warn"}


def test_the_spool_is_where_cups_was_told_to_put_it(folder, tmp_path):
    (tmp_path / "cups" / "cups-files.conf").write_text("RequestRoot /srv/file d'attente\n")
    mounted(tmp_path, ("/", "ext4", "/dev/sda1"), (r"/srv/file\040d'attente", "tmpfs", "tmpfs"))
    told = examine(folder)["spool"]
    assert (told["state"], "/srv/file d'attente, tmpfs" in told["message"]) == ("ok", True)


def test_a_system_that_says_nothing_of_its_disks_is_a_warning(folder, tmp_path):
    (tmp_path / "mounts").unlink()
    told = examine(folder)["spool"]
    assert (told["state"], "disque inconnu" in told["message"]) == ("warn", True)
