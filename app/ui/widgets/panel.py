"""A question that must be answered first: a panel over the window, never a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.theme import Look
from app.ui.widgets.ground import paper

SCRIM = 0.66
"""How much of the page the scrim hides."""


class Panel(QWidget):
    """Holds *content* in the middle of *window*; Tab stays inside, Esc presses *way_out*."""

    def __init__(
        self, window: QWidget, look: Look, name: str, content: QWidget,
        *, way_out: QAbstractButton, first: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._look, self._way_out, self._first = look, way_out, first or way_out
        self._before: QWidget | None = None
        self.setObjectName(name)
        frame = QFrame()
        paper(frame, "dialog", look)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(*(4 * [look.px(10)]))
        inside.addWidget(content)
        grid = QGridLayout(self)
        grid.addWidget(frame, 1, 1)
        for side in (0, 2):
            grid.setRowStretch(side, 1)
            grid.setColumnStretch(side, 1)
        grid.setColumnStretch(1, 4)
        # The first panel of a process lost them at the next gathering (tidy.py): its labels had no words to paint.
        self._held = frame, content
        frame.setMaximumWidth(look.scaled(look.layout("column") * 3 // 4))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the window and take the focus."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Uncover the window, give the focus back to what had it, and go."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isValid(self):
            self.setGeometry(self._window.rect())
        return False

    def focusNextPrevChild(self, next_: bool) -> bool:
        stops = self._stops()
        if stops:
            focused = QApplication.focusWidget()
            place = stops.index(focused) if focused in stops else -1
            reason = Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
            stops[(place + (1 if next_ else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._way_out.click()
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """A touch of the scrim goes no further."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(SCRIM)
        painter.fillRect(self.rect(), self._look.colour("scrim"))
        painter.end()

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        stops: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not self and widget is not None:
            tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled() and tab:
                stops.append(widget)
            widget = widget.nextInFocusChain()
        return stops
