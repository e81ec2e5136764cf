"""Answers to choose: cards that are a target all over, alone or in a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.ui.icons import icon
from app.ui.theme import Look
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase, alike

SHORT = 20
"""Letters of a label that stands in half a column at every size."""


class ChoiceCard(QAbstractButton):
    """One answer; chosen, it has a thick border, a tint, bold words and a filled mark."""

    def __init__(  # noqa: PLR0913  each is one thing that the card shows
        self, text: Phrase, look: Look, name: str,
        *, several: bool, icon: str = "", detail: Phrase = "", roomy: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._several, self._icon, self._roomy = look, several, icon, roomy
        plain = "lead" if roomy else "body"
        self._plain = alike(str(text), look.type(plain))
        self._bold = alike(str(text), look.type(plain).bold)
        self._detail = alike(str(detail), look.type("body")) if detail else None
        self.setObjectName(name)
        self.setAccessibleName(f"{text} {detail}".strip())
        self.setCheckable(True)
        self.setAutoExclusive(not several)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fits(self, width: int) -> bool:
        """Whether the words stay on one line in a card of *width*."""
        return self._detail is None and self._bold.natural <= width - self._beside

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._beside
        # Bold words are wider: their room is kept, so that choosing moves nothing.
        words = self._bold.height(room) + (self._detail.height(room) if self._detail else 0)
        least = self._look.target("choice-row") + (self._look.px(6) if self._roomy else 0)
        return max(least, words + 2 * self._look.scaled(self._look.px(3)) + 2 * self._look.border("selected"))

    def sizeHint(self) -> QSize:
        width = self._bold.natural + self._beside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._bold.widest + self._beside, self._look.target("choice-row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground().draw(painter, QRectF(self.rect()))
        mark = self._mark()
        area = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        self._draw_mark(painter, QRectF(area.left(), (self.height() - mark) / 2, mark, mark))
        area.adjust(mark + self._look.px(4), 0, 0, 0)
        if self._icon:
            drawing = icon(self._icon, mark, self._look.colour("primary"))
            painter.drawPixmap(area.left(), (self.height() - mark) // 2, drawing)
            area.adjust(mark + self._look.px(4), 0, 0, 0)
        self._draw_words(painter, area)
        painter.end()

    def _ground(self) -> Slab:
        look, chosen = self._look, self.isChecked() or self.isDown()
        fill = look.colour("tint" if chosen else "surface")
        line = look.colour("primary" if self.isChecked() else "edge")
        width = look.border("selected" if self.isChecked() else "card")
        return Slab(fill, line, width, look.radius("card"))

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        look, chosen = self._look, self.isChecked()
        width = look.border("selected") if not look.contrast else look.border("control")
        line = look.colour("primary" if chosen else "line-strong")
        filled = chosen and self._several
        painter.setPen(QPen(line, width))
        painter.setBrush(line if filled else look.colour("surface"))
        inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = min(look.radius("chip"), box.width() / 5) if self._several else box.width() / 2
        painter.drawRoundedRect(inner, radius, radius)
        if filled:
            side = round(box.width() * 0.7)
            tick = icon("bold/check", side, look.colour("on-primary"))
            painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), tick)
        elif chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(line)
            painter.drawEllipse(box.center(), box.width() * 0.24, box.width() * 0.24)

    def _draw_words(self, painter: QPainter, area: QRect) -> None:
        ink = self._look.colour("on-tint" if self.isChecked() else "ink")
        words = self._bold if self.isChecked() or self._detail else self._plain
        if self._detail is None:
            words.draw(painter, area, ink)
            return
        above, below = words.height(area.width()), self._detail.height(area.width())
        top = (self.height() - above - below) // 2
        words.draw(painter, QRect(area.left(), top, area.width(), above), ink)
        self._detail.draw(painter, QRect(area.left(), top + above, area.width(), below), ink)

    def _mark(self) -> int:
        """The side of the mark: it grows with the letters once they are as high as it is."""
        return max(self._look.target("checkbox"), self._look.type("body").line)

    def _side(self) -> int:
        return self._look.px(5 if self._look.density != "desk" else 3)

    @cached_property
    def _beside(self) -> int:
        marks = self._mark() + self._look.px(4)
        return 2 * self._side() + marks * (2 if self._icon else 1)


class ChoiceGroup(QWidget):
    """Cards of one question: one answer or several; in two columns when every label fits on one line."""

    typed = Signal(str)
    """The keys chosen, joined by a space, at each change."""

    def __init__(  # noqa: PLR0913  each is one thing that the field declares
        self, options: Mapping[str, Phrase], look: Look, name: str,
        *, several: bool = False, alone: str = "", icons: Mapping[str, str] | None = None, chosen: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName(name)
        self._look, self._alone = look, alone
        self._known: dict[int, dict[str, QRect]] = {}
        roomy = not several and _as_yes_or_no(options) and look.density != "desk"
        self.cards = {
            key: ChoiceCard(
                label,
                look,
                f"{name}.{key}",
                several=several,
                icon=(icons or {}).get(key, ""),
                roomy=roomy and place < 2,
            )
            for place, (key, label) in enumerate(options.items())
        }
        self._buttons = QButtonGroup(self)
        for key, card in self.cards.items():
            card.setParent(self)
            card.setChecked(key in chosen)
            if several:
                card.clicked.connect(lambda _checked, card=card: self._choose(card))
            else:
                self._buttons.addButton(card)
        self._buttons.buttonClicked.connect(self._choose)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chosen(self) -> tuple[str, ...]:
        """The keys chosen, in the order of the options."""
        return tuple(key for key, card in self.cards.items() if card.isChecked())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for area in self._areas(width).values()), default=0)

    def sizeHint(self) -> QSize:
        width = max((card.sizeHint().width() for card in self.cards.values()), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max((card.minimumSizeHint().width() for card in self.cards.values()), default=0)
        return QSize(width, self._look.target("choice-row"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for key, area in self._areas(self.width()).items():
            self.cards[key].setGeometry(area)

    def _areas(self, width: int) -> dict[str, QRect]:
        """Where each card stands in *width*; layouts ask it many times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> dict[str, QRect]:
        gap = self._look.px(3) if self._look.density != "desk" else self._look.px(2)
        half = (width - gap) // 2
        columns = 2 if len(self.cards) > 1 and all(card.fits(half) for card in self.cards.values()) else 1
        areas: dict[str, QRect] = {}
        top = 0
        keys = list(self.cards)
        for row in (keys[start : start + columns] for start in range(0, len(keys), columns)):
            # « Je ne sais pas » under « Oui » and « Non » has the whole width.
            across = width if columns == 1 or (len(row) == 1 and len(keys) == 3) else half
            high = max(self.cards[key].heightForWidth(across) for key in row)
            for place, key in enumerate(row):
                areas[key] = QRect(place * (half + gap), top, across, high)
            top += high + gap
        return areas

    def _choose(self, chosen: QAbstractButton) -> None:
        if self._alone and chosen.isChecked():
            only = self.cards[self._alone]
            for other in self.cards.values():
                if other is not chosen and only in (chosen, other):
                    other.setChecked(False)
        self.typed.emit(" ".join(self.chosen()))


def _as_yes_or_no(options: Mapping[str, Phrase]) -> bool:
    """Whether *options* are two short answers, with or without « je ne sais pas » under them."""
    return len(options) in (2, 3) and all(len(str(label)) <= SHORT for label in options.values())
