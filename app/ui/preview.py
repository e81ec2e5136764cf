"""The pages of a PDF as pictures, drawn one at a time when they are looked at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class Preview:
    """A PDF held in memory; a page takes about ten milliseconds to draw."""

    def __init__(self, pdf: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        _keep_reader_open()
        # The buffer has to outlive the document, and a parent that is a view crashes at the end (dependencies.md).
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self._buffer)
        self._document.load(self._buffer)

    @property
    def pages(self) -> int:
        return self._document.pageCount()

    def page(self, number: int, width: int, ratio: float) -> QPixmap:
        """Page *number*, from 0, *width* px wide on a screen of *ratio* device pixels a px."""
        points = self._document.pagePointSize(number)
        size = QSize(width, round(width * points.height() / points.width())) * ratio
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.white)
        painter = QPainter(drawn)
        painter.drawImage(0, 0, self._document.render(number, size))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def close(self) -> None:
        """Forget the document."""
        self._document.close()
        self._document.deleteLater()


def get_ready() -> None:
    """On the GUI thread, before ``thumbnail`` is called on another."""
    _keep_reader_open()


def thumbnail(pdf: bytes, size: QSize) -> QImage:
    """The first page of *pdf*, as large as fits in *size*; on whichever thread, after ``get_ready``."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(0)
    drawn = document.render(0, points.scaled(size, Qt.AspectRatioMode.KeepAspectRatio).toSize())
    document.close()
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


@cache
def _keep_reader_open() -> QPdfDocument:
    """An empty document as long as the process: with the last one Qt closes its reader, and loses 20 KiB."""
    from PySide6.QtPdf import QPdfDocument

    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101  for the type checker
    return QPdfDocument(application)
