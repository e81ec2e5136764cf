"""What an offer looks like wherever one stands: a card, painted all over, to press."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.models.offer import Card
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.paint import Skin, Slab
from app.ui.widgets.tiles import WHITE

TURNS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
"""Keys that go from card to card: the deck's business."""


class Leaf(QAbstractButton):
    """Its name is ``offer.<slug>``. A kind says how high its words are (``_high``) and paints them (``_draw``)."""

    skin: Skin = WHITE

    def __init__(self, card: Card, look: Look, *described: str) -> None:
        super().__init__()
        self.look = look
        self._heights: dict[int, int] = {}
        self.setObjectName(f"offer.{card.slug}")
        self.setText(str(card.title).replace("&", "&&"))
        self.setAccessibleName(str(card.title))
        self.setAccessibleDescription(". ".join(words.rstrip(".") for words in described if words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask it many times."""
        if width not in self._heights:
            bare = self._inner(width, 0)
            self._heights[width] = self._high(bare.width()) - bare.height()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self.look.layout("column") // 2)
        return QSize(width, self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in TURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        slab = self.skin.slab(self.look, down=self.isDown(), over=False, radius="card")
        slab.draw(painter, QRectF(self.rect()))
        self._draw(painter, self._inner(self.width(), self.height()).translated(0, 2 if self.isDown() else 0))
        painter.end()

    def _high(self, width: int) -> int:
        raise NotImplementedError

    def _draw(self, painter: QPainter, inner: QRect) -> None:
        raise NotImplementedError

    def _inner(self, width: int, height: int) -> QRect:
        """What is inside the border, away from it."""
        side, over = self._side(), self._over()
        below = self.look.border("edge-bottom") if self.skin.edge else self.look.border("card")
        return QRect(side, over, width - 2 * side, height - 2 * over - below)

    def _side(self) -> int:
        return self.look.px(5 if self.look.density != "desk" else 3)

    def _over(self) -> int:
        return self.look.px(4 if self.look.density != "desk" else 2)

    def _arrow(self) -> int:
        """The room that the arrow takes at the right."""
        return self.look.type("body").line + self.look.px(4)

    def _draw_arrow(self, painter: QPainter, inner: QRect) -> None:
        side = self.look.type("body").line
        drawing = icon("bold/arrow-right", side, self.look.colour("primary"))
        painter.drawPixmap(inner.right() + 1 - side, inner.center().y() + 1 - side // 2, drawing)


def draw_subject(painter: QPainter, name: str, square: QRect, look: Look) -> None:
    """The icon *name* of a subject on its ground."""
    tint = look.colour("tint")
    Slab(tint, tint, 0, look.radius("button")).draw(painter, QRectF(square))
    side = square.width() * 5 // 8
    at = square.topLeft() + QRect(0, 0, square.width() - side, square.height() - side).center()
    painter.drawPixmap(at, icon(name, side, look.colour("primary")))
