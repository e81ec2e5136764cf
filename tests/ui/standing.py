"""One page of the made-up stay, in the window of a terminal, answered for as long as a test wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.demo.waiting import wait
from app.models.filling import Filling, begin
from app.models.form import Form
from app.models.settings import Settings
from app.ui.screens.question import Question
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View
from tests.journeys.terminals import BORNE
from tests.models import stay


class Standing:
    """A window on the page *step*: it keeps what is typed, and builds the page again for another language or look."""

    def __init__(
        self, step: str, settings: Settings = BORNE, size: tuple[int, int] = (1280, 1024),
        *, form: Form = stay.FORM, **typed: str,
    ) -> None:  # fmt: skip
        self.filling: Filling = replace(begin(form, typed, stay.TODAY), step=step)
        self.shell = Shell(settings, "Accueil de Valmont", lambda: datetime(2026, 2, 12, 10, 42, tzinfo=UTC))
        self.shell.resize(*size)
        self.shell.show()
        self.shell.show_view(View(self._made, form.title))
        self.shell.activateWindow()
        wait(20)

    def leaves(self) -> None:
        """The window goes, once what is under way in it is done."""
        self.shell.hide()
        self.shell.deleteLater()
        wait(5)

    @property
    def page(self) -> Question:
        assert isinstance(self.shell.content, Question)
        return self.shell.content

    def sees(self, name: str) -> QWidget | None:
        """What is called *name*, when it is on the screen."""
        return next((w for w in self.shell.findChildren(QWidget, name) if w.isVisible()), None)

    def box(self, name: str) -> QLineEdit:
        """The box called *name*."""
        found = self.sees(name)
        assert isinstance(found, QLineEdit), name
        return found

    def writes(self, name: str, words: str) -> None:
        """*words*, key by key, where the caret is."""
        box = self.box(name)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or box, key)
        wait(5)

    def erases(self, name: str) -> None:
        """All that stands in *name*, by its keys."""
        box = self.box(name)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        for _letter in box.text():
            QTest.keyClick(box, Qt.Key.Key_Backspace)
        wait(5)

    def touches(self, name: str) -> None:
        """The middle of *name*, as a finger does: by way of the window."""
        found = self.sees(name)
        assert found is not None, name
        at = found.mapTo(self.shell, found.rect().center())
        assert self.shell.rect().contains(at), f"{name} is scrolled away"
        hit = self.shell.childAt(QPoint(at))
        assert hit is found, f"{name} lies under {hit}"
        QTest.mouseClick(self.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        wait(5)

    def presses(self, key: Qt.Key) -> str:
        """One key by way of the window; gives the name of what has the focus then."""
        QTest.keyClick(self.shell.windowHandle(), key)
        wait(5)
        focused = QApplication.focusWidget()
        return focused.objectName() if focused else ""

    def goes_on(self) -> None:
        """« Continuer », as far as it leads: the problems of the page are told."""
        self.filling = replace(self.filling, told=True)
        self.page.tell(self.filling.remarks)
        wait(5)

    def _made(self, look: Look) -> QWidget:
        page = self.filling.page
        assert page is not None
        screen = Question(self.filling, page, look)
        screen.answered.connect(self._answered)
        screen.left_field.connect(lambda _path: screen.tell(self.filling.remarks))
        return screen

    def _answered(self, path: str, text: str) -> None:
        self.filling = self.filling.answer(path, text)
