"""A scanner for the tests: the one that SANE brings for that (its backend « test »), set up as each test likes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

DEVICE, FEEDER = "test:0", "Automatic Document Feeder"
QUICK = "resolution_max 50.0"
"""Pages with few points: ten of them in a moment."""
SLOW = ("read-delay true", "read-delay-duration 200000")
"""A fifth of a second for each 32 KiB: a page lasts longer than any test."""
STATUSES = {
    "CANCELLED": "cancelled", "DEVICE_BUSY": "busy", "INVAL": "failed", "JAMMED": "jammed", "NO_DOCS": "no-paper",
    "COVER_OPEN": "cover-open", "IO_ERROR": "unplugged", "NO_MEM": "failed", "ACCESS_DENIED": "denied",
    "UNSUPPORTED": "failed",
}  # fmt: skip
"""What each status of SANE means for whoever scans."""

needed = pytest.mark.skipif(
    shutil.which("scanimage") is None, reason="scanimage is missing (Debian: sane-utils): no scanner to try"
)


class Scanner:
    """The device « test:0 », and a folder in memory that is this test's alone."""

    def __init__(self, folder: Path, memory: Path) -> None:
        self.folder, self.memory = folder, memory
        (folder / "dll.conf").write_text("test\n")
        self.told(QUICK)

    def told(self, *lines: str) -> None:
        """Its settings, in the words of test.conf."""
        told = ("number_of_devices 1", "geometry_max 300.0", *lines)
        (self.folder / "test.conf").write_text("".join(f"{line}\n" for line in told))

    def fails(self, status: str) -> None:
        """Whatever it reads ends so."""
        self.told(QUICK, f'read-status-code "SANE_STATUS_{status}"')

    def left(self) -> list[Path]:
        """What is in its memory."""
        return list(self.memory.iterdir())

    def running(self) -> list[int]:
        """The processes that work with it."""
        wanted = f"SANE_CONFIG_DIR={self.folder}".encode()
        found = []
        for place in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if (
                    wanted in place.read_bytes().split(b"\0")
                    and b"scanimage" in (place.parent / "cmdline").read_bytes()
                ):
                    found.append(int(place.parent.name))
        return found


def scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scanner]:
    """To be wrapped by a fixture; nothing is left of it, whatever the test did."""
    memory = Path(tempfile.mkdtemp(dir="/dev/shm"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    (tmp_path / "sane").mkdir()
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path / "sane"))
    made = Scanner(tmp_path / "sane", memory)
    yield made
    shutil.rmtree(memory)
    assert made.running() == []


class After(Event):
    """Somebody who touches « Arrêter » when it has been asked *looks* times whether they did."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._looks = looks

    def is_set(self) -> bool:
        self._looks -= 1
        return self._looks < 0


def ended(process: int) -> bool:
    """Whether it ends within ten seconds."""
    import select

    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    with os.fdopen(handle, "rb", buffering=0):
        return bool(select.select([handle], [], [], 10)[0])
