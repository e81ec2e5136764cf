"""The folder of a network scanner: what comes for this person, whole, once, and nothing of anybody else."""

from __future__ import annotations

import pytest

from app.actions import files
from app.actions.files import FileTrouble
from app.actions.watching import LONG, SETTLED, Watch, count

PDF = b"%PDF-1.4 ... %%EOF\n"


class Clock:
    """Time that passes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def looks(watch, clock, seconds=SETTLED):
    """What comes of a look, and of another one a while later."""
    first = watch.look()
    clock.now += seconds
    return first + watch.look()


def test_a_file_that_came_whole_is_given_once_and_removed(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan1.pdf").write_bytes(PDF)
    assert watch.look() == []
    clock.now += SETTLED
    assert watch.look() == [PDF]
    assert list(tmp_path.iterdir()) == []
    assert looks(watch, clock) == []


def test_several_come_in_their_order(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    for number in (2, 10, 1):
        (tmp_path / f"{number}.tif").write_bytes(b"II*\0%d" % number)
    assert sorted(looks(watch, clock)) == [b"II*\0" + number for number in (b"1", b"10", b"2")]


def test_what_was_there_before_is_never_given(tmp_path, clock):
    (tmp_path / "other.pdf").write_bytes(PDF)
    watch = Watch(tmp_path, clock)
    assert looks(watch, clock, LONG) == []
    assert count(tmp_path) == 1


@pytest.mark.parametrize("name", ["other.pdf.part", ".other.pdf", "other"])
def test_what_somebody_else_was_still_scanning_is_not_given_when_it_gets_its_name(tmp_path, clock, name):
    (tmp_path / name).write_bytes(b"%PDF-1.4")
    watch = Watch(tmp_path, clock)
    with (tmp_path / name).open("ab") as file:
        file.write(b" ... %%EOF")
    (tmp_path / name).rename(tmp_path / "other.pdf")
    assert looks(watch, clock, LONG) == []


def test_what_somebody_else_left_and_the_scanner_writes_over_is_not_given(tmp_path, clock):
    (tmp_path / "scan.pdf").write_bytes(PDF)
    watch = Watch(tmp_path, clock)
    (tmp_path / "new").write_bytes(PDF)
    (tmp_path / "new").rename(tmp_path / "scan.pdf")
    assert looks(watch, clock) == []


def test_a_name_serves_again_once_its_file_was_taken_away(tmp_path, clock):
    (tmp_path / "scan.pdf").write_bytes(PDF)
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan.pdf").unlink()
    assert watch.look() == []
    (tmp_path / "scan.pdf").write_bytes(PDF)
    assert looks(watch, clock) == [PDF]


def test_a_file_that_grows_is_waited_for(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    for part in (b"II*\0", b"page one", b"page two"):
        with (tmp_path / "scan.tif").open("ab") as file:
            file.write(part)
        assert watch.look() == []
        clock.now += SETTLED
    assert looks(watch, clock) == [b"II*\0page onepage two"]


def test_one_that_is_held_open_to_be_written_is_waited_for(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    with (tmp_path / "scan.tif").open("wb") as file:
        file.write(b"II*\0")
        file.flush()
        assert looks(watch, clock, LONG) == []
    assert watch.look() == [b"II*\0"]


@pytest.mark.parametrize("start", [b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n"])
def test_one_that_is_not_at_its_end_is_waited_for_longer(tmp_path, clock, start):
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan").write_bytes(start)
    assert looks(watch, clock) == []
    clock.now += LONG
    assert watch.look() == [start]


def test_an_empty_file_is_waited_for(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan.pdf").touch()
    assert looks(watch, clock, LONG) == []


def test_what_is_being_made_and_what_is_no_file_is_not_given(tmp_path, clock):
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan.PDF.part").write_bytes(PDF)
    (tmp_path / ".scan.pdf").write_bytes(PDF)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.pdf").symlink_to("/etc/hostname")
    assert looks(watch, clock, LONG) == []


def test_a_file_that_cannot_be_removed_is_not_taken_twice(tmp_path, clock, monkeypatch):
    watch = Watch(tmp_path, clock)
    (tmp_path / "scan.pdf").write_bytes(PDF)
    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    assert looks(watch, clock) == [PDF]
    assert looks(watch, clock, LONG) == []


def test_one_that_is_too_big_is_told_once_and_loses_nothing(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 20)
    watch = Watch(tmp_path, clock)
    (tmp_path / "1.pdf").write_bytes(PDF)
    watch.look()
    (tmp_path / "2.tif").write_bytes(b"x" * 21)
    assert looks(watch, clock) == [PDF]
    with pytest.raises(FileTrouble, match="too-big"):
        watch.look()
    assert looks(watch, clock, LONG) == []


def test_a_folder_that_goes_away_is_told(tmp_path, clock):
    (tmp_path / "scans").mkdir()
    watch = Watch(tmp_path / "scans", clock)
    (tmp_path / "scans").rmdir()
    with pytest.raises(FileTrouble, match="gone"):
        watch.look()
    with pytest.raises(FileTrouble, match="gone"):
        Watch(tmp_path / "scans")


def refuse(_place):
    raise PermissionError
