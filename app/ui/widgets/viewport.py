"""The part of a long page that is seen, and the finger that drags it.

A widget of ours rather than Qt's scroll area: that is six widgets at each page, bars that nobody sees among them, and
what it hands out (its viewport) has PySide make every class that it might be: 20 ms before the first frame.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QResizeEvent, QWheelEvent

NOTCH, STEP = 120, 60
"""One notch of a wheel, in Qt's eighths of a degree, and the px it goes over."""


class Viewport(QWidget):
    """Shows *content* as wide as itself and at least as high, from ``position`` down."""

    moved = Signal()
    """The position or the length of the page is another."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content, self._dragged = content, False
        content.setParent(self)

    def position(self) -> int:
        """How far the page is scrolled, in px."""
        return -self._content.y()

    def most(self) -> int:
        """The furthest it can be."""
        return max(0, self._content.height() - self.height())

    def go_to(self, position: int) -> None:
        """Scroll to *position*, or as near as can be."""
        top = min(max(0, position), self.most())
        if top != self.position():
            self._content.move(0, -top)
            self.moved.emit()

    def fit(self) -> None:
        """Give the content the room it asks for."""
        content, least = self._content, self._content.minimumSizeHint()
        across = max(self.width(), least.width())
        high = content.heightForWidth(across) if content.hasHeightForWidth() else content.sizeHint().height()
        content.resize(across, max(self.height(), high))
        content.move(0, -min(self.position(), self.most()))
        self.moved.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(STEP, STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.go_to(self.position() - event.angleDelta().y() * STEP // NOTCH)

    def event(self, event: QEvent) -> bool:
        """What Qt's scroller asks and says while a finger drags."""
        if event.type() == QEvent.Type.ScrollPrepare:
            return self._say_where(event)
        return self._obey(event) if event.type() == QEvent.Type.Scroll else super().event(event)

    def _obey(self, event: Any) -> bool:
        self.go_to(round(event.contentPos().y()))
        return True

    def _say_where(self, event: Any) -> bool:
        event.setViewportSize(QSizeF(self.size()))
        event.setContentPosRange(QRectF(0, 0, 0, self.most()))
        event.setContentPos(QPointF(0, self.position()))
        event.accept()
        return True

    def let_drag(self) -> None:
        """Let a finger drag the page; what is under it hears the press at once, and a signature keeps it."""
        if self._dragged or not isValid(self):
            return
        self._dragged = True
        from PySide6.QtWidgets import QScroller, QScrollerProperties

        scroller = QScroller.scroller(self)
        habits = scroller.scrollerProperties()
        habits.setScrollMetric(QScrollerProperties.ScrollMetric.MousePressEventDelay, 0)
        overshoot = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        habits.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, overshoot)
        habits.setScrollMetric(QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy, overshoot)
        scroller.setScrollerProperties(habits)
        self.grabGesture(_drag())

    def hold(self) -> None:
        """Keep the page still: somebody signs on it."""
        if self._dragged:
            self.ungrabGesture(_drag())

    def free(self) -> None:
        """Let it be dragged again, once the finger that signed is up."""
        if not self._dragged:
            return
        from PySide6.QtWidgets import QScroller

        # It still believes the page is pressed, and would miss the next finger.
        QScroller.scroller(self).handleInput(QScroller.Input.InputRelease, QPointF())
        QScroller.scroller(self).stop()
        self.grabGesture(_drag())


@cache
def _drag() -> Qt.GestureType:
    """The gesture of a drag, made once: PySide 6.12 leaves an enum class behind (30 KiB) each time it is."""
    from PySide6.QtWidgets import QScroller

    _HOLDERS.append(QObject())
    return QScroller.grabGesture(_HOLDERS[0], QScroller.ScrollerGestureType.LeftMouseButtonGesture)


_HOLDERS: list[QObject] = []
"""Whoever grabbed the gesture first keeps it known to Qt: it lives as long as the process."""
