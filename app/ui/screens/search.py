"""Finding an offer by a word: the box, and under it what is found, in the place of what was."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.models.shelves import Shelf
from app.models.text import Text, _
from app.ui.screens.findings import CALL, Findings, Found, Nothing, Results, Rows, Subjects
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.searchbox import SearchBox


class SearchScreen(Frame):
    """*typed*: what stands in the box; the flow shows what it finds. *call*: the words that ask for an agent."""

    typed = Signal(str)
    asked = Signal()
    offer_asked = Signal(str)
    subject_asked = Signal(str)
    home_asked = Signal()
    help_asked = Signal()

    _found: Found | None = None
    _keyboard = False

    def __init__(
        self, typed: str, subjects: Sequence[Shelf], look: Look, *, forms: Collection[str] = (), call: Text = CALL
    ) -> None:  # fmt: skip
        super().__init__(look)
        self._subjects, self._forms, self._call = subjects, forms, call
        self.title(_("Chercher un service ou un droit"))
        self.box = SearchBox(typed, look)
        self.box.typed.connect(self._type)
        self.box.asked.connect(self.asked)
        self.box.field.down_asked.connect(self._go_down)
        self.body.addWidget(self.box)
        self._findings: QWidget = QWidget() if typed.strip() else self._made()
        self.body.addWidget(self._findings)
        self.entrance = self.box.field

    def show_found(self, found: Found) -> None:
        """Show the results under the box, which keeps its caret; a screen reader hears how many, politely."""
        if self._found is not None and self._found.typed != found.typed:
            self.pager.go_to(0)
        self._found = found
        self._replace()
        if isinstance(self._findings, Findings) and self._findings.words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(self._findings.words)))

    def make_room(self, keyboard: bool) -> None:
        """Over the on-screen keyboard, results are short."""
        super().make_room(keyboard)
        if keyboard == self._keyboard:
            return
        self._keyboard = keyboard
        if keyboard:
            self._refresh()
        else:  # not at once: the keyboard also goes because another page comes, which nothing should hold up
            QTimer.singleShot(0, self._refresh)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the first result leads back to the box."""
        if event.key() == Qt.Key.Key_Up:
            self.box.field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        if isValid(self) and self._found is not None and self.isVisible():
            self._replace()

    def _type(self, typed: str) -> None:
        if not typed.strip():
            self._found = None
            self._replace()
        self.typed.emit(typed)

    def _replace(self) -> None:
        """What is under the box, made anew; the focus stays, on the same offer if it stood on one."""
        old, self._findings = self._findings, self._made()
        held = QApplication.focusWidget()
        name = held.objectName() if held is not None and old.isAncestorOf(held) else ""
        self._findings.resize(old.size())  # or its layout would be worked out for Qt's own 640 px first
        self.body.replaceWidget(old, self._findings)
        old.hide()
        old.resize(0, 0)
        QTimer.singleShot(0, old.deleteLater)  # not before the new is seen
        self._findings.show()
        self._put_in_order()
        if name:
            same = self._findings.findChild(QWidget, name) or self.box.field
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> Findings:
        found = self._found
        if found is None or not found.typed.strip():
            findings: Findings = Subjects(self._subjects, self.look)
        elif not found.results:
            findings = Nothing(self._subjects, self.look, self._call)
        elif self._keyboard:
            findings = Rows(found, self.look)
        else:
            findings = Results(found, self.look, self._forms, self._call)
        findings.offer_asked.connect(self.offer_asked)
        findings.subject_asked.connect(self.subject_asked)
        findings.home_asked.connect(self.home_asked)
        findings.help_asked.connect(self.help_asked)
        return findings

    def _put_in_order(self) -> None:
        """Tab goes from the box through what is new, as the eyes do; Qt would come to it last."""
        before: QWidget = self.box.go
        for widget in self._findings.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(before, widget)
                before = widget

    def _go_down(self) -> None:
        if isinstance(self._findings, Findings) and (first := self._findings.first()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
