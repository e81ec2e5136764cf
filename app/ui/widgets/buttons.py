"""What is pressed: buttons that wrap their words rather than cut them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.paint import Skin
from app.ui.widgets.words import Phrase, alike

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

ENTER = (0x01000004, 0x01000005)
"""``Qt.Key.Key_Return`` and ``Key_Enter``, without the other 469 keys, which the first frame does not need."""

PRESSED = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
PRESSED.setHeightForWidth(True)


class Button(QAbstractButton):
    """Words, an icon before or after them, on a ground of one skin."""

    skin: ClassVar[Skin] = Skin("surface", "tint", "primary", "primary")
    letters: str = "button"
    target: ClassVar[str] = "button"
    padding: ClassVar[int] = 6
    centred: ClassVar[bool] = True
    underlined: ClassVar[bool] = False
    lines: ClassVar[int] = 2
    """How many lines the words may take where there is little room; 0: as many as they need."""

    def __init__(
        self, text: Phrase, look: Look, name: str, *, icon: str = "", after: str = "", described: Phrase = ""
    ) -> None:
        super().__init__()
        self.look, self.before, self.after = look, icon, after
        self.setObjectName(name)
        self.setSizePolicy(PRESSED)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if described:
            self.setAccessibleDescription(str(described))
        self.setText(str(text))

    def setText(self, text: str) -> None:
        weight = self.look.type("button").weight
        letters = self.look.type(self.letters)._replace(weight=weight, underlined=self.underlined)
        self.words = alike(text, letters)
        self._heights: dict[int, int] = {}
        # "&" is a letter here, not the mark of a shortcut. It asks for the room of the new words, too.
        super().setText(text.replace("&", "&&"))
        if not self.accessibleName():
            self.setAccessibleName(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask it many times."""
        if width not in self._heights:
            words = self.words.height(width - self._beside()) + self._over()
            self._heights[width] = max(self.look.target(self.target), words)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.words.natural + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = (max(self.words.widest, self.words.halved) if self.lines else self.words.widest) + self._beside()
        return QSize(width, self.look.target(self.target))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A button is as high as its words ask: a row of a layout would otherwise stretch or cut it.
        high = self.heightForWidth(self.width())
        if high != self.maximumHeight():
            self.setFixedHeight(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_content(painter, self._ink())
        painter.end()

    def ground(self) -> Skin:
        """The skin of now."""
        return self.skin

    def _paint_ground(self, painter: QPainter) -> None:
        slab = self.ground().slab(self.look, down=self.isDown(), over=self.underMouse())
        slab.draw(painter, QRectF(self.rect()))

    def _ink(self) -> str:
        skin = self.ground()
        return skin.pressed_ink if self.isDown() and skin.pressed_ink else skin.ink

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        area, drawn = self._content(), self.look.colour(self.ground().icon or ink)
        for name, left in ((self.before, area.left()), (self.after, area.right() + 1 - self._icon())):
            if name:
                top = area.center().y() + 1 - self._icon() // 2
                painter.drawPixmap(left, top, icon(name, self._icon(), drawn))
        area.adjust(self._taken(self.before), 0, -self._taken(self.after), 0)
        self.words.draw(painter, area, self.look.colour(ink))

    def _content(self) -> QRect:
        """Where icons and words stand: in the middle or at the left, 2 px lower when pressed."""
        icons = self._taken(self.before) + self._taken(self.after)
        room = self.width() - 2 * self._side()
        words = room - icons if not self.centred else min(self.words.natural, room - icons)
        left = self._side() if not self.centred else (self.width() - words - icons) // 2
        skin = self.ground()
        thick = (
            self.look.border("edge-bottom") - self.look.border("card") if skin.edge and not self.look.contrast else 0
        )
        drop = 2 if self.isDown() else 0
        return QRect(left, drop, words + icons, self.height() - thick)

    def _icon(self) -> int:
        return self.look.type(self.letters).line

    def _taken(self, name: str) -> int:
        return self._icon() + self.look.px(3) if name else 0

    def _side(self) -> int:
        return self.look.px(self.padding if self.look.density != "desk" else 4)

    def _beside(self) -> int:
        return 2 * self._side() + self._taken(self.before) + self._taken(self.after)

    def _over(self) -> int:
        return 2 * self.look.px(2) + self.look.border("edge-bottom")


class Primary(Button):
    """The main action of a page: one at most."""

    skin = Skin("primary", "primary-pressed", "primary", "on-primary", edge="primary-pressed", hover="primary-hover")


class Secondary(Button):
    """Another action: an outline."""


class TextButton(Button):
    """A lesser action: underlined words."""

    skin = Skin("page", "tint", "page", "primary")
    target = "min"
    padding = 2
    underlined = True
    lines = 0

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isDown():
            super()._paint_ground(painter)


class Leave(Button):
    """« Quitter et effacer l’écran »: apricot means leaving, and nothing else."""

    skin = Skin("leave", "leave-edge", "leave", "on-leave", edge="leave-edge")
    padding = 4


class Raised(Button):
    """A light button with a thick lower edge, on the keyboard or on a page."""

    skin = Skin("surface", "tint", "edge", "ink", edge="edge")
    padding = 4


class RailButton(Button):
    """A control of the rail; checked, it turns white and shows a tick."""

    skin = Skin("rail-control", "rail-line", "rail-control", "on-rail", pressed_ink="rail", contrast_line="rail-line")
    chosen: ClassVar[Skin] = Skin("rail-selected", "rail-line", "rail-selected", "on-rail-selected")
    letters = "small"
    target = "min"
    padding = 4
    centred = False

    def __init__(
        self, text: Phrase, look: Look, name: str, *, icon: str = "", after: str = "", described: Phrase = ""
    ) -> None:
        super().__init__(text, look, name, icon=icon, after=after, described=described)
        self.toggled.connect(self._tick)

    def ground(self) -> Skin:
        return self.chosen if self.isChecked() else self.skin

    def _tick(self, checked: bool) -> None:
        self.after = "bold/check" if checked else ""
        self._heights.clear()
        self.updateGeometry()
        self.update()


class RailLeave(Leave):
    """« Quitter et effacer l’écran » in the rail: on three lines where two would be too wide."""

    letters = "small"
    centred = False
    lines = 0


class RailOutline(RailButton):
    """A control of the rail that stands apart: « Appeler un agent »."""

    skin = Skin("rail", "rail-control", "rail-line", "on-rail")
