"""What leads to the search: it looks like the box of the search, and is one button, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.models.text import _
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.buttons import ENTER, Primary
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

EXAMPLE = _("Exemple : lunettes, naissance, carte Vitale")


class SearchDoor(QAbstractButton):
    """*asked*: the search, begun with the letter that was typed here, if any."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._example = Words(str(EXAMPLE), look.type("lead"))
        self._act = Words(str(_("Chercher")), look.type("button"))
        self.setObjectName("search.open")
        self.setAccessibleName(str(_("Trouver un service ou un droit")))
        self.setAccessibleDescription(str(EXAMPLE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.asked.emit(""))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._example.height(self._field(width).width() - self._before() - self._look.px(4))
        return max(words + 2 * self._look.px(2), self._look.target("button"))

    def sizeHint(self) -> QSize:
        width = self._look.layout("column")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        across = self._before() + self._example.widest + self._look.px(4) + self._look.px(3) + self._button()
        return QSize(across, self._look.target("button"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif typed.strip() and typed.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit(typed)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        field = self._field(self.width())
        ground = Slab(
            look.colour("tint" if self.isDown() else "surface"), look.colour("line-strong"),
            look.border("control"), look.radius("control"),
        )  # fmt: skip
        ground.draw(painter, QRectF(field))
        side = look.type("lead").line
        top = field.center().y() + 1 - side // 2
        painter.drawPixmap(look.px(4), top, icon("bold/magnifying-glass", side, look.colour("primary")))
        self._example.draw(painter, field.adjusted(self._before(), 0, -look.px(4), 0), look.colour("ink-soft"))
        self._paint_button(painter, QRect(field.right() + 1 + look.px(3), 0, self._button(), self.height()))
        painter.end()

    def _paint_button(self, painter: QPainter, area: QRect) -> None:
        look, skin = self._look, Primary.skin
        skin.slab(look, down=self.isDown(), over=False).draw(painter, QRectF(area))
        ink = look.colour(skin.pressed_ink or skin.ink) if self.isDown() else look.colour(skin.ink)
        self._act.draw(painter, area.adjusted(0, 0, 0, -look.border("edge-bottom")), ink, Qt.AlignmentFlag.AlignHCenter)

    def _field(self, width: int) -> QRect:
        return QRect(0, 0, width - self._button() - self._look.px(3), self.height())

    def _button(self) -> int:
        return self._act.natural + 2 * self._look.px(6)

    def _before(self) -> int:
        return 2 * self._look.px(4) + self._look.type("lead").line
