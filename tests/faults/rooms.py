"""Every page of every form, in every language, format and look: what ``test_every_form_page.py`` does in turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

COUNT = 108
"""4 forms, 3 languages, 3 formats, 3 looks."""


def run() -> list[str]:
    """What has no room, on which page; in a process of its own, since a window is wanted."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.rooms"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.splitlines() + ([f"rooms: {done.stderr[-2000:]}"] if done.returncode else [])


def main() -> None:
    """Print each complaint."""
    from PySide6.QtWidgets import QApplication

    import app.ui  # noqa: F401  before PySide
    from app import paths
    from app.models import text
    from tests.ui.formpages import FORMATS, LOOKS, TYPED, unroomy

    QApplication(sys.argv[:1])
    text.install(paths.TRANSLATIONS)
    for table, (terminal, size), language, look in product(TYPED, FORMATS, text.LANGUAGES, LOOKS):
        with tempfile.TemporaryDirectory() as folder:
            for complaint in unroomy(Path(folder), table, terminal, language, size, look):
                print(table, terminal, size, language, look, complaint)
    sys.stdout.flush()
    os._exit(0)  # a window is not waited for


if __name__ == "__main__":
    main()
