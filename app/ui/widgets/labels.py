"""Words and pictures that are only to read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.words import LEFT, Phrase, Words, alike

PLAIN = Qt.TextFormat.PlainText
READ = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Label(QLabel):
    """Words in one of the type roles; takes the height its width asks for."""

    def __init__(
        self, text: Phrase, look: Look, role: str = "body", colour: str = "ink",
        *, align: Qt.AlignmentFlag = LEFT, name: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._align = look, align
        self._colour = look.colour(colour)
        self._letters = look.type(role)
        if name:
            self.setObjectName(name)
        self.setTextFormat(PLAIN)
        self.setSizePolicy(READ)
        self.setText(str(text))

    def setText(self, text: str) -> None:
        self._words = alike(text, self._letters)
        super().setText(text)  # which asks for the room of the new words

    def embolden(self) -> None:
        """Write in semi-bold, in the same size."""
        self._letters = self._letters.bold
        self._words = alike(self.text(), self._letters)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.height(width)

    def sizeHint(self) -> QSize:
        return QSize(self._words.natural, self._words.height(self._words.natural))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.widest, self._words.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._words.draw(painter, self.rect(), self._colour, self._align)
        painter.end()


class Either(Label):
    """The words, or *brief* ones where they would take more than two lines, or more than *room*, a height in px.

    A screen reader has the first.
    """

    def __init__(  # noqa: PLR0913  each is one thing that it shows
        self, text: Phrase, brief: Phrase, room: int, look: Look, role: str, colour: str, *, name: str
    ) -> None:  # fmt: skip
        super().__init__(text, look, role, colour, name=name)
        self._full, self._brief, self._room = self._words, alike(str(brief), self._letters), room

    def heightForWidth(self, width: int) -> int:
        return self._fitting(width).height(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._brief.widest, self._brief.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._words = self._fitting(self.width())

    def _fitting(self, width: int) -> Words:
        fits = width >= self._full.widest and self._full.height(width) <= min(self._room, 2 * self._full.line)
        return self._full if fits else self._brief


class Picture(QWidget):
    """An icon beside words that say the same: silent for a screen reader."""

    def __init__(self, name: str, px: int, look: Look, colour: str = "primary") -> None:
        super().__init__()
        self._drawing = icon(name, px, look.colour(colour))
        self.setFixedSize(px, px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawing)
        painter.end()
