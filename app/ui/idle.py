"""Inactivity: after 120 s a question with 60 s to answer, extended as often as wanted; then the visit ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from app.ui.theme import tokens

SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    QEvent.Type.Wheel,
}  # fmt: skip


class Idle(QObject):
    """Watches the window's own events, where every key and touch passes once; counts down when nobody is there."""

    warned = Signal()
    ticked = Signal(int)
    expired = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left = 0
        self._quiet, self._second = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._warn)
        self._second.timeout.connect(self._count)
        self._patience = 1

    def watch(self, window: QWindow) -> None:
        """Hear the keys and touches of *window*, from now on."""
        window.installEventFilter(self)
        self.alive()

    def alive(self) -> None:
        """Somebody is there: count from the beginning."""
        self._second.stop()
        self._quiet.start(tokens()["time"]["inactivity_s"] * 1000 * self._patience)

    def wait_longer(self, times: int) -> None:
        """Be patient *times* as long: someone was told to fetch an agent; 1 is the usual again."""
        self._patience = times
        self.alive()

    def stop(self) -> None:
        """Time stands still: at the home page with nothing typed, and while the printer works."""
        self._quiet.stop()
        self._second.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE and self._quiet.isActive():
            self._quiet.start()
        return False

    def _warn(self) -> None:
        self.left, self._patience = tokens()["time"]["warning_s"], 1
        self._second.start(1000)
        self.warned.emit()

    def _count(self) -> None:
        self.left -= 1
        self.ticked.emit(self.left)
        if self.left <= 0:
            self._second.stop()
            self.expired.emit()
