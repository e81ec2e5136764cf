"""What a stick holds: shown as people expect, read whole or not at all, and nothing else of the machine."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

import pytest

from app.actions import files
from app.actions.folders import Entry, FileTrouble, entries, take

TOP = PurePosixPath()


@pytest.fixture
def root(tmp_path):
    """A stick, and beside it what is not on it."""
    (tmp_path / "media" / "CLÉ" / "scans").mkdir(parents=True)
    (tmp_path / "media" / "CLÉ" / "avis.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "secret").write_bytes(b"secret")
    return tmp_path / "media"


def code(root, at, name=None):
    """What is told instead of a file, or of a folder."""
    with pytest.raises(FileTrouble) as caught:
        take(root, PurePosixPath(at), name) if name is not None else entries(root, PurePosixPath(at))
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value.code


def test_folders_then_files_as_people_count(root):
    stick = root / "CLÉ"
    for name in ("page 10.jpg", "page 2.jpg", "Été.pdf", "ete 2.pdf", "Zèbre.pdf"):
        (stick / name).write_bytes(b"x")
    assert [entry.name for entry in entries(root, PurePosixPath("CLÉ"))] == [
        "scans", "avis.pdf", "ete 2.pdf", "Été.pdf", "page 2.jpg", "page 10.jpg", "Zèbre.pdf",
    ]  # fmt: skip


def test_a_file_has_its_size_and_is_read_whole(root):
    assert entries(root, PurePosixPath("CLÉ")) == [Entry("scans", folder=True, size=0), Entry("avis.pdf", False, 8)]
    assert take(root, PurePosixPath("CLÉ"), "avis.pdf") == b"%PDF-1.4"


def test_only_what_people_put_there_is_shown(root, tmp_path):
    stick = root / "CLÉ"
    for name in (".Trash-1000", "System Volume Information", "lost+found"):
        (stick / name).mkdir()
    (stick / ".avis.pdf").write_bytes(b"x")
    os.mkfifo(stick / "pipe")
    (stick / "link").symlink_to(tmp_path / "secret")
    (stick / "up").symlink_to(tmp_path)
    assert [entry.name for entry in entries(root, PurePosixPath("CLÉ"))] == ["scans", "avis.pdf"]


def test_nothing_outside_the_folder_of_the_sticks_is_read(root, tmp_path):
    stick = root / "CLÉ"
    (stick / "link").symlink_to(tmp_path / "secret")
    (stick / "up").symlink_to(tmp_path)
    (stick / "near").symlink_to("avis.pdf")
    asked = [(".", "../secret"), ("..", "secret"), (str(tmp_path), "secret"), ("CLÉ", "link"), ("CLÉ/up", "secret")]
    asked += [("CLÉ/../..", "secret"), ("CLÉ", "near"), ("CLÉ", str(tmp_path / "secret")), ("CLÉ", "scans/../avis.pdf")]
    assert {code(root, at, name) for at, name in asked} == {"denied"}
    assert {code(root, at) for at in ("..", "CLÉ/up", str(tmp_path), "CLÉ/..")} == {"denied"}


def test_what_is_not_a_file_is_never_waited_for(root):
    os.mkfifo(root / "CLÉ" / "pipe")
    assert code(root, "CLÉ", "pipe") == "denied"
    assert code(root, "CLÉ", "scans") == "denied"


def test_a_stick_that_was_pulled_is_gone(root):
    assert code(root, "CLÉ", "other.pdf") == "gone"
    assert code(root, "AUTRE") == "gone"
    assert code(root / "nowhere", ".") == "gone"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_is_not_for_us_is_denied(root):
    (root / "CLÉ" / "avis.pdf").chmod(0)
    assert code(root, "CLÉ", "avis.pdf") == "denied"


def test_a_file_that_is_too_big_is_not_read(root, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 8)
    assert take(root, PurePosixPath("CLÉ"), "avis.pdf") == b"%PDF-1.4"
    (root / "CLÉ" / "avis.pdf").write_bytes(b"%PDF-1.42")
    assert code(root, "CLÉ", "avis.pdf") == "too-big"
    with (root / "CLÉ" / "huge").open("wb") as file:
        file.truncate(1 << 40)
    assert code(root, "CLÉ", "huge") == "too-big"


def test_a_name_is_shown_without_what_could_mislead(root):
    stick = root / "CLÉ"
    names = {
        "a\nb.pdf": "a�b.pdf",
        "fdp\u202egpj.exe": "fdp�gpj.exe",
        "\x1b[31mred": "�[31mred",
        "م\u200cن.pdf": "م\u200cن.pdf",
    }
    for name in names:
        (stick / name).write_bytes(b"x")
    (stick / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"latin")
    shown = {entry.name: entry.shown for entry in entries(root, PurePosixPath("CLÉ"))}
    assert {name: shown[name] for name in names} == names
    assert shown["caf\udce9.pdf"] == "caf�.pdf"
    assert take(root, PurePosixPath("CLÉ"), "caf\udce9.pdf") == b"latin"


def test_of_a_folder_that_never_ends_the_first_are_shown(root, monkeypatch):
    monkeypatch.setattr("app.actions.folders.MOST_ENTRIES", 3)
    for number in range(10):
        (root / "CLÉ" / f"{number}.jpg").write_bytes(b"x")
    assert [entry.name for entry in entries(root, PurePosixPath("CLÉ"))] == ["scans", "0.jpg", "1.jpg"]
    assert entries(root, TOP) == [Entry("CLÉ", folder=True, size=0)]
