"""Opening the window of a terminal, and replacing the process when a visit ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from app import paths
from app.actions.settings import read_settings
from app.models.settings import Mode, Settings
from app.ui import PYTHONS
from app.ui.late import load
from app.ui.parts import Parts
from app.ui.shell import Shell
from app.ui.tasks import Tasks
from app.ui.theme import load_fonts
from app.ui.visit import Visit

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.models.caisse import Caisse

PR_SET_DUMPABLE = 4
SCRUBBED = {"PYTHONMALLOC": "malloc", "MALLOC_PERTURB_": "85"}
"""Memory given back is overwritten: nothing of a visit is left to find in the process that ends (dependencies.md)."""


def start(folder: Path, mode: Mode | None, *, windowed: bool) -> int:
    """Run the terminal of the data *folder*; gives the process's exit code."""
    settings = read_settings(folder)
    if mode:
        settings = settings._replace(mode=mode)
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    QApplication.setCursorFlashTime(0)  # a caret that blinks is one more thing that moves
    load_fonts()
    shell, visit = open_window(folder, settings, _replace_process)
    shell.framed.connect(_leave_no_dump)  # nothing of anybody is in memory before
    shell.framed.connect(lambda: load(*PYTHONS))
    shell.framed.connect(visit.begin)
    _show(shell, windowed=windowed)
    return QCoreApplication.exec()


def open_window(
    folder: Path, settings: Settings, end: Callable[[], None], catalogue: Path = paths.CATALOGUE
) -> tuple[Shell, Visit]:
    """The window of a terminal at its home page, and the visit that begins there; *end* takes over at its end."""
    shell = Shell(settings, settings.site.name, _now)
    visits: list[Visit] = []

    def sorry(error: Exception) -> None:
        visits[0].sorry(error)

    tasks = Tasks(sorry)
    store = cache(partial(_open_store, folder))
    offers = paths.CATALOGUE_AGENTS if settings.mode == "poste" else catalogue
    find = partial(_find_caisse, catalogue, settings.caisse)
    parts = Parts(folder, settings, offers, find, tasks, store, _now, lambda: _end(tasks, store, end))
    visits.append(Visit(shell, parts))
    _hook(sorry)
    visits[0].home()
    return shell, visits[0]


def _find_caisse(catalogue: Path, code: str) -> Caisse:
    from app.catalogue import caisses

    return caisses.find(catalogue, code)


def _open_store(folder: Path) -> Database:
    from app.actions import drafts

    return drafts.open_store(folder, _now())


def _leave_no_dump() -> None:
    """No crash file, and no other program of this user may read our memory (security.md, Temp files)."""
    if sys.platform == "linux":
        import ctypes
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)


def _end(tasks: Tasks, store: Callable[[], Database], end: Callable[[], None]) -> None:
    """Every commit done and the database closed, then *end*; what was on its way to the gateway is sent again later."""
    tasks.network.abandon()
    tasks.outside.close()
    tasks.store.run(lambda: store().close())
    tasks.store.close()
    end()


def _replace_process() -> None:
    """A new process in the place of this one: nothing relies on wiping Python's or Qt's memory (decision 11)."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "app"]
    os.execve(sys.executable, [sys.executable, *module, *sys.argv[1:]], os.environ | SCRUBBED)  # noqa: S606


def _now() -> datetime:
    return datetime.now().astimezone()


def _show(shell: Shell, *, windowed: bool) -> None:
    """Full screen; without a window manager ``showFullScreen`` keeps the size, so that is set first."""
    if windowed:
        shell.show()
        return
    shell.setGeometry(shell.screen().geometry())
    shell.showFullScreen()


def _hook(show: Callable[[Exception], None]) -> None:
    """Send what nobody foresaw on the GUI thread to *show*, once Qt is at rest: no screen changes while it paints."""

    def excepthook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            QTimer.singleShot(0, partial(show, error))
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = excepthook
