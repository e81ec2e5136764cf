"""The process that cleans: what it may take, how it ends, and that the window goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner
from pikepdf import Name, Stream
from PIL import Image
from PySide6.QtCore import QTimer

from app.__main__ import group
from app.actions import cleaning
from app.actions.cleaning import Cleaner, Unfit, clean, turn
from app.documents.scans import outcome
from tests.documents.scans.made import cleaned as cleaned_here
from tests.documents.scans.made import corner, declared, drawn, file, letter, noisy, opened, saved, scanned

PICTURE = file(corner(), "JPEG")
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")


def why(*files: bytes, cleaner: Cleaner | None = None, cancel: Event | None = None) -> str:
    """The code of the reason why *files* are not taken."""
    try:
        if cleaner is None:
            clean(files, cancel or Event())
        else:
            cleaner.clean(files, cancel or Event())
    except Unfit as unfit:
        return unfit.code
    return ""


def peak(cleaner: Cleaner) -> int:
    """The most bytes that the process has held so far."""
    said = Path(f"/proc/{cleaner.process.pid}/status").read_text()
    return int(said.partition("VmHWM:")[2].split()[0]) * 1024


def test_it_gives_what_the_functions_give_and_tells_how_far_it_is():
    told: list[float] = []
    made = clean([saved(drawn(3)), PICTURE], Event(), told.append)
    assert made == cleaned_here(saved(drawn(3)), PICTURE)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3


def test_doubts_come_through():
    dark = file(letter().point(lambda tone: tone * 0.3), "JPEG")
    assert clean([dark], Event()).doubts == ("dark",)


def test_a_page_is_added_and_turned():
    more = clean([clean([PICTURE], Event()).pdf, file(letter(), "PNG")], Event())
    assert more.pages == 2
    pdf = opened(turn(more.pdf, 1, Event()))
    assert [page.rotation for page in pdf.pages] == [0, 90]


def test_a_page_that_is_not_there_is_not_turned():
    with pytest.raises(Unfit, match="damaged"):
        turn(clean([PICTURE], Event()).pdf, 7, Event())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"), (b"PK\3\4", "unknown"), (PICTURE[:-99], "damaged"), (saved(drawn(200)), "pages"),
        (declared(20_000, 20_000), "pixels"),
    ],
)  # fmt: skip
def test_the_reason_comes_through(data, code):
    assert why(data) == code


def test_nothing_at_all_is_empty():
    assert why() == "empty"


def test_one_process_cleans_several_and_survives_the_bad_ones():
    with Cleaner() as cleaner:
        assert why(PICTURE[:-99], PICTURE, cleaner=cleaner) == "damaged"
        assert why(PICTURE, cleaner=cleaner) == ""
        assert why(saved(drawn(61)), cleaner=cleaner) == "pages"
        assert cleaner.clean([PICTURE], Event()).pages == 1
        assert cleaner.alive
    assert not cleaner.alive


@ONLY_LINUX
@pytest.mark.parametrize("how", [{}, {"compression": "tiff_lzw"}])
def test_a_tiff_of_forty_megabytes_fits(how):
    data = file(noisy(letter().resize((3100, 4300))), "TIFF", **how)
    assert how or len(data) > 39_000_000
    with Cleaner() as cleaner:
        assert cleaner.clean([data], Event()).pages == 1
        assert peak(cleaner) < 400_000_000


@ONLY_LINUX
def test_ten_scans_fit():
    scan = file(letter().resize((2480, 3508)), "JPEG")
    with Cleaner() as cleaner:
        assert cleaner.clean([scan] * 10, Event()).pages == 10
        assert peak(cleaner) < 400_000_000


@ONLY_LINUX
def test_what_swells_is_stopped():
    pdf = drawn()
    pack = zlib.compressobj(1)
    spaces = b"".join(pack.compress(b" " * 10_000_000) for _turn in range(60)) + pack.flush()
    pdf.pages[0].Contents = Stream(pdf, spaces, Filter=Name.FlateDecode)
    with Cleaner() as cleaner:
        assert why(saved(pdf), cleaner=cleaner) in ("memory", "damaged")  # as the library says
        assert peak(cleaner) < 400_000_000


@ONLY_LINUX
def test_it_may_write_nothing_and_take_no_more_than_its_share():
    with Cleaner() as cleaner:
        assert why(PICTURE, cleaner=cleaner) == ""
        said = Path(f"/proc/{cleaner.process.pid}/limits").read_text().splitlines()
    limits = {line[:26].strip(): line[26:].split()[:2] for line in said}
    assert limits["Max file size"] == limits["Max core file size"] == ["0", "0"]
    assert limits["Max data size"] == ["350000000", "350000000"]
    assert int(limits["Max cpu time"][0]) <= 100


@ONLY_LINUX
@pytest.mark.parametrize(
    ("end", "code"),
    [(signal.SIGSEGV, "damaged"), (signal.SIGABRT, "damaged"), (signal.SIGKILL, "memory"), (signal.SIGXCPU, "slow")],
)
def test_a_process_that_dies_of_a_file_says_why(end, code):
    with Cleaner() as cleaner:
        with pytest.raises(Unfit) as raised:
            cleaner.clean([PICTURE] * 20, Event(), lambda _part: os.kill(cleaner.process.pid, end))
        assert raised.value.code == code
        assert not cleaner.alive


def test_who_cancels_is_heard():
    cancel = Event()
    with Cleaner() as cleaner:
        with pytest.raises(Unfit, match="cancelled"):
            cleaner.clean([file(letter(), "PNG")] * 60, cancel, lambda _part: cancel.set())
        assert not cleaner.alive


def test_who_has_cancelled_before_is_heard():
    cancel = Event()
    cancel.set()
    assert why(*[file(letter(), "PNG")] * 60, cancel=cancel) == "cancelled"


def test_who_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(cleaning, "PATIENCE", 0)
    assert why(*[file(letter(), "PNG")] * 60) == "slow"


SAYS = """
import struct, sys
for frame in sys.argv[1:]:
    letter, size, body = frame.split(":")
    sys.stdout.buffer.write(letter.encode() + struct.pack(">Q", int(size)) + body.encode("latin-1"))
