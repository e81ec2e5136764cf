"""Widgets one under the other, or in two columns, placed by one widget: nested layouts would take longer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Look


class Row(NamedTuple):
    """A widget and the space over it, when something stands there."""

    above: int
    widget: QWidget


class Placed(QWidget):
    """Places its children itself, in ``areas``."""

    def __init__(self, children: Sequence[QWidget], look: Look) -> None:
        super().__init__()
        self.look, self._children = look, children
        self._known: dict[int, list[QRect]] = {}
        for child in children:
            child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def areas(self, width: int) -> list[QRect]:
        """Where each child stands in *width*."""
        raise NotImplementedError

    def under(self) -> int:
        """The space under the last child."""
        return 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for area in self._areas(width)), default=0) + self.under()

    def least(self) -> int:
        """The smallest width for it all."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.look.target("min"))

    @cached_property
    def _least(self) -> int:
        return self.least()

    def sizeHint(self) -> QSize:
        # As wide as the design has it: a narrow column would multiply the height, and the page's with it.
        width = max(self.minimumSizeHint().width(), self.look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for child, area in zip(self._children, self._areas(self.width()), strict=True):
            child.setGeometry(area)

    def _areas(self, width: int) -> list[QRect]:
        """Layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self.areas(width)
        return self._known[width]


class Stack(Placed):
    """*rows* one under the other, with *padding* around them all."""

    def __init__(self, rows: Sequence[Row], look: Look, *, padding: int = 0) -> None:
        self._rows, self._padding = rows, padding
        super().__init__([row.widget for row in rows], look)

    def areas(self, width: int) -> list[QRect]:
        found: list[QRect] = []
        top, room = self._padding, width - 2 * self._padding
        for row in self._rows:
            top += row.above if found else 0
            found.append(QRect(self._padding, top, room, height(row.widget, room)))
            top = found[-1].bottom() + 1
        return found

    def under(self) -> int:
        return self._padding

    def least(self) -> int:
        return max((row.widget.minimumSizeHint().width() for row in self._rows), default=0) + 2 * self._padding


class Columns(Placed):
    """*main* with *aside* at its right, *across* wide or more if it must: under it where there is no room.

    *most*: the width of main.
    """

    def __init__(self, main: QWidget, aside: QWidget, look: Look, *, across: int, most: int) -> None:
        super().__init__([main, aside], look)
        self._main, self._aside, self._across, self._most = main, aside, across, most

    def areas(self, width: int) -> list[QRect]:
        gutter, least = self.look.layout("gutter"), self._main.minimumSizeHint().width()
        across = max(self._across, self._aside.minimumSizeHint().width())
        room = min(width - across - gutter, self._most)
        if room < least:
            above = QRect(0, 0, width, height(self._main, width))
            across = min(width, across)
            return [above, QRect(0, above.bottom() + 1 + gutter, across, height(self._aside, across))]
        main = QRect(0, 0, room, height(self._main, room))
        return [main, QRect(room + gutter, 0, across, height(self._aside, across))]

    def least(self) -> int:
        return max(self._main.minimumSizeHint().width(), self._aside.minimumSizeHint().width())


def height(widget: QWidget, width: int) -> int:
    """The height that *widget* wants in *width*."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
