"""``python -m installer.bundle_pace PROGRAM``: the first frame of the frozen program, beside the checkout's.

Both run as they are: asked to log its painting, Qt itself says when a frame is whole and on its way to the screen.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.paths import ROOT

TURNS = 11
"""The first of them warms the machine and does not count."""
WHOLE = b"qt.widgets.painting: Flushing"


def main(program: Path) -> None:
    """Turn by turn, so that whatever else the machine does weighs on both."""
    compileall.compile_dir(ROOT / "app", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "settings.toml").write_bytes((ROOT / "installer" / "valmont.toml").read_bytes())
        environment = os.environ | {"GUICHET_DATA": folder, "QT_QPA_PLATFORM": "offscreen"}
        commands = [str(program)], [str(ROOT / ".venv/bin/guichet")]
        turns = [[_start(command, environment) for command in commands] for _turn in range(TURNS)][1:]
    frozen, plain = (statistics.median(times) for times in zip(*turns, strict=True))
    ratio = statistics.median(one / other for one, other in turns)
    print(f"Premier écran : {frozen:.0f} ms figé, {plain:.0f} ms depuis le dépôt, × {ratio:.2f} ({len(turns)} fois).")


def _start(command: Sequence[str], environment: dict[str, str]) -> float:
    """Milliseconds from the start of the process to its first frame."""
    logged = environment | {"QT_LOGGING_RULES": "qt.widgets.painting=true"}
    begun = time.monotonic()
    with subprocess.Popen(command, env=logged, stderr=subprocess.PIPE) as process:  # noqa: S603
        try:
            for line in process.stderr or ():
                if line.startswith(WHOLE):
                    return (time.monotonic() - begun) * 1000
        finally:
            process.kill()
    raise RuntimeError(f"{command[0]} stopped before its first frame")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
