"""Where one writes what one looks for, and « Chercher » beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.models.text import _
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.buttons import Primary, TextButton
from app.ui.widgets.inputs import Box, inks, inset, keyboard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

GO = _("Chercher")
NAME = _("Recherche")
EXAMPLE = _("Exemple : lunettes, naissance, carte Vitale")
LONGEST = 80
"""Letters that a search may have: more would not be seen."""
UNBOUND = 16_777_215
"""As wide as Qt lets a widget be."""
ACROSS = 20
"""Letters for which the box is never too narrow."""


class Clear(TextButton):
    """« Effacer », inside the box."""

    letters = "hint"
    underlined = False
    padding = 3


class SearchField(Box):
    """One line with a magnifying glass at its left, and at its right « Effacer » when there is something to erase."""

    down_asked = Signal()

    def __init__(self, typed: str, look: Look) -> None:
        super().__init__(look, "search", ACROSS)
        self.setMaximumWidth(UNBOUND)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxLength(LONGEST)
        self.setPalette(_soft(look))
        self.setAccessibleName(str(NAME))
        self.setAccessibleDescription(str(EXAMPLE))
        keyboard(self, "letters", native=True)
        self.setProperty("main", str(GO))
        self._clear = Clear(_("Effacer"), look, "search.clear", icon="" if look.size == "xlarge" else "bold/x")
        self._clear.setParent(self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a touch leaves the field its focus
        self._clear.clicked.connect(self._erase)
        self.setText(typed)
        self._make_room()
        self.textChanged.connect(self._make_room)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + self._clear.sizeHint().width() + self._look.target("field"), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads to what was found."""
        if event.key() == Qt.Key.Key_Down:
            self.down_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.type("input").line
        painter = QPainter(self)
        drawing = icon("bold/magnifying-glass", side, self._look.colour("primary"))
        painter.drawPixmap(inset(self._look), (self.height() - side) // 2, drawing)
        painter.end()

    def _erase(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear()

    def _left(self) -> int:
        return inset(self._look) + self._look.type("input").line + self._look.px(3)

    def _make_room(self) -> None:
        """For the words, between the glass and « Effacer »; for as many examples as fit when there are none."""
        across = self._clear.sizeHint().width() if self.text() else 0
        border = self._look.border("selected")
        high = min(self._clear.heightForWidth(across), self.height() - 2 * border)
        self._clear.setGeometry(self.width() - across - border, (self.height() - high) // 2, across, high)
        self._clear.setVisible(bool(self.text()))
        self.setTextMargins(self._left(), 0, across + border or inset(self._look), 0)
        self.setPlaceholderText(self._examples(self.width() - self._left() - inset(self._look)))

    def _examples(self, room: int) -> str:
        words, letters = str(EXAMPLE), QFontMetrics(self.font())
        while words and letters.horizontalAdvance(words) + self._look.px(2) > room:
            words = words.rpartition(",")[0]
        return words


class SearchBox(QWidget):
    """``typed``: what is written, at each key. ``asked``: it is to be looked for now."""

    typed = Signal(str)
    asked = Signal()

    def __init__(self, typed: str, look: Look) -> None:
        super().__init__()
        self.field = SearchField(typed, look)
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self.asked)
        self.go = Primary(GO, look, "continue")
        self.go.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(3))
        row.addWidget(self.field, 1)
        row.addWidget(self.go)


def _soft(look: Look) -> QPalette:
    """The inks of a box; the example is written in that of hints."""
    palette = QPalette(inks(look))
    palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("ink-soft"))
    return palette
