"""The focus ring: one overlay for the whole window, so that nothing moves when the focus does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.theme import Look, tokens
from app.ui.widgets.viewport import Viewport

TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus in *window*; seen after any key, and after a touch on fields only."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window, self._look, self._by_key = window, look, False
        self._wanted = False
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  for the type checker
        application.focusChanged.connect(self.follow)

    def wear(self, look: Look) -> None:
        """Take the colours of *look*."""
        self._look = look
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._by_key = True
            self._place()
        elif kind in TOUCHES:
            self._by_key = False
            self._place()
        elif self._wanted and kind in MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        focus = tokens()["focus"]
        inner, outer = focus["inner-width"], focus["outer-width"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.radius("control") + focus["radius-extra"]
        for colour, width, out in (("focus-outer", outer, 0), ("focus-inner", inner, outer)):
            inset = out + width / 2
            painter.setPen(QPen(self._look.colour(colour), width))
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(area, radius - inset, radius - inset)
        painter.end()

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The focus is on *new* now."""
        if not (isValid(self) and isValid(self._window)):
            return
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        self._watched = self._chain()
        # Keys and touches reach the window's handle once, before any widget.
        if (handle := self._window.windowHandle()) is not None:
            self._watched.append(handle)
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _chain(self) -> list[QObject]:
        """The focused widget and what holds it: when one of them moves, so does the ring."""
        chain: list[QObject] = []
        widget = self._target
        while widget is not None:
            chain.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        return chain

    def _place(self) -> None:
        target = self._target
        self._wanted = target is not None and (self._by_key or bool(target.property("keyboard")))
        if target is None or not self._wanted or not isValid(target) or not target.isVisible():
            self._leave()
            return
        focus = tokens()["focus"]
        around = focus["inner-width"] + focus["outer-width"] + focus["gap"]
        window = self._window
        area = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        if not self._seen(target).intersects(area):
            self._leave()
            return
        self.setGeometry(area.adjusted(-around, -around, around, around))
        self.raise_()
        self.show()

    def _leave(self) -> None:
        if not self.isHidden():
            self.hide()

    def _seen(self, target: QWidget) -> QRect:
        """What of the window is not scrolled away, for *target*."""
        window = self._window
        parent = target.parentWidget()
        while parent is not None and not isinstance(parent, Viewport):
            parent = None if parent.isWindow() else parent.parentWidget()
        if parent is None:
            return window.rect()
        return QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
