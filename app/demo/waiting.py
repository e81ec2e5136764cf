"""Waiting by events, never by sleeping.

Qt's own test wait keeps the interpreter's lock, and so starves our threads: a real event loop runs instead.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer


def wait(milliseconds: int = 2) -> None:
    """Let the program run: events, threads, deletions of replaced screens."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
