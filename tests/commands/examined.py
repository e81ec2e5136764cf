"""A terminal where all is well, and what ``guichet doctor`` says of it."""

from __future__ import annotations

import json
import os
import resource
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from app import paths
from app.__main__ import group
from app.actions import drafts, mounts
from app.commands import doctor
from app.commands.doctor import disks, machine, printing
from app.store.drafts import salt
from tests.catalogue import compiled

SETTINGS = """
mode = "borne"
caisse = "999"
[site]
name = "Mairie de Valmont"
structure = "France Services Valmont"
printer = "hall"
"""
LPSTAT = """#!/bin/sh
if test "$1" = -H; then echo /run/cups/cups.sock; exit; fi
test "$2" = hall || exit 1
"""
READY = """echo "printer hall is idle.  enabled since Thu"
echo "hall accepting requests since Thu"
"""
MOUNT = "{0} 1 0:{0} / {1} rw,relatime shared:{0} - {2} {3} rw\n"


def terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, inside *folder*, of a terminal that is not enrolled."""
    monkeypatch.delenv("GUICHET_KEY_FILE", raising=False)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder / "credentials"))
    for name in ("data", "bin", "credentials", "cups"):
        (folder / name).mkdir()
    (folder / "credentials" / "guichet-db-key").write_text("ab" * 32)
    (folder / "data" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    compiled.lay(folder / "catalogue.db")
    monkeypatch.setattr(paths, "CATALOGUE", folder / "catalogue.db")
    system(folder, monkeypatch)
    print_service(folder, monkeypatch)
    keep(folder / "data", datetime.now(UTC))
    return folder / "data"


def system(folder: Path, monkeypatch: pytest.MonkeyPatch, swaps: str = "", core: str = "core", limit: int = 0) -> None:
    """What Linux says of itself."""
    (folder / "swaps").write_text("Filename Type Size Used Priority\n" + swaps)
    (folder / "core_pattern").write_text(core)
    monkeypatch.setattr(machine, "SWAPS", folder / "swaps")
    monkeypatch.setattr(machine, "CORE_PATTERN", folder / "core_pattern")
    monkeypatch.setattr(disks, "SYSTEM", folder / "block")
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (limit, limit))


def print_service(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CUPS, with one queue, « hall », that keeps nothing; its spool is in memory."""
    lpstat(folder, READY)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(printing, "CUPS", folder / "cups")
    (folder / "cups" / "cupsd.conf").write_text("PreserveJobFiles No\nPreserveJobHistory No\n")
    monkeypatch.setattr(mounts, "MOUNTS", folder / "mounts")
    mounted(folder, ("/", "ext4", "/dev/sda1"), ("/var/spool/cups", "tmpfs", "tmpfs"))


def lpstat(folder: Path, says: str) -> None:
    """What the print service says of the queue, as the end of a script."""
    (folder / "bin" / "lpstat").write_text(LPSTAT + says)
    (folder / "bin" / "lpstat").chmod(0o755)


def mounted(folder: Path, *mounts: tuple[str, str, str]) -> None:
    """The file systems of the machine: point, kind, source."""
    (folder / "mounts").write_text("".join(MOUNT.format(number, *mount) for number, mount in enumerate(mounts)))


def keep(folder: Path, moment: datetime) -> None:
    """A draft, saved at that *moment*."""
    db = drafts.connect(folder)
    drafts.keep(db, drafts.begin(salt(db), "mas", 1), {"name": "KOVALENKO"}, moment, 7)
    db.close()


def examine(folder: Path, *options: str) -> dict[str, dict[str, Any]]:
    """Each check by its name; what is true of any examination is asserted."""
    done = CliRunner().invoke(group(), ["doctor", "--json", "--data", str(folder), *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    told = {said["check"]: said for said in map(json.loads, done.stdout.splitlines())}
    assert list(told) == list(doctor.CHECKS)
    assert done.exit_code == any(said["state"] == "bad" for said in told.values())
    assert all(said["way_on"] for said in told.values() if said["state"] != "ok")
    assert all(said["message"] for said in told.values())
    return told


def state(folder: Path, check: str) -> str:
    """What one check finds."""
    return str(examine(folder)[check]["state"])
