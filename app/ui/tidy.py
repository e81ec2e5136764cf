"""Python's rubbish is gathered on the GUI thread, and on no other.

A collection that Python begins by itself runs on the thread that happens to ask for memory. On a queue's thread it
takes the widgets of replaced screens away from under Qt, and the process ends (seen while a PDF was being made).
"""

from __future__ import annotations

import gc
from itertools import count

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
FULL = 20
"""Every so many times all is looked at (10 ms); otherwise the young, among them the screens just replaced (1 ms)."""


def gather_here(parent: QObject) -> None:
    """From now on gather on this thread, as long as *parent* lives; what start-up made is looked at no more."""
    gc.disable()
    gc.freeze()
    timer = QTimer(parent)
    turns = count(1)
    timer.timeout.connect(lambda: _gather(next(turns)))
    timer.start(EVERY_MS)


def _gather(turn: int) -> None:
    gc.collect(1 if turn % FULL else 2)
