"""What is being written, shown again above the keys, where the eyes are."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.models.text import _
from app.ui.theme import Look

Field = QLineEdit | QPlainTextEdit


class Echo(QWidget):
    """The name of a field, its words and its caret; silent for a screen reader, which has the field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name, self._text, self._caret = "", "", 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_field(self, field: Field) -> None:
        """Show *field* as it is now."""
        if isinstance(field, QLineEdit):
            text, caret = field.text(), field.cursorPosition()
        else:
            block = field.textCursor().block()
            text, caret = block.text(), field.textCursor().positionInBlock()
        self._name = str(_("{name} :").with_(name=field.accessibleName())) if field.accessibleName() else ""
        self._text, self._caret = text, caret
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        named, written = look.font("hint"), look.font("key")
        free = self.width() - QFontMetrics(written).horizontalAdvance(self._text) - look.px(6)
        room = max(free, self.width() // 3)
        name = QFontMetrics(named).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        start = QFontMetrics(named).horizontalAdvance(name) + look.px(4)
        painter.setFont(named)
        painter.setPen(look.colour("ink-soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(written)
        self._draw_written(painter, QRect(start, 0, self.width() - start, self.height()), QFontMetrics(written))
        painter.end()

    def _draw_written(self, painter: QPainter, room: QRect, letters: QFontMetrics) -> None:
        look = self._look
        across = look.border("selected")
        before = letters.horizontalAdvance(self._text[: self._caret])
        # Long words slide to the left, so that the caret is always seen.
        slid = max(0, before + across - room.width())
        painter.setClipRect(room)
        painter.setPen(look.colour("ink"))
        words = room.translated(-slid, 0)
        words.setWidth(letters.horizontalAdvance(self._text) + across)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
        caret = QRect(room.left() + before - slid, room.center().y() - letters.height() // 2, across, letters.height())
        painter.fillRect(caret, look.colour("primary"))
