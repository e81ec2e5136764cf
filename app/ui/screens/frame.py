"""What every screen is made of: a head, a body, and the bar of its actions; the first two scroll together."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.models.text import Text
from app.ui.theme import Look
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label
from app.ui.widgets.pager import Pager


class Frame(QWidget):
    """A screen. Fill ``head`` (what is asked), ``body`` (what answers), ``below``, and the bar from left and right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.entrance: QWidget | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head, self.body, self.below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.pager = Pager(self._content(), look)
        column.addWidget(self.pager, 1)
        self._bar = QWidget()
        self.make_room(keyboard=False)
        column.addWidget(paper(self._bar, "bar", self.look))
        self._actions = QHBoxLayout(self._bar)
        self._actions.setContentsMargins(QMargins(look.layout("margin"), look.px(1), look.layout("margin"), look.px(1)))
        self._actions.setSpacing(look.px(3 if look.size == "xlarge" else 6))
        self._actions.addStretch(1)
        self._left = 0
        self._bar.hide()

    def title(self, words: Text, hint: Text | None = None, role: str = "h1") -> Label:
        """The question, spoken first: it takes the focus when the screen opens, and Tab goes on from it."""
        title = Label(words, self.look, role, name="title")
        title.setAccessibleName(str(words))
        self.head.addWidget(title)
        if hint:
            self.head.addWidget(Label(hint, self.look, "hint", "ink-soft", name="hint"))
        return title

    def crown(self, widget: QWidget) -> None:
        """*widget* over the whole width, above what scrolls: it is the head, and the head's room is not wanted."""
        widget.setMinimumHeight(self._information_zone())
        self._column.insertWidget(0, widget)
        self._above.setMinimumHeight(0)

    def make_room(self, keyboard: bool) -> None:
        """The bar is thinner over the on-screen keyboard."""
        self._bar.setMinimumHeight(self.look.layout("actionbar-with-keyboard" if keyboard else "actionbar"))

    def left(self, button: QAbstractButton) -> QAbstractButton:
        """*button* at the left of the bar, after those already there."""
        self._actions.insertWidget(self._left, button)
        self._left += 1
        self._bar.show()
        return button

    def right(self, button: QAbstractButton) -> QAbstractButton:
        """*button* at the right of the bar, the main one last."""
        self._actions.addWidget(button)
        self._bar.show()
        return button

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        margin = self.look.layout("margin")
        column.setContentsMargins(margin, self.look.px(5), margin, self.look.px(6))
        column.setSpacing(self.look.px(4))
        head = self._above = QWidget()
        above = QVBoxLayout(head)
        above.setContentsMargins(0, 0, 0, 0)
        above.addLayout(self.head)
        above.addStretch(1)
        self.head.setSpacing(self.look.px(2))
        self.body.setSpacing(self.look.px(4))
        if self.look.density == "portrait":
            # Every control below y = 512: within reach of a hand from a wheelchair (visual.md 4).
            head.setMinimumHeight(self._information_zone())
        column.addWidget(head)
        column.addLayout(self.body)
        column.addStretch(1)
        column.addLayout(self.below)
        return content

    def _information_zone(self) -> int:
        """In portrait, what lies above y = 512 under the header: to read, out of reach of some (visual.md 4)."""
        return self.look.layout("information-zone") - self.look.px(12) - self.look.px(16)
