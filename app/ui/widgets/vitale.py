"""Where to find a social security number: a card that looks like none, its number shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.text import _
from app.ui.theme import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.paint import Slab
from app.ui.widgets.words import Words

SPECIMEN = "2 88 03 99 999 012 35"
"""A number that cannot be anybody's: country 999 (visual.md 10)."""
SHAPE = 1.6
"""Width of a card for its height."""


class Card(QWidget):
    """The drawing: chip, portrait, lines, and the number in its frame."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._number = Words(SPECIMEN, look.type("small"))
        self.setMinimumSize(look.px(16) * 2, look.px(16))

    def sizeHint(self) -> QSize:
        return QSize(round(self._look.px(16) * 3 * SHAPE), self._look.px(16) * 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = min(float(self.height()), self.width() / SHAPE)
        card = QRectF(0, 0, high * SHAPE, high)
        self._slab("success-tint", "line-strong", "card").draw(painter, card)
        chip = QRectF(card.width() * 0.08, high * 0.13, card.width() * 0.16, high * 0.2)
        self._slab("leave", "leave-edge", "chip").draw(painter, chip)
        for row, share in ((0.44, 0.4), (0.55, 0.28)):
            line = QRectF(card.width() * 0.08, high * row, card.width() * share, high * 0.05)
            self._slab("line-strong", "line-strong", "chip", 0).draw(painter, line)
        self._draw_portrait(painter, QRectF(card.width() * 0.69, high * 0.12, card.width() * 0.23, high * 0.46))
        self._draw_number(painter, QRectF(card.width() * 0.04, high * 0.68, card.width() * 0.92, high * 0.24))
        painter.end()

    def _draw_portrait(self, painter: QPainter, area: QRectF) -> None:
        self._slab("surface", "line-strong", "chip").draw(painter, area)
        painter.setClipRect(area.adjusted(2, 2, -2, -2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line-strong"))
        across = area.width()
        painter.drawEllipse(
            QRectF(area.center().x() - across * 0.2, area.top() + across * 0.2, across * 0.4, across * 0.4)
        )
        painter.drawEllipse(QRectF(area.left() + across * 0.12, area.top() + across * 0.72, across * 0.76, across))
        painter.setClipping(False)

    def _draw_number(self, painter: QPainter, area: QRectF) -> None:
        look = self._look
        frame = Slab(look.colour("surface"), look.colour("ink"), look.border("selected"), look.radius("control"))
        frame.draw(painter, area)
        wanted = self._number.natural
        shrink = min(1.0, (area.width() - look.px(4)) / wanted)
        painter.save()
        painter.translate(area.center())
        painter.scale(shrink, shrink)
        room = QRectF(-wanted / 2, -area.height() / 2, wanted, area.height()).toRect()
        self._number.draw(painter, room, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        painter.restore()

    def _slab(self, fill: str, line: str, radius: str, border: int | None = None) -> Slab:
        look = self._look
        width = look.border("card") if border is None else border
        return Slab(look.colour(fill), look.colour(line), width, look.radius(radius))


class WhereIsMyNumber(QWidget):
    """The drawing with its question and its answer in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        # At A++ the drawing needs the room, and its caption says enough.
        if look.size != "xlarge":
            title = Label(_("Où trouver ce numéro ?"), look, "small")
            title.embolden()
            column.addWidget(title)
        self._card = Card(look)
        column.addWidget(self._card, 1)
        column.addWidget(Label(_("Sur votre carte Vitale ou votre attestation de droits."), look, "small"))
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._card.setMaximumHeight(round(self.width() / SHAPE))
