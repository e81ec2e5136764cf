"""An address as a square to photograph: a borne has no browser, the person's telephone has."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Look

QUIET = 4
"""Modules of white around the code, which readers need."""
MASK = 2
"""Any mask can be read; to let segno weigh the eight of them takes 10 to 20 ms."""


class Qr(QWidget):
    """The code of *address* in a white square, *side* wide at most, in the middle of its width."""

    def __init__(self, address: str, side: int) -> None:
        super().__init__()
        self._address, self._side = address, side
        self.setAccessibleName(address)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        code = drawing(self._address, self._side)
        painter = QPainter(self)
        painter.drawImage((self.width() - code.width()) // 2, (self.height() - code.height()) // 2, code)
        painter.end()


@cache
def drawing(address: str, side: int) -> QImage:
    """The code of *address* with its white around it, at most *side* wide, in whole pixels for each module.

    Dark on white in every theme: that is what readers look for.
    """
    import segno  # 90 ms, that a page without an address does not pay

    rows = segno.make_qr(address, error="m", mask=MASK).matrix_iter(border=QUIET)
    modules = [bytes(row) for row in rows]
    count, usual = len(modules), Look()
    image = QImage(b"".join(modules), count, count, count, QImage.Format.Format_Indexed8)
    image.setColorTable([usual.colour("surface").rgb(), usual.colour("ink").rgb()])
    across = side // count * count
    return image.convertToFormat(QImage.Format.Format_RGB32).scaled(across, across)
