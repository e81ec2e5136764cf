"""A person at the terminal: drives the real window by touch and by keys, and sees what it shows.

Everything waits by events, never by sleeping (``waiting``).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app import paths
from app.models.settings import Settings
from app.ui.start import open_window
from app.ui.theme import load_fonts
from app.ui.widgets.pager import Pager
from tests.journeys.terminals import BORNE, POSTE, printing
from tests.journeys.waiting import wait

__all__ = ["BORNE", "POSTE", "Person", "printing", "wait"]

SAYING = (QLabel, QAbstractButton, QLineEdit)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@cache
def _fonts() -> None:
    load_fonts()


PRESENT: list[Person] = []
"""Who still stands at a terminal; ``conftest`` sends them away after each test."""


class Person:
    """One stay at a terminal whose data lie in *folder*."""

    def __init__(
        self,
        folder: Path,
        settings: Settings = BORNE,
        size: tuple[int, int] = (1280, 1024),
        *,
        catalogue: Path = paths.CATALOGUE,
    ) -> None:
        self.ended = False
        _fonts()
        self.shell, self.visit = open_window(folder, settings, self._end, catalogue)
        self.shell.resize(*size)
        self.shell.show()
        self.visit.begin()
        wait()
        PRESENT.append(self)

    def _end(self) -> None:
        self.ended = True

    def is_cut_off(self) -> None:
        """The process goes as by a power cut: nothing more is committed, nothing is asked, the window is gone."""
        PRESENT.remove(self)
        self.visit.idle.stop()
        self.shell.hide()
        if self.visit.request and (work := self.visit.request.work):
            work.keeper.drop()
        if not self.ended:
            self.visit._parts.tasks.close()
        wait()
        self.shell.deleteLater()
        wait()
        gc.enable()

    @property
    def step(self) -> str:
        """The name of the page, from the flow; ``""`` outside a form."""
        return self.visit.filling.step if self.visit.filling else ""

    @property
    def hand(self) -> str:
        """The name of what has the focus."""
        focused = self.shell.focusWidget()
        return focused.objectName() if focused else ""

    @property
    def code(self) -> str:
        """The resume code, as the header or the screen shows it; ``""`` when none is shown."""
        for name in ("kept.code", "code"):
            if isinstance(shown := self.sees(name), QLabel):
                return shown.text().split()[-1]
        return ""

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 5) -> None:
        """Wait until *holds*; fails with *what* was awaited."""
        for _turn in range(int(seconds * 100)):
            if holds():
                return
            wait(10)
        raise AssertionError(f"never came: {what}; on the screen: {self.reads()[:300]}")

    def sees(self, name: str) -> QWidget | None:
        """The widget called *name*, when it is on the screen (in the panel, when one is open)."""
        found = [widget for widget in self.shell.findChildren(QWidget, name) if widget.isVisible()]
        return found[-1] if found else None

    def finds(self, name: str) -> QWidget:
        """The same, which has to be there, or to come: a screen that was built again is shown a moment later."""
        self.until(lambda: self.sees(name) is not None, name, seconds=1)
        return self.sees(name) or self.shell

    def reads(self) -> str:
        """Every word on the screen, from top to bottom."""
        said = (w.text() for w in self.shell.findChildren(QWidget) if isinstance(w, SAYING) and w.isVisible())
        return "\n".join(words for words in said if words)

    def says(self, name: str) -> str:
        """The words of *name*."""
        widget = self.finds(name)
        assert isinstance(widget, SAYING), name
        return widget.text()

    def touches(self, name: str) -> None:
        """Press and let go in the middle of *name*, as a finger does; it has to be there, with nothing over it."""
        wait()  # the page comes to rest first: a widget found before may be gone afterwards
        widget = self.finds(name)
        self._reveal(widget)
        middle = widget.mapTo(self.shell, widget.rect().center())
        hit = self.shell.childAt(middle)
        assert hit is not None, f"{name} is out of the window"
        assert hit is widget or widget.isAncestorOf(hit), f"{name} is under {hit.objectName() or hit}"
        QTest.mouseClick(self.shell.windowHandle(), LEFT, NO_KEY, middle)
        wait()

    def types(self, name: str, words: str) -> None:
        """Write *words* in the field *name*, key by key, in any alphabet."""
        field = self.finds(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        for letter in words:
            self.presses(letter)
        wait()

    def presses(self, key: str | Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """One key: a letter of any alphabet on what has the focus, or a ``Qt.Key`` by way of the window."""
        if isinstance(key, Qt.Key):
            QTest.keyClick(self.shell.windowHandle(), key, modifiers)
            wait()
            return
        target = QApplication.focusWidget() or self.shell
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, 0, modifiers, key))

    def draws(self, name: str, *points: tuple[int, int]) -> None:
        """One stroke over the pad *name*."""
        pad = self.finds(name)
        self._reveal(pad)
        self._mouse(pad, QEvent.Type.MouseButtonPress, QPoint(*points[0]))
        for (x, y), (to_x, to_y) in pairwise(points):
            for part in range(1, 9):
                at = QPoint(x + (to_x - x) * part // 8, y + (to_y - y) * part // 8)
                self._mouse(pad, QEvent.Type.MouseMove, at)
        self._mouse(pad, QEvent.Type.MouseButtonRelease, QPoint(*points[-1]))
        wait()

    def signs(self) -> None:
        """A made-up signature on the pad."""
        self.draws("signature", (80, 160), (140, 40), (200, 160), (320, 60), (420, 150))

    def starts(self) -> None:
        """« Faire une demande », and its first page."""
        self.touches("start")
        self.until(lambda: self.step != "", "the first page")

    def answers(self, given: Mapping[str, str]) -> None:
        """Answer each field of this page from *given* (path → text as the model has it), then see what else it asks."""
        done: set[str] = set()
        while todo := [path for path in self._asked() if path not in done and given.get(path)]:
            self._answer(todo[0], given[todo[0]])
            done.add(todo[0])

    def goes_on(self) -> None:
        """« Continuer »."""
        self.touches("continue")

    def fills(self, given: Mapping[str, str], *, until: str = "print") -> list[str]:
        """Page after page from *given*, until the page *until* is shown; gives the names of the pages gone through."""
        steps = []
        while self.step != until:
            steps.append(self.step)
            self.answers(given)
            self.goes_on()
            assert self.step != steps[-1], f"still on {self.step}: {self.reads()[:600]}"
        return steps

    def _asked(self) -> list[str]:
        filling = self.visit.filling
        return [asked.path for asked in filling.page.asked] if filling and filling.page else []

    def _answer(self, path: str, text: str) -> None:
        if self.sees(f"{path}.day"):
            for part, words in zip(("day", "month", "year"), text.split("/"), strict=True):
                self.types(f"{path}.{part}", words)
        elif self.sees(f"{path}.number"):
            self._answer_nir(path, text)
        elif isinstance(self.sees(path), QLineEdit | QPlainTextEdit):
            self.types(path, text)
        elif path == "signature":
            self.signs()
        elif path == "notice":
            return  # going on says that it was read
        elif self.sees(f"{path}.{text.split(maxsplit=1)[0]}"):
            for option in text.split():
                self._chooses(f"{path}.{option}")
        else:
            self._chooses(path)

    def _chooses(self, name: str) -> None:
        """Touch a card, unless it is chosen already: a second touch would take it back."""
        card = self.finds(name)
        if not (isinstance(card, QAbstractButton) and card.isChecked()):
            self.touches(name)

    def _answer_nir(self, path: str, text: str) -> None:
        if text == "none":
            self._chooses(f"{path}.none")
            return
        number, _slash, key = text.partition("/")
        self.types(f"{path}.number", number)
        self.types(f"{path}.key", key)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll as the person would, until *widget* can be touched."""
        for pager in self.shell.findChildren(Pager):
            if pager.isVisible() and pager.isAncestorOf(widget):
                pager.show_widget(widget)

    def _mouse(self, widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        place = QPointF(widget.mapToGlobal(at))
        QCoreApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), place, button, pressed, NO_KEY))
