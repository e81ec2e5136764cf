"""Screens that say one thing and offer one way on: an agent is needed, or something went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.models.text import Text
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.buttons import Primary
from app.ui.widgets.labels import Label


class Plain(Frame):
    """*words* under *title*, and one button."""

    on_asked = Signal()

    def __init__(self, look: Look, title: Text, words: Text, button: Text) -> None:
        super().__init__(look)
        self.title(title)
        self.body.addWidget(Label(words, look, "lead"))
        way_on = self.right(Primary(button, look, "continue", after="bold/arrow-right"))
        way_on.clicked.connect(self.on_asked)
