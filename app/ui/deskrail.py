"""The rail of a poste: narrow, an icon over one or two words; the same controls in the same order."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout

from app.ui.icons import icon
from app.ui.rail import Rail
from app.ui.theme import Look
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import RailButton
from app.ui.widgets.paint import Skin

CENTRE = Qt.AlignmentFlag.AlignHCenter


class DeskItem(RailButton):
    """A control of the narrow rail: its icon stands over its words."""

    target = "min"

    def minimumSizeHint(self) -> QSize:
        return QSize(self.words.widest + 2 * self.look.px(1), self.look.target(self.target))

    def sizeHint(self) -> QSize:
        width = self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        words = self.words.height(width - 2 * self.look.px(1))
        return max(self.look.target(self.target), words + self._icon_height() + 2 * self.look.px(2))

    def _tick(self, checked: bool) -> None:
        self.update()

    def _icon_height(self) -> int:
        return self._icon() + self.look.px(1) if self.before else 0

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        colour, room = self.look.colour(ink), self.width() - 2 * self.look.px(1)
        high = self._icon_height() + self.words.height(room)
        top = (self.height() - high) // 2
        if self.before:
            painter.drawPixmap((self.width() - self._icon()) // 2, top, icon(self.before, self._icon(), colour))
        below = QRect(self.look.px(1), top + self._icon_height(), room, self.words.height(room))
        self.words.draw(painter, below, colour, CENTRE)


class DeskOutline(DeskItem):
    """« Appeler un agent »."""

    skin: ClassVar[Skin] = Skin("rail", "rail-control", "rail-line", "on-rail")


class DeskLeave(DeskItem):
    """« Quitter et effacer l’écran »."""

    skin: ClassVar[Skin] = Skin("leave", "leave-edge", "leave", "on-leave", edge="leave-edge")


class DeskRail(Rail):
    """At the left of a poste's screen."""

    item = DeskItem
    outline = DeskOutline
    leave = DeskLeave

    def _build(self, look: Look) -> None:
        usual = look._replace(size="normal").type("small").size
        self.setFixedWidth(look.layout("rail") * look.type("small").size // usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1), look.px(2), look.px(1), look.px(2))
        column.setSpacing(look.px(1))
        brand = QHBoxLayout()
        brand.addStretch(1)
        brand.addWidget(Mark(look.px(8), look))
        brand.addStretch(1)
        column.addLayout(brand)
        column.addSpacing(look.px(2))
        for button in self._languages():
            column.addWidget(button)
        column.addSpacing(look.px(2))
        column.addLayout(self._across(self._sizes()))
        column.addWidget(self._contrast())
        column.addStretch(1)
        column.addWidget(self._helping())
        column.addWidget(self._leaving())

    def _across(self, buttons: list[QAbstractButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(1))
        for button in buttons:
            row.addWidget(button, 1)
        return row
