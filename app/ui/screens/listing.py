"""The rows of a group on their page: a card for each, and the button that adds one (visual.md 5, Repeat group)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.filling import Filling
from app.models.form import Repeat
from app.ui.theme import Look
from app.ui.widgets.buttons import Raised
from app.ui.widgets.rowcard import RowCard


class Listing(QWidget):
    """*removing*: the row that is about to be taken away, if the person says so again."""

    row_asked = Signal(str)
    add_asked = Signal()
    remove_asked = Signal(str)
    removed = Signal(str)

    def __init__(self, filling: Filling, repeat: Repeat, look: Look, *, removing: str) -> None:
        super().__init__()
        self._filling, self._repeat, self._look = filling, repeat, look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(3))
        for number, row in enumerate(filling.rows, 1):
            column.addWidget(self._card(row, number, removing=row == removing))
        add = Raised(repeat.add, look, f"{repeat.name}.add", icon="bold/plus-circle")
        add.clicked.connect(lambda _checked: self.add_asked.emit())
        column.addWidget(add)

    def _card(self, row: str, number: int, *, removing: bool) -> RowCard:
        repeat, way, mine = self._repeat, self._filling.way, f"{self._repeat.name}/{row}/"
        lacking = any(remark.stops and remark.path.startswith(mine) for remark in self._filling.remarks)
        card = RowCard(
            " ".join(way.shown(mine, repeat.headline)) or f"{repeat.title} {number}",
            " · ".join(way.shown(mine, repeat.details)),
            repeat.icon, self._look, f"{repeat.name}.{row}", lacking=lacking, removing=removing,
        )  # fmt: skip
        card.edit_asked.connect(lambda: self.row_asked.emit(row))
        card.remove_asked.connect(lambda: self.remove_asked.emit(row))
        card.kept.connect(lambda: self.remove_asked.emit(""))
        card.sure.connect(lambda: self.removed.emit(row))
        return card
