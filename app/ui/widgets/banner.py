"""A message that stays: a tint, a border, an icon and one or two sentences."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.theme import Look
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.words import Phrase

Kind = Literal["info", "success", "warning", "error"]

ICONS = {
    "info": "bold/info",
    "success": "bold/check-circle",
    "warning": "bold/warning",
    "error": "fill/warning-circle",
}


class Banner(QFrame):
    """Says *text*; *icon* when another than its kind's tells more (offline: ``bold/cloud-slash``)."""

    def __init__(self, kind: Kind, text: Phrase, look: Look, icon: str = "") -> None:
        super().__init__()
        paper(self, kind, look)
        self.setAccessibleName(str(text))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(5), look.px(3), look.px(5), look.px(3))
        row.setSpacing(look.px(4))
        mark = Picture(icon or ICONS[kind], look.type("body").line, look, kind)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(text, look), 1)