sys.stdout.flush()
sys.stdin.read()
"""
"""A program that a file has taken over: it says the same, whatever it is asked."""


@pytest.mark.parametrize(
    "frames",
    [
        ["?:0:"], ["o:8:%PDF-1.4"], ["d:1:1", "o:2:MZ"], ["d:3:999", "o:8:%PDF-1.4"], ["d:0:"], ["d:1:\xe9"],
        ["p:4:soon"], ["u:3:<b>"], ["o:10000001:"],
    ],
)  # fmt: skip
def test_what_a_process_answers_is_not_believed(frames, monkeypatch):
    monkeypatch.setattr(cleaning, "_program", lambda: [sys.executable, "-c", SAYS, *frames])
    assert why(PICTURE) == "damaged"


def test_a_process_that_ends_at_once_is_no_surprise(monkeypatch):
    monkeypatch.setattr(cleaning, "_program", lambda: [sys.executable, "-c", ""])
    assert why(PICTURE, file(Image.effect_noise((2000, 2000), 90), "PNG")) == "damaged"


def test_the_window_goes_on_meanwhile(qtbot):
    """The timer ticks between any two words of the process: whoever holds the interpreter would keep it from that."""
    ticks, seen = [0], list[int]()
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.__setitem__(0, ticks[0] + 1))
    timer.start(0)

    def told(_part: float) -> None:
        before = ticks[0]
        while ticks[0] == before:
            pass
        seen.append(ticks[0])

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(clean, [scanned(*[letter()] * 5)], Event(), told)
        qtbot.waitUntil(working.done, timeout=60_000)
    assert working.result().pages == 5
    assert len(set(seen)) == len(seen) >= 5


def test_nobody_is_offered_the_command():
    assert "clean-piece" not in CliRunner().invoke(group(), ["--help"]).output


def test_nothing_heavy_is_loaded_where_it_is_called_from():
    heavy = {"PIL", "pikepdf", "img2pdf", "pi_heif", "PySide6"}
    script = f"import sys, app.actions.cleaning; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "[]\n"


def test_every_code_is_one_the_window_has_a_sentence_for():
    assert outcome.MOST_PAGES == 60
    assert len(set(cleaning.Code.__args__)) == 12  # type: ignore[attr-defined]
