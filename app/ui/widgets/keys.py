"""The keys of the on-screen keyboard: pressed without taking the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets import layouts
from app.ui.widgets.buttons import Button, Primary
from app.ui.widgets.paint import Skin
from app.ui.widgets.words import Phrase

LETTER = Skin("key", "tint", "edge", "ink", edge="edge", border="hair")
FUNCTION = Skin("key-function", "key", "edge", "ink", edge="edge", border="hair")
MAIN = Primary.skin

SAID: dict[str, tuple[Text, str]] = {
    layouts.SHIFT: (_("Majuscules"), "bold/arrow-fat-up"),
    layouts.BACK: (_("Effacer"), "bold/backspace"),
    layouts.LEFT: (_("Vers la gauche"), "bold/arrow-left"),
    layouts.RIGHT: (_("Vers la droite"), "bold/arrow-right"),
}
"""Keys that show an icon, and what they are called."""

NAMED: dict[str, Text | str] = {
    layouts.SPACE: _("espace"), layouts.NEXT: _("Suivant"), layouts.SYMBOLS: "123 ?", layouts.LETTERS: "ABC",
    layouts.CLEAR: _("Tout effacer"),
}  # fmt: skip


class KeyCap(Button):
    """One key; its objectName is ``key.<what it types or does>``."""

    padding = 1

    def __init__(self, key: str, words: Phrase, look: Look, *, icon: str = "", said: Phrase = "") -> None:
        self.key = key
        self.on = False
        if key in layouts.ACTS and key != layouts.SPACE:
            self.letters = "button"
        else:
            self.letters = "key"
        super().__init__(words, look, f"key.{key}", icon=icon)
        self.setAccessibleName(str(said or words))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAutoRepeat(key in (layouts.BACK, layouts.LEFT, layouts.RIGHT))

    def show_key(self, key: str) -> None:
        """Type *key* from now on, and show it: the other case."""
        self.key = key
        self.setText(key)
        self.setAccessibleName(key)

    def ground(self) -> Skin:
        if self.on or self.key == layouts.NEXT:
            return MAIN
        return FUNCTION if self.key in layouts.ACTS and self.key != layouts.SPACE else LETTER

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keyboard says how high its keys are."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(8), self.look.target("min") - self.look.px(2))

    def _taken(self, name: str) -> int:
        return super()._taken(name) if self.text() else (self._icon() if name else 0)


def key_cap(key: str, look: Look, alphabet: str, *, words: Phrase = "") -> KeyCap:
    """The key that types or does *key*; *words* stand beside its icon, or in place of its name."""
    if key == layouts.LANGUAGE:
        return KeyCap(key, layouts.NAMES[alphabet], look, icon="bold/globe-simple", said=_("Autre alphabet"))
    if key == layouts.LATIN:
        return KeyCap(key, "LAT · ABC" if look.size == "normal" else "LAT", look, said=_("Lettres latines"))
    if key == layouts.NEXT and words:
        return KeyCap(key, words, look)
    if key in NAMED:
        return KeyCap(key, NAMED[key], look)
    if key in SAID:
        said, icon = SAID[key]
        return KeyCap(key, words, look, icon=icon, said=words or said)
    return KeyCap(key, key, look)
