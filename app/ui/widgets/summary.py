"""The list of answers to repair, at the top of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.models.path import Remark
from app.models.text import Plural
from app.ui.theme import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.paint import Skin


class Link(Button):
    """One answer to repair: touch to go to it."""

    skin = Skin("surface", "error-tint", "surface", "error")
    letters = "label"
    target = "min"
    padding = 1
    centred = False
    underlined = True
    lines = 0


class Summary(QFrame):
    """Takes the focus when the page is shown again; each link leads to its field."""

    go = Signal(str)
    """The path of the answer to go to."""

    def __init__(self, remarks: Sequence[Remark], look: Look) -> None:
        super().__init__()
        paper(self, "alert", look)
        title = str(Plural("{count} réponse est à corriger", "{count} réponses sont à corriger", len(remarks)))
        self.setObjectName("summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(str(remark.finding.message) for remark in remarks))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(6), look.px(4), look.px(6), look.px(2))
        row.setSpacing(look.px(4))
        row.addWidget(Picture("fill/warning-circle", look.type("h2").line, look, "error"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, look, "h2"))
        column.addSpacing(look.px(2))
        for remark in remarks:
            column.addWidget(_line(look))
            column.addWidget(self._link(remark, look))
        row.addLayout(column, 1)

    def _link(self, remark: Remark, look: Look) -> Link:
        link = Link(remark.finding.message, look, f"summary.{remark.path}", icon="bold/arrow-down")
        link.clicked.connect(lambda: self.go.emit(remark.path))
        return link


def _line(look: Look) -> QFrame:
    line = QFrame()
    paper(line, "line", look)
    line.setFixedHeight(look.border("card"))
    return line
