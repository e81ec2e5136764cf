"""Where the figures were taken, and what this machine's disk answers to a sync."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from pathlib import Path

import PySide6

from tests.bench.row import at

LOOPS, STEPS, PAUSE = 60, 600_000, 0.05
"""As often, as long and as far apart as the pages that are measured."""


def words() -> str:
    """One line: processor, cores, load, versions, what one sync costs where the drafts of these measures are kept."""
    costs = syncs(Path(tempfile.gettempdir()), 200)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    return (
        f"{_processor()}, {os.cpu_count()} cores, load {load}; {platform.system()}, {versions}; "
        f"fdatasync of 4 KiB p50 {at(0.5, costs):.2f} ms, p99 {at(0.99, costs):.2f} ms"
    )


def stretch() -> float:
    """How many times its median the p95 of one and the same loop of Python takes, tens of ms each: others' work."""
    times = []
    for _turn in range(LOOPS):
        time.sleep(PAUSE)
        begun = time.perf_counter()
        for number in range(STEPS):
            _ = number * number % 7
        times.append(time.perf_counter() - begun)
    return at(0.95, times) / at(0.5, times)


def syncs(folder: Path, count: int) -> list[float]:
    """Milliseconds that each of *count* appends of 4 KiB takes to be on the disk."""
    costs = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _one in range(count):
            os.write(file.fileno(), bytes(4096))
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            costs.append((time.perf_counter() - begun) * 1000)
    return costs


def _processor() -> str:
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return names[0].partition(":")[2].strip() if names else platform.machine()


def resident(kind: str = "Pss") -> float:
    """MiB of this process, each page shared with others counted in part (``Pss``) or whole (``Rss``)."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{kind}:")).split()[1]) / 1024
