"""Scanning, with the real ``scanimage`` and the scanner that SANE brings for tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from io import BytesIO
from threading import Event

import pytest
from PIL import Image

from app.actions import inmemory, mounts, scanning
from app.actions.scanning import ScanTrouble, answer, scan
from tests.actions import sane
from tests.actions.sane import DEVICE, FEEDER, SLOW, STATUSES, After, needed

pytestmark = needed

scanner = pytest.fixture(sane.scanner)

KILLED = """
import os, sys, threading
from app.actions.scanning import scan
scan("test:0", "Automatic Document Feeder", threading.Event(), lambda page: print(page, flush=True))
"""


def trouble(source="", cancel=None, told=lambda _pages: None):
    """What a scan that does not end well says."""
    with pytest.raises(ScanTrouble) as caught:
        scan(DEVICE, source, cancel or Event(), told)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value


def size(page):
    return Image.open(BytesIO(page)).size


def test_the_glass_gives_one_page_of_a4_and_writes_no_file(scanner, monkeypatch):
    monkeypatch.setattr(inmemory, "folder", None)
    scanner.told('test-picture "Color pattern"')
    heard: list[int] = []
    (page,) = scan(DEVICE, "", Event(), heard.append)
    made = Image.open(BytesIO(page))
    assert (made.format, made.mode, made.size, made.info["dpi"]) == ("JPEG", "RGB", (2480, 3507), (300, 300))
    assert len(made.convert("L").histogram()) > 1
    assert heard == [1]


def test_the_feeder_gives_its_whole_pile_and_leaves_nothing_in_memory(scanner):
    heard: list[int] = []
    pages = scan(DEVICE, FEEDER, Event(), heard.append)
    assert [size(page) for page in pages] == [(413, 584)] * 10
    assert heard == list(range(1, 11))
    assert scanner.left() == []


@pytest.mark.parametrize("source", ["", FEEDER])
@pytest.mark.parametrize("status", STATUSES)
def test_each_error_of_the_device_has_its_code(scanner, status, source):
    scanner.fails(status)
    told = trouble(source)
    assert (told.code, told.pages, scanner.left(), scanner.running()) == (STATUSES[status], [], [], [])


def test_a_scanner_that_is_not_there_is_unplugged(scanner):
    for name in ("test:7", "nobody:usb:1", "-d", "/dev/usb"):
        with pytest.raises(ScanTrouble, match="unplugged"):
            scan(name, "", Event(), lambda _pages: None)


def test_a_source_that_it_does_not_have_is_a_failure(scanner):
    assert trouble("Feeder").code == "failed"


@pytest.mark.parametrize("source", ["", FEEDER])
def test_it_stops_in_the_middle_of_a_page(scanner, source):
    scanner.told(*SLOW)
    told = trouble(source, After(20))
    assert (told.code, told.pages, scanner.left(), scanner.running()) == ("cancelled", [], [], [])


def test_what_was_scanned_before_it_was_stopped_is_kept(scanner):
    cancel = Event()
    told = trouble(FEEDER, cancel, lambda pages: cancel.set() if pages == 3 else None)
    assert (told.code, scanner.left(), scanner.running()) == ("cancelled", [], [])
    assert len(told.pages) >= 3


def test_one_that_hears_no_order_to_stop_is_killed(scanner, tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "trap '' INT\necho 'Progress: 1%' >&2\nwhile :; do read x < fifo; done")
    assert (trouble("", After(5)).code, scanner.running()) == ("cancelled", [])


def test_unplugged_in_the_middle_of_a_pile_the_pages_before_are_kept(scanner):
    scanner.told("resolution_max 50.0", "read-delay true", "read-delay-duration 10000")

    def unplug(pages):
        if pages == 2:
            os.kill(scanner.running()[0], signal.SIGKILL)

    told = trouble(FEEDER, told=unplug)
    assert (told.code, len(told.pages), scanner.left()) == ("unplugged", 2, [])


def test_a_scanner_that_says_nothing_more_is_slow(scanner, monkeypatch):
    monkeypatch.setattr(scanning, "PATIENCE", 0.1)
    scanner.told(*SLOW)
    assert (trouble().code, scanner.running()) == ("slow", [])


def test_an_error_is_told_though_scanimage_never_ends(scanner, tmp_path, monkeypatch):
    script(
        tmp_path,
        monkeypatch,
        "echo 'scanimage: sane_read: Document feeder jammed' >&2\nwhile :; do read x < fifo; done",
    )
    assert (trouble().code, scanner.running()) == ("jammed", [])


def test_a_sheet_that_ends_early_is_a_shorter_page(scanner, tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, r"printf 'P6\n# SANE data follows\n4 10\n255\n'; head -c 100 /dev/zero")
    (page,) = scan(DEVICE, "", Event(), lambda _pages: None)
    assert size(page) == (4, 8)


@pytest.mark.parametrize("raw", [r"P6\n4 10\n255\n", "", r"P6\n4 10\n65535\nabcdefghijklmnopqrstuvwxyz", "%PDF-1.4"])
def test_what_is_no_page_is_a_failure(scanner, tmp_path, monkeypatch, raw):
    script(tmp_path, monkeypatch, f"printf '{raw.replace('%', '%%')}'")
    assert trouble().code == "failed"


def test_grey_and_black_and_white_pages_are_pages_too(scanner, tmp_path, monkeypatch):
    for raw in (r"P5\n2 3\n255\nabcdef", r"P4\n8 2\nab"):
        script(tmp_path, monkeypatch, f"printf '{raw}'")
        (page,) = scan(DEVICE, "", Event(), lambda _pages: None)
        assert Image.open(BytesIO(page)).mode == "L"


def test_without_the_program_there_is_no_scan(scanner, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert trouble().code == "no-program"


def test_a_pile_is_never_written_on_a_disk(scanner, tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text("1 1 0:1 / / rw - ext4 /dev/sda1 rw\n")
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "mounts")
    assert (trouble(FEEDER).code, scanner.left()) == ("failed", [])


def test_it_is_told_nothing_of_our_environment(scanner, tmp_path, monkeypatch):
    monkeypatch.setenv("GUICHET_KEY_FILE", "/secret")
    script(tmp_path, monkeypatch, f"env > {tmp_path}/told")
    trouble()
    assert {line.split("=")[0] for line in (tmp_path / "told").read_text().splitlines()} <= {
        "PATH", "HOME", "SANE_CONFIG_DIR", "XDG_RUNTIME_DIR", "LC_ALL", "LANG", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_",
    }  # fmt: skip


def test_a_killed_guichet_leaves_no_scan_running_and_the_next_pile_removes_its_files(scanner):
    scanner.told("resolution_max 50.0", "read-delay true", "read-delay-duration 20000")
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE) as guichet:
        assert guichet.stdout is not None
        assert guichet.stdout.readline() == b"1\n"
        (working,) = scanner.running()
        guichet.kill()
    assert sane.ended(working)
    (left,) = scanner.left()
    assert left.stat().st_mode & 0o777 == 0o700
    inmemory.sweep()
    assert scanner.left() == []


def test_a_pile_that_another_guichet_scans_is_left_alone(scanner):
    with inmemory.folder() as mine:
        inmemory.sweep()
        assert scanner.left() == [mine]


def test_the_doctor_asks_whether_it_is_there_and_takes_what_we_ask(scanner):
    answer(DEVICE, "")
    answer(DEVICE, FEEDER)
    for name, source in (("test:7", ""), (DEVICE, "Feeder")):
        with pytest.raises(ScanTrouble):
            answer(name, source)


def script(folder, monkeypatch, says):
    """A ``scanimage`` that does what no test scanner does; reading from *fifo* never ends."""
    (folder / "bin").mkdir(exist_ok=True)
    if not (folder / "fifo").exists():
        os.mkfifo(folder / "fifo")
    (folder / "bin" / "scanimage").write_text(f"#!/bin/sh\n{says.replace('fifo', str(folder / 'fifo'))}\n")
    (folder / "bin" / "scanimage").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
