"""How long until a change can be seen: from a touch to the paint of the new screen."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from tests.journeys.person import Person

LEFT = Qt.MouseButton.LeftButton


class Painted(QObject):
    """Leaves its loop once *widget* has painted and the frame is whole."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._loop.quit)
        return False

    def wait(self) -> None:
        """Until then."""
        if not self._seen:
            QTimer.singleShot(2000, self._loop.quit)
        self._loop.exec()
        assert self._seen, "the new screen was never painted"


def going_on(person: Person) -> float:
    """Milliseconds from the touch of « Continuer » until the screen that follows is painted."""
    button = person.finds("continue")
    before, middle = person.shell.content, QPointF(button.rect().center())
    begun = time.perf_counter()
    for kind, held in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        # Not by QTest, which lets the new screen paint before it comes back.
        touch = QMouseEvent(kind, middle, button.mapToGlobal(middle), LEFT, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(button, touch)
    assert person.shell.content is not before, f"still on {person.step}"
    Painted(person.shell.content).wait()
    return (time.perf_counter() - begun) * 1000


def anew(person: Person) -> None:
    """Erase the draft as « Tout effacer » does, and back to home without leaving the process."""
    assert person.visit.request
    person.visit.request.erase(person.visit.home)
    person.until(lambda: person.sees("start") is not None, "home")
