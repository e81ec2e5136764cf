"""No « Enregistré » before the disk has it: the real window under strace, each sync made slow, the lines in order."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from tests.faults.child import ENVIRONMENT

STRACE = (
    "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=fsync,fdatasync,write",
    "-e", "inject=fsync,fdatasync:delay_exit=20000",
)  # fmt: skip
"""Each sync takes 20 ms: whoever does not wait for it is seen."""

LINE = re.compile(r"(\d+) +(.*)")
SYNCED = re.compile(r"(?:<\.\.\. )?f(?:data)?sync(?:\(\d+| resumed>)\) += 0")
TOLD = re.compile(r'write\(1, "\{\\"(committing|committed|saved)\\": (\d+)')


@dataclass
class Order:
    """What a trace says: commits, marks of « Enregistré », and marks that came too early."""

    commits: int = 0
    marks: int = 0
    early: list[str] = field(default_factory=list)


def can_trace() -> bool:
    """Whether strace is here and allowed to trace."""
    tried = ["strace", "-qq", "-o", "/dev/null", "true"]
    return bool(shutil.which("strace")) and subprocess.run(tried, check=False).returncode == 0


def record(folder: Path, seed: int, seconds: float) -> Path:
    """Type at random for *seconds* under strace; the trace."""
    trace = folder / "trace"
    with subprocess.Popen(
        [*STRACE, "-o", trace, sys.executable, "-m", "tests.faults.typist", str(folder / "data"), str(seed)],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout
        pid = int(json.loads(process.stdout.readline())["pid"])
        timer = Timer(seconds, os.kill, (pid, signal.SIGKILL))
        for line in process.stdout:
            if b"began" in line:
                timer.start()
        timer.cancel()
    return trace


def judge(trace: Iterable[str]) -> Order:
    """A commit is on the disk once its thread has synced inside it, and it has returned."""
    order, at_work, synced, kept = Order(), dict[str, int](), set[int](), set[int]()
    for thread, call in (found.groups() for line in trace if (found := LINE.match(line))):
        if SYNCED.match(call) and thread in at_work:
            synced.add(at_work[thread])
        elif told := TOLD.match(call):
            what, number = told[1], int(told[2])
            if what == "committing":
                at_work[thread] = number
                order.commits += 1
            elif what == "committed":
                kept.add(at_work.pop(thread))
            else:
                order.marks += 1
                missing = set(range(1, number + 1)) - (synced & kept)
                order.early += [f"mark {order.marks} came before commit {', '.join(map(str, missing))}"] * bool(missing)
    return order
