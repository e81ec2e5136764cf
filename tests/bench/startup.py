"""Cold start: from the start of the process to the first frame of home, with its focus, beside a bare window."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import shiboken6

from tests.bench.child import ask
from tests.bench.row import Row

TIMES = 31
WIDTH, HEIGHT = 1280, 1024
SCREEN = {"name": "borne", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "logicalDpi": 96, "dpr": 1}
"""Qt's own offscreen screen is 800 × 800: no terminal has it."""
SETTINGS = """mode = "borne"
caisse = "999"
[site]
name = "Accueil de Valmont"
structure = "CPAM de Valmont"
"""


def rows() -> list[Row]:
    """Separate processes, turn by turn, so that whatever else the machine does weighs on all of them.

    The bare window has what ours has: the Python part of PySide that set-up writes out (``installer/setup.sh``); what
    it takes with PySide6 as its wheel comes is told too.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        (Path(folder) / "screen.json").write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        wheel = _as_it_comes(Path(folder) / "wheel")
        turns = [
            (_start("bare", folder, first=wheel), _start("ours", folder), _start("bare", folder))
            for _turn in range(TIMES + 1)
        ][1:]  # fmt: skip
    bare, ours, prepared = (statistics.median(times) for times in zip(*turns, strict=True))
    beside = (
        f"{ours:.0f} ms against {prepared:.0f} ms for a bare window, {bare:.0f} ms with PySide as its wheel comes "
        f"({ours / bare:.2f} ×); medians of {TIMES}, turn by turn"
    )
    return [Row("cold start to the first usable frame", ours / prepared, 1.5, "×", beside)]


def _as_it_comes(folder: Path) -> str:
    """PySide's binding as the wheel has it: without what set-up has written out beside it."""
    shutil.copytree(Path(shiboken6.__path__[0]), folder / "shiboken6", ignore=shutil.ignore_patterns("files.dir"))
    return str(folder)


def _start(kind: str, folder: str, first: str = "") -> float:
    begun = time.monotonic()
    told = ask("window", kind, folder, first=first)
    assert told["focus"], f"the first frame of {kind} has no focus"
    return float(told["painted"] - begun) * 1000
