"""Cold start: from the start of the process to the first frame of home, with its focus, beside a bare window."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.child import ask
from tests.bench.row import Row

TIMES = 9
SETTINGS = """mode = "borne"
caisse = "999"
[site]
name = "Accueil de Valmont"
structure = "CPAM de Valmont"
"""


def rows() -> list[Row]:
    """Separate processes, turn by turn, so that whatever else the machine does weighs on both."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        pairs = [(_start("bare"), _start("ours", folder)) for _turn in range(TIMES + 1)][1:]
    bare, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    beside = f"{ours:.0f} ms against {bare:.0f} ms for a bare window; medians of {TIMES}, turn by turn"
    return [Row("cold start to the first usable frame", ours / bare, 1.5, "×", beside)]


def _start(kind: str, *arguments: str) -> float:
    begun = time.monotonic()
    told = ask("window", kind, *arguments)
    assert told["focus"], f"the first frame of {kind} has no focus"
    return float(told["painted"] - begun) * 1000
