"""What twelve sums come to, under them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from app.models import kinds
from app.models.text import Plural, _
from app.ui.theme import Look
from app.ui.widgets.lines import written
from app.ui.widgets.paint import Slab


class Foot(QLabel):
    """How many months have their sum, and the total."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count, self._total, self._sum = (written("", look),) * 3
        self.setTextFormat(Qt.TextFormat.PlainText)

    def tell(self, filled: int, total: Decimal) -> None:
        """*filled* months make *total*; none makes nothing, and an empty page need not wait for the writer of sums."""
        look = self._look
        count = str(Plural("{count} mois rempli sur 12", "{count} mois remplis sur 12", filled))
        words, euros = (str(_("Total :")), kinds.euros(total)) if filled else ("", "")
        self._count, self._total = written(count, look), written(words, look)
        self._sum = written(euros, look, "h2")
        self.setText(f"{count}\n{words} {euros}".strip())

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._count.widest, self._across), self._look.type("h2").line)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room, side = self._room(width), 2 * self._side
        high = max(self._count.line, self._sum.line)
        return side + high if self._fits(room) else side + self._count.height(room) + self._sum.line

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        ground = Slab(look.colour("sunken"), look.colour("line"), look.border("hair"), look.radius("card"))
        ground.draw(painter, QRectF(self.rect()))
        area = self.rect().adjusted(self._side, self._side, -self._side, -self._side)
        above, below = QRect(area), QRect(area)
        if not self._fits(area.width()):
            above.setHeight(self._count.height(area.width()))
            below.setTop(above.bottom() + 1)
        self._count.draw(painter, above, look.colour("ink"))
        below.setLeft(below.right() + 1 - self._sum.natural)
        self._sum.draw(painter, below, look.colour("ink"))
        below.setLeft(below.right() + 1 - self._across)
        self._total.draw(painter, below, look.colour("ink"))
        painter.end()

    @property
    def _side(self) -> int:
        return self._look.px(4 if self._look.density != "desk" else 2)

    @property
    def _across(self) -> int:
        """The width of the total, after its word."""
        return self._total.natural + self._look.px(2) + self._sum.natural

    def _room(self, width: int) -> int:
        return width - 2 * self._side

    def _fits(self, room: int) -> bool:
        return self._count.natural + self._look.px(6) + self._across <= room
