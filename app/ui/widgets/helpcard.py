"""The card « Pourquoi cette question ? », and others that only explain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.words import Phrase


class HelpCard(QFrame):
    """A title (may be empty) and words on a sunken ground."""

    def __init__(self, title: Phrase, text: Phrase, look: Look, icon: str = "question") -> None:
        super().__init__()
        paper(self, "sunken", look)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(6), look.px(4), look.px(6), look.px(4))
        self._row.setSpacing(look.px(4))
        mark = Picture(icon, look.scaled(look.px(8)), look)
        self._row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop if title else Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        if title:
            heading = Label(title, look, "hint")
            heading.embolden()
            words.addWidget(heading)
        words.addWidget(Label(text, look, "hint"))
        self._row.addLayout(words, 1)

    def add(self, widget: QWidget) -> None:
        """Put *widget* at the right: « Signer sur papier »."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
