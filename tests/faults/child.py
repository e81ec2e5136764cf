"""How our child processes are started, and how one begins: offscreen, in French, its bytecode kept, loud."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from app import paths
from app.models import text

ENVIRONMENT = {
    **os.environ,
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "qt.qpa.*=false",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": str(paths.ROOT),
}


def begin() -> QApplication:
    """An application that nobody sees, speaking French."""
    text.install(paths.TRANSLATIONS)
    text.speak("fr")
    return QApplication(sys.argv[:1])


def speak_up() -> None:
    """Once the window stands: what nobody foresaw is told on standard error, and shown as the program shows it."""
    shown = sys.excepthook

    def loud(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        shown(kind, error, trace)

    sys.excepthook = loud
