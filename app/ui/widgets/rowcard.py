"""One person or thing that was added to a group: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets.buttons import Button, Secondary, TextButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture


class RowCard(QWidget):
    """*name* of the row begins the names of its buttons; *lacking*: something of it has to be repaired."""

    edit_asked = Signal()
    remove_asked = Signal()
    sure = Signal()
    kept = Signal()

    def __init__(  # noqa: PLR0913  each is one thing that the card shows
        self, headline: str, details: str, icon: str, look: Look, name: str, *, lacking: bool, removing: bool
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._name, self._headline = look, name, headline
        paper(self, "card", look)
        wide = look.size == "xlarge"  # the words of the buttons would leave none for the row's
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(*(4 * [look.px(4)]))
        row.setSpacing(look.px(4))
        row.addLayout(self._about(details, icon, lacking=lacking), 1)
        row.addLayout(self._removal() if removing else self._actions())

    def _about(self, details: str, icon: str, *, lacking: bool) -> QHBoxLayout:
        look, words = self._look, QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addWidget(Label(self._headline, look, "label", name=f"{self._name}.title"))
        if details:
            words.addWidget(Label(details, look, "hint", "ink-soft"))
        if lacking:
            chip = Chip(_("À compléter"), "warning", "warning", "warning-tint", look)
            words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)  # its width is no limit to the words above it
        about = QHBoxLayout()
        about.setSpacing(look.px(4))
        about.addWidget(Picture(f"duotone/{icon}", look.px(12), look), 0, Qt.AlignmentFlag.AlignTop)
        about.addLayout(words, 1)
        return about

    def _actions(self) -> QHBoxLayout:
        edit = self._button(TextButton, _("Modifier"), "edit", "bold/pencil-simple")
        edit.clicked.connect(self.edit_asked)
        remove = self._button(TextButton, _("Retirer"), "remove", "bold/trash")
        remove.clicked.connect(self.remove_asked)
        return _side_by_side(edit, remove)

    def _removal(self) -> QHBoxLayout:
        """Asked once, where it was touched."""
        sure = self._button(Secondary, _("Oui, retirer"), "sure", "bold/trash")
        sure.clicked.connect(self.sure)
        keep = self._button(TextButton, _("Non, garder"), "keep", "")
        keep.clicked.connect(self.kept)
        return _side_by_side(keep, sure)

    def _button(self, kind: type[Button], words: Text, act: str, icon: str) -> Button:
        button = kind(words, self._look, f"{self._name}.{act}", icon=icon)
        button.setAccessibleName(f"{words} : {self._headline}")
        return button


def _side_by_side(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
