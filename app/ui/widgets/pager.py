"""A page that may be longer than the screen: large buttons to go up and down, and the finger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.paint import Skin, Slab
from app.ui.widgets.viewport import Viewport

QUESTION = "editor:"
"""How the name of a question's widget begins (``fields.Editor``)."""
PRESS = 0.8
"""The share of the view that one press goes over (visual.md 5, Pager)."""

LONG = 3
"""A page whose least height is so many times what is seen overflows. Less tells nothing: what stands under one another
where it is narrow, stands side by side where it is wide."""


class Turn(Button):
    """Up or down; at the end of the page it is flat."""

    skin = Skin("surface", "tint", "primary", "primary")
    padding = 1
    spent = Skin("sunken", "sunken", "line", "ink-soft")

    def __init__(self, icon: str, said: str, look: Look, name: str) -> None:
        super().__init__("", look, name, icon=icon)
        self.setAccessibleName(said)
        self.setFixedSize(look.layout("pager"), look.layout("pager"))
        self.useful = True

    def ground(self) -> Skin:
        return self.skin if self.useful else self.spent

    def _taken(self, name: str) -> int:
        return self._icon() if name else 0

    def tell(self, useful: bool) -> None:
        """Whether there is more that way."""
        self.useful = useful
        self.update()


class Track(QWidget):
    """Which part of the page is seen; only to look at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._start, self._share = look, 0.0, 1.0
        self.setFixedWidth(look.layout("pager"))

    def show_part(self, start: float, share: float) -> None:
        """Show *share* of the page, from *start*; both between 0 and 1."""
        self._start, self._share = start, share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, width = self._look, self._look.border("card")
        painter = QPainter(self)
        ground = Slab(look.colour("sunken"), look.colour("line"), width, look.radius("control"))
        ground.draw(painter, QRectF(self.rect()))
        inset = look.px(1) + width
        inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        colour = look.colour("line-strong")
        part = QRectF(
            inside.left(), inside.top() + self._start * inside.height(), inside.width(), self._share * inside.height()
        )
        Slab(colour, colour, 0, look.radius("chip")).draw(painter, part)
        painter.end()


class Turns(QWidget):
    """The column beside a page that overflows: up, which part is seen, down."""

    turned = Signal(int)
    seen = Signal()
    """Once, after the first frame with it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._painted = False
        self._up = Turn("bold/caret-up", str(_("Monter")), look, "pager.up")
        self._down = Turn("bold/caret-down", str(_("Descendre")), look, "pager.down")
        self._up.clicked.connect(lambda: self.turned.emit(-1))
        self._down.clicked.connect(lambda: self.turned.emit(1))
        self._track = Track(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(5), look.px(6), look.px(5))
        column.setSpacing(look.px(3))
        for widget in (self._up, self._track, self._down):
            column.addWidget(widget)

    def come_before(self, page: QWidget) -> None:
        """Tab comes here last: after whatever stands before *page*, for the round begins on the page."""
        before = page.previousInFocusChain()
        while before is not None and before is not page and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        if before is not None and before is not page:
            QWidget.setTabOrder(before, self._up)
            QWidget.setTabOrder(self._up, self._down)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.seen.emit)

    def tell(self, position: int, most: int, seen: int) -> None:
        """Where the page is, of how much, and how many px of it are seen."""
        whole = max(1, most + seen)
        self._up.tell(position > 0)
        self._down.tell(position < most)
        self._track.show_part(position / whole, seen / whole)


class Pager(QWidget):
    """Shows *content*; its column of buttons is there only when the content overflows."""

    def __init__(self, content: QWidget, look: Look) -> None:
        super().__init__()
        self._look, self._content = look, content
        self._turns: Turns | None = None
        self.setObjectName("pager")
        self._view = Viewport(content)
        self._view.setParent(self)
        self._view.moved.connect(self._tell)
        content.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  for the type checker
        application.focusChanged.connect(self._follow)

    def position(self) -> int:
        """How far the page is scrolled, in px."""
        return self._view.position()

    def go_to(self, position: int) -> None:
        """Scroll to *position*, as ``position`` gave it."""
        self._view.go_to(position)

    def turn(self, ways: int) -> None:
        """Go one press down (1) or up (-1); the last line seen stays in view."""
        self.go_to(self.position() + ways * round(self.height() * PRESS))

    def show_widget(self, widget: QWidget) -> None:
        """Bring *widget* into view, with the label of its question."""
        question = _question(widget)
        high = self.height()
        target = question if question.height() <= high else widget
        top = target.mapTo(self._content, QPoint(0, 0)).y() - self._look.px(3)
        bottom = top + target.height() + 2 * self._look.px(3)
        if top < self.position():
            self.go_to(top)
        elif bottom > self.position() + high:
            self.go_to(bottom - high)

    def sizeHint(self) -> QSize:
        # A screen gives all it has left, and laying a long page out to know would take as long as showing it. In a
        # panel, which gives it a least height, it says how high it would be.
        return self._content.sizeHint() if self.minimumHeight() else self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._view.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        focused = QApplication.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self.show_widget(focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isValid(self):
            self._fit()
        return False

    def _fit(self) -> None:
        """Show the column when the content, given the whole width, is still too high."""
        room = QRect(self.rect())
        if self._overflows():
            room.setRight(room.right() - self._beside())
        elif self._turns is not None:
            self._turns.hide()
        if room == self._view.geometry():
            self._view.fit()
        else:
            self._view.setGeometry(room)

    def _overflows(self) -> bool:
        """Whether the content is too high, be it as wide as can be; that of a very long page need not be laid out."""
        content, whole = self._content, self.width()
        if content.minimumSizeHint().height() > LONG * self.height():
            return True
        high = content.heightForWidth(whole) if content.hasHeightForWidth() else content.sizeHint().height()
        return high > self.height()

    def _beside(self) -> int:
        """The width of the column, which is there from now on."""
        if self._turns is None:
            self._turns = Turns(self._look)
            self._turns.turned.connect(self.turn)
            self._turns.seen.connect(self._view.let_drag)  # Qt's scroller takes 30 ms to load: not before the frame
            self._turns.setParent(self)
            self._turns.come_before(self)
        across = self._turns.sizeHint().width()
        self._turns.setGeometry(self.width() - across, 0, across, self.height())
        self._turns.show()
        return across

    def _tell(self) -> None:
        if self._turns is not None:
            self._turns.tell(self.position(), self._view.most(), self._view.height())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isValid(self) and new is not None and self._content.isAncestorOf(new):
            self.show_widget(new)


def _question(widget: QWidget) -> QWidget:
    """The question that *widget* answers, or itself."""
    parent: QWidget | None = widget
    while parent is not None and not parent.objectName().startswith(QUESTION):
        parent = parent.parentWidget()
    return parent or widget
