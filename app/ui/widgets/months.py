"""Twelve sums, one a month, and the same one for all of them in one touch (mock-up 15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.models import kinds
from app.models.form import Unreadable
from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer
from app.ui.widgets.buttons import Secondary
from app.ui.widgets.inputs import SumBox
from app.ui.widgets.monthfoot import Foot
from app.ui.widgets.monthgrid import SAME, Grid, Plan


class FillAll(Secondary):
    """« Remplir les 12 mois », as high as the box before it."""

    target = "field"


class MonthsAnswer(Answer):
    """The sums of *months*, the oldest first; its parts are called ``1`` to ``12``. It paints what they stand on."""

    def __init__(self, typed: str, look: Look, name: str, months: Sequence[date]) -> None:
        super().__init__()
        self._look, self._plans = look, dict[int, Plan]()
        self.same = SumBox(look, f"{name}.same")
        self.same.setAccessibleName(str(SAME))
        self.fill = FillAll(_("Remplir les 12 mois"), look, f"{name}.fill")
        self._boxes = [SumBox(look, f"{name}.{number}") for number in range(1, len(months) + 1)]
        self.parts = {str(number): box for number, box in enumerate(self._boxes, 1)}
        self.foot = Foot(look)
        self._grid = Grid(look, months, self.same.sizeHint(), self.fill.sizeHint())
        for child in (self.same, self.fill, *self._boxes, self.foot):
            child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._write(kinds.Months.parts(typed))
        self._connect()

    def text(self) -> str:
        sums = [_written(box) for box in self._boxes]
        return ";".join(sums) if any(sums) else ""

    def first(self) -> SumBox:
        """The first month without its sum."""
        return next((box for box in self._boxes if not _written(box)), self._boxes[0])

    def name_boxes(self, label: str) -> None:
        """Each by its month: the question twelve times would be too much."""
        for box, month in zip(self._boxes, self._grid.months, strict=True):
            box.setAccessibleName(str(_("{month}, somme reçue").with_(month=month.said)))

    def describe(self, words: str) -> None:
        super().describe(words)
        self.same.setAccessibleDescription(words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).bottom + self._look.px(3) + self.foot.heightForWidth(width)

    def sizeHint(self) -> QSize:
        width = max(self.minimumSizeHint().width(), self._look.layout("column"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._grid.least, self._look.target("field"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        plan = self._plan(self.width())
        self.same.setGeometry(plan.band.box)
        self.fill.setGeometry(plan.band.button)
        for box, area in zip(self._boxes, plan.boxes, strict=True):
            box.setGeometry(area)
        self._place_foot()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._grid.paint(painter, self._plan(self.width()))
        painter.end()

    def _plan(self, width: int) -> Plan:
        """Layouts ask it many times."""
        if width not in self._plans:
            self._plans[width] = self._grid.plan(width)
        return self._plans[width]

    def _connect(self) -> None:
        self.same.returnPressed.connect(self._fill_all)
        self.fill.clicked.connect(self._fill_all)
        for box in self._boxes:
            box.textEdited.connect(self._sum_up)
            box.textEdited.connect(self._tell)
            box.left.connect(self.left)

    def _write(self, sums: Sequence[str]) -> None:
        for box, text in zip(self._boxes, sums, strict=True):
            box.setText(text)
        if len(set(sums)) == 1:
            self.same.setText(sums[0])
        self._sum_up()

    def _fill_all(self) -> None:
        """The same sum everywhere; without one, the box waits for it."""
        if text := _written(self.same):
            self._write([text] * len(self._boxes))
            self._tell()
            self.left.emit()
        else:
            self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sum_up(self) -> None:
        sums = [text for box in self._boxes if (text := _written(box))]
        self.foot.tell(len(sums), sum(map(_money, sums), Decimal(0)))
        if self.isVisible() and self.foot.heightForWidth(self.width()) != self.foot.height():
            self._place_foot()
            self.updateGeometry()

    def _place_foot(self) -> None:
        """Under the tables, on two lines where its words are long."""
        top, width = self._plan(self.width()).bottom + self._look.px(3), self.width()
        self.foot.setGeometry(0, top, width, self.foot.heightForWidth(width))


def _written(box: SumBox) -> str:
    """What stands in *box*, without the sign that parts the months."""
    return box.text().replace(";", " ").strip()


def _money(typed: str) -> Decimal:
    """The sum *typed*; nothing while it cannot be read."""
    try:
        return kinds.money(typed)
    except Unreadable:
        return Decimal(0)
