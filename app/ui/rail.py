"""The comfort rail (a dock in portrait): language, text size, contrast, help, leave. It never leaves the screen."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.models import text
from app.models.settings import Help
from app.models.text import LANGUAGES, Text, _
from app.ui.theme import Look, Size
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import Button, RailButton, RailLeave, RailOutline
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label
from app.ui.widgets.words import Words

SIZES: dict[Size, str] = {"normal": "body", "large": "h2", "xlarge": "h1"}
"""The three text sizes and the letters their « A » is drawn in."""

BRAND = "Guichet Santé"


HELP: dict[Help, Text] = {"none": _("Allez à l’accueil"), "screen": _("Appeler un agent")}
"""What asking for somebody is called, by how this place helps (people.md P22)."""


class SizeButton(RailButton):
    """An « A » as large as the text it gives; white is cue enough, without a tick."""

    centred = True

    def __init__(self, says: Text, letters: str, look: Look, name: str) -> None:
        super().__init__("A", look, name)
        self.setAccessibleName(str(says))
        self.setCheckable(True)
        self.words = Words("A", look.type(letters))

    def _tick(self, checked: bool) -> None:
        self.update()

    def heightForWidth(self, width: int) -> int:
        return max(self.look.target("min"), self.look.type("h1").line)

    def _side(self) -> int:
        return 0


class Rail(QWidget):
    """What a person may change at any moment; tells what was asked and changes nothing itself."""

    language_asked = Signal(str)
    size_asked = Signal(str)
    contrast_asked = Signal()
    help_asked = Signal()
    leave_asked = Signal()

    item: ClassVar[type[RailButton]] = RailButton
    outline: ClassVar[type[RailButton]] = RailOutline
    leave: ClassVar[type[Button]] = RailLeave

    def __init__(self, look: Look, place: str, help_kind: Help) -> None:
        super().__init__()
        paper(self, "rail", look)
        self._look, self._size = look.rail, look.size
        # A short window with larger letters has no room for two lines more.
        self._place, self._help = "" if look.short and look.size != "normal" else place, help_kind
        self._build(look)
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a touch leaves the field its focus and its caret

    def _build(self, look: Look) -> None:
        """Stand at the left of the screen, from the top: language first, leaving last."""
        self.setFixedWidth(look.rail_width)
        column = QVBoxLayout(self)
        side = self._look.px(4 if look.short else 5)
        column.setContentsMargins(
            side, self._look.px(4 if look.short else 6), side, self._look.px(2 if look.short else 5)
        )
        column.setSpacing(self._look.px(2))
        gap = self._look.px(1 if look.short else 3)
        column.addWidget(self._brand())
        column.addSpacing(gap)
        column.addWidget(Label(_("Langue"), self._look, "hint", "on-rail-soft"))
        for button in self._languages():
            column.addWidget(button)
        column.addSpacing(gap)
        column.addWidget(Label(_("Taille du texte"), self._look, "hint", "on-rail-soft"))
        column.addLayout(_side_by_side(self._sizes(), self._look))
        column.addSpacing(gap)
        column.addWidget(self._contrast())
        column.addStretch(1)
        column.addWidget(self._helping())
        column.addWidget(self._leaving())

    def _brand(self) -> QWidget:
        brand = QWidget()
        row = QHBoxLayout(brand)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(3))
        row.addWidget(Mark(self._look.scaled(42), self._look))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(BRAND, self._look, "button", "on-rail"))
        if self._place:
            names.addWidget(Label(self._place, self._look, "small", "on-rail-soft", name="place"))
        row.addLayout(names, 1)
        return brand

    def _languages(self) -> list[QAbstractButton]:
        buttons: list[QAbstractButton] = []
        for code, own_name in LANGUAGES.items():
            button = self.item(own_name, self._look, f"language.{code}")
            button.setCheckable(True)
            button.setChecked(code == text.language())
            button.clicked.connect(partial(self.language_asked.emit, code))
            buttons.append(button)
        return buttons

    def _sizes(self) -> list[QAbstractButton]:
        names = {"normal": _("Texte normal"), "large": _("Texte grand"), "xlarge": _("Texte très grand")}
        buttons: list[QAbstractButton] = []
        for size, letters in SIZES.items():
            button = SizeButton(names[size], letters, self._look, f"size.{size}")
            button.setChecked(size == self._size)
            button.clicked.connect(partial(self.size_asked.emit, size))
            buttons.append(button)
        return buttons

    def _contrast(self) -> QAbstractButton:
        button = self.item(_("Contraste élevé"), self._look, "contrast", icon="bold/circle-half")
        button.setCheckable(True)
        button.setChecked(self._look.contrast)
        button.clicked.connect(self.contrast_asked)
        return button

    def _helping(self) -> QAbstractButton:
        button = self.outline(HELP[self._help], self._look, "help", icon="bold/call-bell")
        button.clicked.connect(self.help_asked)
        return button

    def _leaving(self) -> QAbstractButton:
        button = self.leave(_("Quitter et effacer l’écran"), self._look, "leave", icon="bold/sign-out")
        button.clicked.connect(self.leave_asked)
        return button


class Dock(Rail):
    """The same at the bottom of a portrait screen, within reach."""

    def _build(self, look: Look) -> None:
        self.setFixedHeight(look.layout("dock"))
        column = QVBoxLayout(self)
        side = self._look.px(8)
        column.setContentsMargins(side, self._look.px(5), side, self._look.px(5))
        column.setSpacing(self._look.px(4))
        comfort = QHBoxLayout()
        comfort.setSpacing(self._look.px(3))
        for button in self._languages():
            comfort.addWidget(button, 3)
        comfort.addSpacing(self._look.px(4))
        for button in self._sizes():
            comfort.addWidget(button, 1)
        column.addLayout(comfort)
        column.addLayout(_side_by_side([self._contrast(), self._helping(), self._leaving()], self._look))


def _side_by_side(buttons: list[QAbstractButton], look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.px(2))
    for button in buttons:
        row.addWidget(button, 1)
    return row
