"""Twelve sums, one a month, and the same one for all of them in one touch (mock-up 15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models import kinds
from app.models.form import Unreadable
from app.models.text import Text, _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer, Given
from app.ui.widgets.buttons import Secondary
from app.ui.widgets.inputs import SumBox
from app.ui.widgets.monthfoot import Foot
from app.ui.widgets.monthgrid import SAME, Grid, Plan

FILL, BACK = _("Remplir les 12 mois"), _("Remettre mes sommes")


class FillAll(Secondary):
    """« Remplir les 12 mois », as high as the box before it; once other sums have gone, the way back to them."""

    target = "field"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(BACK, look, name)
        self.room = self.sizeHint()
        self.says(FILL)
        self.room = self.room.expandedTo(self.sizeHint())

    def says(self, words: Text) -> None:
        """What a press does from now on; there is *room* for both."""
        self.setText(str(words))
        self.setAccessibleName(str(words))


class Tables(QWidget):
    """A box for each of *months*, the oldest first, on tables it paints; above them the one that fills all."""

    def __init__(self, look: Look, name: str, months: Sequence[date]) -> None:
        super().__init__()
        self._look, self._plans = look, dict[int, Plan]()
        self.same = SumBox(look, f"{name}.same")
        self.same.setAccessibleName(str(SAME))
        self.fill = FillAll(look, f"{name}.fill")
        self.boxes = [SumBox(look, f"{name}.{number}") for number in range(1, len(months) + 1)]
        self.foot = Foot(look)
        self.grid = Grid(look, months, self.same.sizeHint(), self.fill.room)
        for child in (self.same, self.fill, *self.boxes, self.foot):
            child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sum_up(self) -> None:
        """Say under the tables how many months are filled and what they come to."""
        sums = [text for box in self.boxes if (text := _written(box))]
        self.foot.tell(len(sums), sum(map(_money, sums), Decimal(0)))
        if self.isVisible() and self.foot.heightForWidth(self.width()) != self.foot.height():
            self._place_foot()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).bottom + self._look.px(3) + self.foot.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.grid.least, self._look.target("field"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        plan = self._plan(self.width())
        self.same.setGeometry(plan.band.box)
        self.fill.setGeometry(plan.band.button)
        for box, area in zip(self.boxes, plan.boxes, strict=True):
            box.setGeometry(area)
        self._place_foot()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.grid.paint(painter, self._plan(self.width()))
        painter.end()

    def _plan(self, width: int) -> Plan:
        """Layouts ask it many times."""
        if width not in self._plans:
            self._plans[width] = self.grid.plan(width)
        return self._plans[width]

    def _place_foot(self) -> None:
        """Under the tables, on two lines where its words are long."""
        top, width = self._plan(self.width()).bottom + self._look.px(3), self.width()
        self.foot.setGeometry(0, top, width, self.foot.heightForWidth(width))


class MonthsAnswer(Answer):
    """The sums of *months*, the oldest first; its parts are called ``1`` to ``12``."""

    def __init__(self, given: Given, months: Sequence[date]) -> None:
        super().__init__(given)
        self.tables = Tables(given.look, given.path, months)
        self._before: list[str] = []
        self.parts = {str(number): box for number, box in enumerate(self.tables.boxes, 1)}
        given.column.addWidget(self.tables)
        self._write(kinds.Months.parts(given.typed))
        self._connect()

    def text(self) -> str:
        sums = self._sums()
        return ";".join(sums) if any(sums) else ""

    def first(self) -> SumBox:
        """The first month without its sum."""
        boxes = self.tables.boxes
        return next((box for box in boxes if not _written(box)), boxes[0])

    def name_boxes(self, label: str) -> None:
        """Each by its month: the question twelve times would be too much."""
        for box, month in zip(self.tables.boxes, self.tables.grid.months, strict=True):
            box.setAccessibleName(str(_("{month}, somme reçue").with_(month=month.said)))

    def describe(self, words: str) -> None:
        super().describe(words)
        self.tables.same.setAccessibleDescription(words)

    def _connect(self) -> None:
        self.tables.same.returnPressed.connect(self._fill_all)
        self.tables.fill.clicked.connect(self._press)
        for box in (self.tables.same, *self.tables.boxes):
            box.textEdited.connect(lambda _text: self._remember([]))
        for box in self.tables.boxes:
            box.textEdited.connect(self.tables.sum_up)
            box.textEdited.connect(self._tell)
            box.left.connect(self._leave)

    def _sums(self) -> list[str]:
        return [_written(box) for box in self.tables.boxes]

    def _write(self, sums: Sequence[str]) -> None:
        for box, text in zip(self.tables.boxes, sums, strict=True):
            box.setText(text)
        if len(set(sums)) == 1:
            self.tables.same.setText(sums[0])
        self.tables.sum_up()

    def _press(self) -> None:
        if self._before:
            self._change_to(self._before, [])
        else:
            self._fill_all()

    def _fill_all(self) -> None:
        """The same sum everywhere; without one, the box waits for it. Other sums that were there can be had back."""
        if text := _written(self.tables.same):
            sums = self._sums()
            self._change_to([text] * len(sums), sums if set(sums) - {"", text} else self._before)
        else:
            self.tables.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_to(self, sums: Sequence[str], before: list[str]) -> None:
        self._write(sums)
        self._remember(before)
        self._tell()
        self._leave()

    def _remember(self, before: list[str]) -> None:
        """What stood there, until something else is typed."""
        if before != self._before:
            self._before = before
            self.tables.fill.says(BACK if before else FILL)


def _written(box: SumBox) -> str:
    """What stands in *box*, without the sign that parts the months."""
    return box.text().replace(";", " ").strip()


def _money(typed: str) -> Decimal:
    """The sum *typed*; nothing while it cannot be read."""
    try:
        return kinds.money(typed)
    except Unreadable:
        return Decimal(0)
