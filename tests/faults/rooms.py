"""Every screen, and every page of every form, in every language, format and look: what ``test_every_screen.py`` and
``test_every_form_page.py`` do in turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

PAGES, SCREENS = 144, 48
"""Dresses: 4 forms, 3 languages, 3 formats, 4 looks; and 4 formats of all that is no form."""


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
    from tests.ui.dressed import ALL, LOOKS, Dress, unroomy_screens
    from tests.ui.formpages import FORMATS, TYPED, unroomy

    QApplication(sys.argv[:1])
    text.install(paths.TRANSLATIONS)
    every = [Dress(*form, language, look) for form, language, look in product(FORMATS, text.LANGUAGES, LOOKS)]
    assert (len(TYPED) * len(every), len(ALL)) == (PAGES, SCREENS)
    for table, dressed in product(TYPED, every):
        with tempfile.TemporaryDirectory() as folder:
            for complaint in unroomy(Path(folder), table, dressed):
                print(table, *dressed, complaint)
    for dressed in ALL:
        with tempfile.TemporaryDirectory() as folder:
            for complaint in unroomy_screens(Path(folder), dressed):
                print(*dressed, complaint)
    sys.stdout.flush()
    os._exit(0)  # a window is not waited for


if __name__ == "__main__":
    main()
