"""A small icon and words that change while the screen stays: « Enregistré à 10 h 42 »."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.text import Text
from app.ui.theme import Look
from app.ui.widgets.labels import Label, Picture


class Sign(QWidget):
    """Nothing until ``show_words``."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(2))
        self.hide()

    def show_words(self, icon: str, words: Text, ink: str, icon_ink: str) -> None:
        """Say *words*; said again for a screen reader as the accessible name."""
        while item := self._row.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._row.addWidget(Picture(icon, self._look.type("small").line, self._look, icon_ink))
        self._row.addWidget(Label(words, self._look, "small", ink))
        self.setAccessibleName(str(words))
        self.show()
