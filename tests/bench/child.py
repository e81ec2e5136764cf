"""Measures that need a process of their own: ``ask`` starts ``tests.bench.<module>`` and reads one line of JSON."""

from __future__ import annotations

import compileall
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any, NoReturn

from app.paths import ROOT
from tests.faults.child import ENVIRONMENT


def ask(module: str, *arguments: str, under: Sequence[str] = (), first: str = "") -> Any:
    """What the last line of ``python -m tests.bench.<module> ARGUMENTS`` says.

    *under*: run by another program; *first*: a folder where Python looks for modules before all others.
    """
    _compile()
    command = [*under, sys.executable, "-m", f"tests.bench.{module}", *arguments]
    places = f"{first}{os.pathsep}{ENVIRONMENT['PYTHONPATH']}" if first else ENVIRONMENT["PYTHONPATH"]
    done = subprocess.run(
        command, env={**ENVIRONMENT, "PYTHONPATH": places}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def answer(said: Any) -> NoReturn:
    """The line that ``ask`` reads, and away: a terminal's process is replaced too, nobody takes its window down."""
    print(json.dumps(said), flush=True)
    os._exit(0)


@cache
def _compile() -> None:
    """As on a terminal, where nothing is compiled at start-up any more."""
    for folder in ("app", "tests"):
        compileall.compile_dir(ROOT / folder, quiet=2)
