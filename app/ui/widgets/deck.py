"""Cards side by side: as many columns as their words have room for, and arrows that go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import Look


class Deck(QWidget):
    """Places *cards* itself, for they are many: at most *columns*, a step *gap* of the scale of spaces apart; those of
    a row are equally high.
    """

    def __init__(self, cards: Sequence[QAbstractButton], look: Look, *, columns: int, gap: int) -> None:
        super().__init__()
        self.cards, self._look, self._most, self._gap = cards, look, columns, look.px(gap)
        self._known: dict[int, list[QRect]] = {}
        self._least = max((card.minimumSizeHint().width() for card in cards), default=0)
        for card in cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        # As wide as the design has it: the words are broken for that width in any case.
        width = max(self._least, self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for card, place in zip(self.cards, self._places(self.width()), strict=True):
            card.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the neighbour, Home and End to the first and the last."""
        here = next((at for at, card in enumerate(self.cards) if card.hasFocus()), 0)
        across, last = self._columns(self.width()), len(self.cards) - 1
        there = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here - across,
            Qt.Key.Key_Down: here + across,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if there is None or not 0 <= there <= last:
            super().keyPressEvent(event)
        else:
            self.cards[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self, width: int) -> int:
        """Half as many, and half again, until the widest word fits."""
        columns = self._most
        while columns > 1 and (width - self._gap * (columns - 1)) // columns < self._least:
            columns //= 2
        return columns

    def _places(self, width: int) -> list[QRect]:
        """Where each card stands in *width*; layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> list[QRect]:
        columns = self._columns(width)
        across = (width - self._gap * (columns - 1)) // columns
        places: list[QRect] = []
        for start in range(0, len(self.cards), columns):
            row = self.cards[start : start + columns]
            top = places[-1].bottom() + 1 + self._gap if places else 0
            high = max(card.heightForWidth(across) for card in row)
            places += [QRect(at * (across + self._gap), top, across, high) for at in range(len(row))]
        return places
