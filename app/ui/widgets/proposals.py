"""What is proposed for an answer, under its box: one touch writes it, and nothing is ever written without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.text import Text
from app.ui.theme import Look
from app.ui.widgets.buttons import Raised
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Phrase


class Offered(NamedTuple):
    """*options*: the words of a button for each answer it writes; *words* before them, *hint* under.

    *said*: what a screen reader hears when they come; as long as it is the same, it is not said again.
    """

    words: Text
    options: Mapping[str, Phrase]
    said: Text
    hint: Text | None = None


class Proposed(Raised):
    """One of them. A touch leaves the box its focus, and the on-screen keyboard under it."""

    target = "min"
    lines = 0

    def __init__(self, look: Look, name: str) -> None:
        super().__init__("", look, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.answer = ""

    def offer(self, answer: str, words: Phrase) -> None:
        """Write *answer* when pressed; another than the *words* is said with them."""
        self.answer = answer
        if str(words) != self.words.text:
            self.setText(str(words))
        self.setAccessibleName(str(words) if str(words) == answer else f"{words} : {answer}")


class Proposals(QWidget):
    """A band under *box*; not there while nothing is proposed."""

    chosen = Signal(str)

    def __init__(self, box: QWidget, look: Look) -> None:
        super().__init__()
        self._box, self._look, self._said = box, look, ""
        self._words = Label("", look, "body")
        self._hint = Label("", look, "hint", "ink-soft")
        self._buttons: list[Proposed] = []
        for label in (self._words, self._hint):
            label.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_offered(self, offered: Offered | None) -> bool:
        """Show *offered* in place of what was; whether the band came or went, or its buttons are others."""
        before = [(button.answer, button.words.text) for button in self._buttons] if not self.isHidden() else []
        self._set_buttons(offered.options if offered else {})
        if offered is None:
            self.hide()
            self._said = ""
            return bool(before)
        self._words.setText(str(offered.words))
        self._hint.setText(str(offered.hint or ""))
        self.updateGeometry()
        self._place()
        self.update()
        self.show()
        self._say(offered.said)
        return len(before) != len(self._buttons)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._areas(width)[-1].bottom() + 1 + self._padding()

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        parts = (self._words, self._hint, *self._buttons)
        widest = max(part.minimumSizeHint().width() for part in parts)
        return QSize(widest + 2 * self._padding(), self._look.target("min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        ground = Slab(look.colour("tint"), look.colour("primary"), look.border("card"), look.radius("card"))
        ground.draw(painter, QRectF(self.rect()))
        painter.end()

    def _set_buttons(self, options: Mapping[str, Phrase]) -> None:
        """As many as *options*; those that stay are kept, and the focus with them."""
        for button in self._buttons[len(options) :]:
            if button.hasFocus():
                self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()
            button.deleteLater()
        del self._buttons[len(options) :]
        while len(self._buttons) < len(options):
            self._add_button()
        for button, (answer, words) in zip(self._buttons, options.items(), strict=True):
            button.offer(answer, words)

    def _add_button(self) -> None:
        """Tab goes from the box to the first, and from each to the next."""
        button = Proposed(self._look, f"{self._box.objectName()}.proposed{len(self._buttons)}")
        button.setParent(self)
        button.clicked.connect(lambda: self.chosen.emit(button.answer))
        button.show()
        self.setTabOrder(self._buttons[-1] if self._buttons else self._box, button)
        self._buttons.append(button)

    def _say(self, said: Text) -> None:
        if self._said != str(said) and self.isVisible():
            announce(self, str(said))
        self._said = str(said)

    def _place(self) -> None:
        for part, area in zip((self._words, *self._buttons, self._hint), self._areas(self.width()), strict=True):
            part.setGeometry(area)

    def _padding(self) -> int:
        return self._look.px(3 if self._look.density != "desk" else 2)

    def _areas(self, width: int) -> list[QRect]:
        """Words, buttons and hint: beside the words when all the buttons fit there, else in rows under them."""
        gap, left = self._look.px(2), self._padding()
        room, natural = width - 2 * left, self._words.sizeHint().width()
        across = [min(button.sizeHint().width(), room) for button in self._buttons]
        beside = natural + 2 * gap + sum(across) + gap * len(across) <= room
        high = [button.heightForWidth(wide) for button, wide in zip(self._buttons, across, strict=True)]
        words = QRect(left, left, natural if beside else room, self._words.heightForWidth(room))
        at, top = (left + natural + 2 * gap, left) if beside else (left, words.bottom() + 1 + gap)
        places: list[QRect] = []
        for wide, tall in zip(across, high, strict=True):
            if at > left and at + wide > left + room:
                at, top = left, places[-1].bottom() + 1 + gap
            places.append(QRect(at, top, wide, tall))
            at += wide + gap
        if beside and places:
            words.setHeight(max(words.height(), places[0].height()))
        under = max(area.bottom() for area in (words, *places)) + 1
        hint = QRect(left, under + self._look.px(1), room, self._hint.heightForWidth(room))
        return [words, *places, hint if self._hint.text() else QRect(left, under, room, 0)]


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say *words*, politely, once it is free."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not before there is something to say

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
