"""Printing, against a small ``lp`` of ours that honours the real one's words and exit codes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.actions import printing
from app.actions.printing import Job, NoPrinter, cancel, send, waiting

LP = """#!/bin/sh
printf '%s\\n' "$@" > "{folder}/lp.arguments"
cat > "{folder}/lp.stdin"
[ "$2" = hall ] || {{ echo "lp: The printer or class does not exist." >&2; exit 1; }}
echo "request id is $2-12 (1 file(s))"
"""
LPSTAT = """#!/bin/sh
echo "hall-12                 guichet           1024   Thu Feb 12 11:05:00 2026"
"""
CANCEL = """#!/bin/sh
printf '%s\\n' "$@" > "{folder}/cancel.arguments"
"""


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on PATH, with our lp, lpstat and cancel; they note there what they are given."""
    for name, script in (("lp", LP), ("lpstat", LPSTAT), ("cancel", CANCEL)):
        (tmp_path / name).write_text(script.format(folder=tmp_path))
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def noted(cups: Path, name: str) -> list[str]:
    return (cups / f"{name}.arguments").read_text().splitlines()


def test_the_document_goes_down_a_pipe_to_its_queue(cups: Path) -> None:
    assert send(b"%PDF-1.4 ...", "hall") == Job("hall", "hall-12")
    assert (cups / "lp.stdin").read_bytes() == b"%PDF-1.4 ..."
    assert noted(cups, "lp")[:4] == ["-d", "hall", "-t", "Guichet Sante"]


def test_no_file_of_ours_is_named(cups: Path) -> None:
    send(b"%PDF-1.4 ...", "hall")
    assert noted(cups, "lp")[-1] == "-"


def test_a_job_waits_while_the_service_lists_it(cups: Path) -> None:
    assert waiting(Job("hall", "hall-12"))
    assert not waiting(Job("hall", "hall-1"))


def test_cancelling_takes_the_document_out_of_the_spool(cups: Path) -> None:
    cancel(Job("hall", "hall-12"))
    assert noted(cups, "cancel") == ["-x", "hall-12"]


def test_a_job_that_is_over_is_left_alone(cups: Path) -> None:
    cancel(Job("hall", "hall-1"))
    assert not (cups / "cancel.arguments").exists()


def test_an_unknown_queue_is_no_printer_and_says_nothing_more(cups: Path) -> None:
    with pytest.raises(NoPrinter) as trouble:
        send(b"%PDF", "kitchen")
    assert not trouble.value.args
    assert trouble.value.__suppress_context__


def test_without_a_queue_nothing_is_run(cups: Path) -> None:
    with pytest.raises(NoPrinter):
        send(b"%PDF", "")
    assert not (cups / "lp.stdin").exists()


def test_without_a_print_service_there_is_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPrinter):
        send(b"%PDF", "hall")


def test_a_service_that_does_not_answer_is_no_printer(cups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cups / "lp").write_text("#!/bin/sh\nexec sleep 5\n")
    monkeypatch.setattr(printing, "PATIENCE", 0.1)
    with pytest.raises(NoPrinter):
        send(b"%PDF", "hall")


def test_an_answer_without_a_job_is_no_printer(cups: Path) -> None:
    (cups / "lp").write_text("#!/bin/sh\ncat > /dev/null\necho done\n")
    with pytest.raises(NoPrinter):
        send(b"%PDF", "hall")
