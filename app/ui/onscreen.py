"""When the on-screen keyboard stands under the screen, and which field it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from app.models.text import locale
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.pager import Pager

if TYPE_CHECKING:
    from app.ui.widgets.keyboard import Keyboard


class OnScreen(QObject):
    """Opens under a field that is touched, follows the focus from field to field, closes with its page.

    It does not close when another widget takes the focus: « Continuer » would move away under the finger.
    """

    def __init__(self, window: QWidget, *, touch: bool) -> None:
        """*touch*: the terminal has no keyboard of its own that we may count on."""
        super().__init__(window)
        self._window, self._touch = window, touch
        self._keyboard: Keyboard | None = None
        self._column = QVBoxLayout()
        self._look = Look()
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    @property
    def open(self) -> bool:
        return self._keyboard is not None

    def settle_in(self, column: QVBoxLayout, look: Look) -> None:
        """Stand at the end of *column* from now on."""
        self._column, self._look = column, look

    def follow_focus(self) -> None:
        """Open for the field that has the focus, if one has."""
        field = self._window.focusWidget()
        if field is not None and wants_keyboard(field):
            self._serve(field)

    def close(self) -> None:
        """Go away; the field keeps its focus."""
        if self._keyboard is not None:
            self._keyboard.hide()
            self._keyboard.deleteLater()
            self._keyboard = None
            self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field touched again, after its keyboard was closed."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._serve(watched)
        return False

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is None or not self._touch or not wants_keyboard(new) or not self._window.isAncestorOf(new):
            return
        new.installEventFilter(self)
        if self.open or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._serve(new)

    def _serve(self, field: QWidget) -> None:
        from PySide6.QtWidgets import QLineEdit, QPlainTextEdit  # not before somebody writes

        if not isinstance(field, QLineEdit | QPlainTextEdit):
            return
        if self._keyboard is None:
            from app.ui.widgets.keyboard import Keyboard

            self._keyboard = Keyboard(self._look, locale())
            self._keyboard.next_asked.connect(self._next)
            self._keyboard.close_asked.connect(self.close)
            self._column.addWidget(self._keyboard)
            self._make_room()
        self._keyboard.serve(field, main=field.property("main") or "")
        for pager in self._window.findChildren(Pager):
            if pager.isAncestorOf(field):
                pager.show_widget(field)

    def _make_room(self) -> None:
        for screen in self._window.findChildren(Frame):
            screen.make_room(self.open)

    def _next(self) -> None:
        """« Suivant »: the next field; after the last one the keyboard closes and « Continuer » waits.

        A field whose main key has a name of its own, « Ouvrir ma demande », is a page by itself: the key goes on.
        """
        main = self._window.findChild(QAbstractButton, "continue")
        field = self._window.focusWidget()
        if main is not None and field is not None and field.property("main"):
            main.click()
            return
        fields = [w for w in self._window.findChildren(QWidget) if wants_keyboard(w) and w.isVisibleTo(self._window)]
        here = self._window.focusWidget()
        after = fields[fields.index(here) + 1 :] if here in fields else []
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.close()
        if main is not None:
            main.setFocus(Qt.FocusReason.TabFocusReason)


def wants_keyboard(widget: QWidget | None) -> bool:
    """Whether touching *widget* opens the keyboard."""
    return widget is not None and bool(widget.property("keyboard")) and widget.isEnabled()
