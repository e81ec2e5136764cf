"""The one window: rail, header, one screen, and the keyboard under it. It owns language and look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models import text
from app.models.settings import Settings
from app.ui import place
from app.ui.header import Connection, Header
from app.ui.onscreen import OnScreen
from app.ui.rail import Dock, Rail
from app.ui.theme import Look, Size, look_for
from app.ui.view import View
from app.ui.widgets.paint import flat

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from app.ui.widgets.focus import FocusRing


class Shell(QWidget):
    """Shows a view; builds everything again when language, text size, contrast or the window's format changes."""

    leave_asked = Signal()
    help_asked = Signal()
    information_asked = Signal()
    home_asked = Signal()
    rebuilt = Signal()
    framed = Signal()
    """The first frame is on the screen."""

    def __init__(self, settings: Settings, caisse_place: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setWindowTitle("Guichet Santé")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._settings, self._place, self._clock = settings, caisse_place, clock
        self._qt_words: QTranslator | None = None
        self._view = View(lambda look: QWidget())
        self.look = Look()
        self.header: Header
        self._connection: Connection = ""
        self.content = QWidget()
        self._shown: tuple[Header, QWidget] | tuple[()] = ()
        self._frame = QHBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._body, self._column = QWidget(), QVBoxLayout()
        self._keys = OnScreen(self, touch=settings.mode == "borne")
        self._ring: FocusRing | None = None
        self._painted = False
        self.framed.connect(self._follow_focus)

    def show_view(self, view: View) -> None:
        """Show *view*, at once or with the window's first frame: its screen gets the focus where it asks for it."""
        self._view = view
        self._keys.close()
        if self._shown:
            self._page_anew()

    def show_screen(self, make: Callable[[Look], QWidget]) -> None:
        """Another screen under the same header."""
        self.show_view(self._view._replace(make=make))

    def rebuild(self) -> None:
        """The same view again, in the language and look of now: focus, caret, selection and scroll stay."""
        kept = place.remember(self)
        reopen = self._keys.open
        self._keys.close()
        self._frame_anew()
        self._page_anew()
        place.restore(self, kept)
        if reopen:
            self._keys.follow_focus()
        self.rebuilt.emit()

    def speak(self, code: str) -> None:
        """Everything in the language *code*, Qt's own words included."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # the first frame is in French

        text.speak(code)
        QLocale.setDefault(QLocale(code))
        if self._qt_words is not None:
            QCoreApplication.removeTranslator(self._qt_words)
            self._qt_words.deleteLater()
        words = self._qt_words = QTranslator(self)
        if words.load(QLocale(code), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(words)
        self.rebuild()

    def set_size(self, size: Size) -> None:
        """Another text size, everywhere."""
        self._dress(self.look._replace(size=size))

    def toggle_contrast(self) -> None:
        """High contrast, or the usual colours again."""
        self._dress(self.look._replace(contrast=not self.look.contrast))

    def show_connection(self, connection: Connection) -> None:
        """Say it on this header and on those to come; a screen reader says the change, once."""
        self._connection = connection
        self.header.show_connection(connection)
        self.header.announce_connection()

    def open_keyboard(self) -> None:
        """At a borne, the on-screen keyboard for the field that has the focus."""
        if self._settings.mode == "borne":
            self._keys.follow_focus()

    def close_keyboard(self) -> None:
        """The on-screen keyboard goes; the field keeps the focus."""
        self._keys.close()

    def sizeHint(self) -> QSize:
        return QSize(1280, 1024)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, desk = event.size(), self._settings.mode == "poste"
        look = look_for(
            size.width(), size.height(), desk=desk, contrast=self.look.contrast, size=self.look.size
        )  # fmt: skip
        if look != self.look or not self._shown:
            self._dress(look)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flat(painter, QRectF(event.rect()), self.look.colour("page"))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.framed.emit)  # once the widgets in the window have painted too

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager asks; leaving is asked of the person, so that nothing typed is lost."""
        event.ignore()
        self.leave_asked.emit()

    def _dress(self, look: Look) -> None:
        self.look = look
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(look.font("body"))
        if self._ring:
            self._ring.wear(look)
        self.rebuild()

    def _follow_focus(self) -> None:
        """From the first frame on, the ring: before, nobody has pressed a key."""
        from app.ui.widgets.focus import FocusRing

        self._ring = FocusRing(self, self.look)
        self._ring.follow(None, self.focusWidget())

    def _frame_anew(self) -> None:
        """Rail and room for a page; the old ones go with their holder."""
        old, self._body = self._body, QWidget()
        self._shown = ()
        portrait = self.look.density == "portrait"
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction, self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._keys.settle_in(self._column, self.look)
        row.addLayout(self._column, 1)
        # The rail stands first on the screen and last in the tab order: header, content, action bar, rail.
        row.insertWidget(1 if portrait else 0, self._rail(portrait))
        self._body.resize(self.size())  # or the page would be laid out for Qt's own 640 px first
        self._frame.addWidget(self._body)
        _discard(old)

    def _page_anew(self) -> None:
        """Header and screen of the view, in the place of those before; a header that says the same stays."""
        fresh = self._header(), self._view.make(self.look)  # first: when this fails, the screen before is still whole
        for at, (old, new) in enumerate(zip(self._shown or (None, None), fresh, strict=True)):
            if old is not new:
                if old is not None:
                    _discard(old)
                self._column.insertWidget(at, new, at)
        self.header, self.content = self._shown = fresh
        place.enter(self.content)

    def _rail(self, portrait: bool) -> Rail:
        kind = Dock if portrait else Rail
        if self.look.density == "desk":
            from app.ui.deskrail import DeskRail

            kind = DeskRail
        rail = kind(self.look, self._place, self._settings.site.help)
        rail.language_asked.connect(self.speak)
        rail.size_asked.connect(self.set_size)
        rail.contrast_asked.connect(self.toggle_contrast)
        rail.help_asked.connect(self.help_asked)
        rail.leave_asked.connect(self.leave_asked)
        return rail

    def _header(self) -> Header:
        if self._shown and self._shown[0].says(self._view):
            return self._shown[0]
        header = Header(self._view, self.look, self._place, self._clock)
        header.show_connection(self._connection)
        header.information_asked.connect(self.information_asked)
        header.home_asked.connect(self.home_asked)
        return header


def _discard(widget: QWidget) -> None:
    """Out of sight now, deleted later: it may be what is asking, and nobody waits for it once the new one is seen."""
    widget.hide()
    QTimer.singleShot(0, widget.deleteLater)
