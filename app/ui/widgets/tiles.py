"""Tiles of the home page: large things to press, with an icon, a title and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.buttons import ENTER, Button
from app.ui.widgets.paint import Skin, Slab
from app.ui.widgets.words import Phrase, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

FILLED = Skin("primary", "primary-pressed", "primary-pressed", "on-primary", edge="primary-pressed")
WHITE = Skin("surface", "tint", "edge", "ink", edge="edge", icon="primary")


class IntentTile(QAbstractButton):
    """One of the three intents: upright in landscape, lying in portrait."""

    def __init__(self, title: Phrase, text: Phrase, icon: str, look: Look, name: str, *, filled: bool = False) -> None:
        super().__init__()
        self._look, self._icon, self._skin = look, icon, FILLED if filled else WHITE
        self._title = Words(str(title), look.type("h2"))
        self._text = Words(str(text), look.type("body"))
        self._upright = look.density == "kiosk" and look.size == "normal" and not look.short
        self.setObjectName(name)
        self.setAccessibleName(str(title))
        self.setAccessibleDescription(str(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room, gap = self._room(width), self._look.px(4 if self._look.short else 5)
        words = self._title.height(room) + self._text.height(room)
        inside = self._ground() + gap + words if self._upright else max(self._ground(), words)
        return inside + 2 * gap + self._look.border("edge-bottom")

    def sizeHint(self) -> QSize:
        width = max(self._look.layout("column") // 3, self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max(self._title.widest, self._text.widest)
        return QSize(words + self.width() - self._room(self.width()), self._look.target("tile"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._skin.slab(self._look, down=self.isDown(), over=False, radius="card").draw(painter, QRectF(self.rect()))
        side, ground = self._look.px(5), self._ground()
        drop = 2 if self.isDown() else 0
        inner = self.rect().adjusted(side, side + drop, -side, drop - side - self._look.border("edge-bottom"))
        square = QRect(inner.left(), inner.top(), ground, ground)
        if not self._upright:
            square.moveTop(inner.center().y() - ground // 2)
        self._draw_icons(painter, square, inner)
        self._draw_words(painter, inner)
        painter.end()

    def _draw_icons(self, painter: QPainter, square: QRect, inner: QRect) -> None:
        look, side = self._look, self._arrow()
        ground = look.colour("surface" if self._skin is FILLED else "tint")
        Slab(ground, ground, 0, look.radius("button")).draw(painter, QRectF(square))
        drawing = icon(self._icon, square.width() // 2, look.colour("primary"))
        quarter = square.width() // 4
        painter.drawPixmap(square.left() + quarter, square.top() + quarter, drawing)
        top = inner.top() if self._upright else inner.center().y() - side // 2
        painter.drawPixmap(inner.right() + 1 - side, top, icon("bold/arrow-right", side, look.colour(self._skin.ink)))

    def _draw_words(self, painter: QPainter, inner: QRect) -> None:
        look, room = self._look, self._room(self.width())
        high, low = self._title.height(room), self._text.height(room)
        left = inner.left() if self._upright else inner.left() + self._ground() + look.px(5)
        top = inner.top() + self._ground() + look.px(5) if self._upright else inner.center().y() - (high + low) // 2
        ink = look.colour(self._skin.ink)
        self._title.draw(painter, QRect(left, top, room, high), ink)
        self._text.draw(painter, QRect(left, top + high, room, low), ink)

    def _ground(self) -> int:
        return self._look.px(16) + (0 if self._look.short else self._look.px(4))

    def _arrow(self) -> int:
        return self._look.type("body").line

    def _room(self, width: int) -> int:
        around = 2 * self._look.px(5)
        if self._upright:
            return width - around
        return width - around - self._ground() - self._arrow() - 2 * self._look.px(5)


class LyingTile(IntentTile):
    """The same for a list of several: it lies whatever the screen."""

    def __init__(self, title: Phrase, text: Phrase, icon: str, look: Look, name: str) -> None:
        super().__init__(title, text, icon, look, name)
        self._upright = False


class SubjectTile(Button):
    """One of the subjects: an icon and two lines of words."""

    skin = WHITE
    target = "choice-row"
    letters = "hint"
    padding = 3
    centred = False

    def __init__(self, title: Phrase, icon: str, look: Look, name: str) -> None:
        super().__init__(title, look, name, icon=icon)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles of a row are as high as the highest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.words.widest + self._beside(), self.look.target(self.target))

    def _icon(self) -> int:
        return max(self.look.target("checkbox"), self.look.type("label").line)
