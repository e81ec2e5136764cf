"""A small icon and words that change while the screen stays: « Enregistré à 10 h 42 »."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel

from app.models.text import Text
from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.labels import PLAIN, READ
from app.ui.widgets.words import Words, alike


class Sign(QLabel):
    """Nothing until ``show_words``. One widget that paints both: it changes three times a page."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._letters = look.type("small")
        self._said: tuple[str, ...] = ()
        self._show(alike("", self._letters), QPixmap(), "ink")
        self.setObjectName(name)
        self.setTextFormat(PLAIN)
        self.setSizePolicy(READ)
        self.hide()

    def show_words(self, icon_: str, words: Text, ink: str, icon_ink: str) -> None:
        """Say *words*; said again for a screen reader as the accessible name."""
        said = icon_, str(words), ink, icon_ink
        if said != self._said:
            self._said = said
            drawing = icon(icon_, self._letters.line, self._look.colour(icon_ink))
            self._show(alike(str(words), self._letters), drawing, ink)
            self.setAccessibleName(str(words))
            self.setText(str(words))  # which asks for the room of the new words
        self.show()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.height(width - self._beside())

    def sizeHint(self) -> QSize:
        return QSize(self._beside() + self._words.natural, self._letters.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._beside() + self._words.widest, self._letters.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._letters.line
        painter.drawPixmap(0, (self.height() - side) // 2, self._drawing)
        area = QRect(self._beside(), 0, self.width() - self._beside(), self.height())
        self._words.draw(painter, area, self._look.colour(self._ink))
        painter.end()

    def _show(self, words: Words, drawing: QPixmap, ink: str) -> None:
        self._words, self._drawing, self._ink = words, drawing, ink

    def _beside(self) -> int:
        """The room of the icon, and of the white after it."""
        return self._letters.line + self._look.px(2)
