"""The visit itself: from the language to the receipt, with a picture of every screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from app.demo.person import ANSWERS
from app.demo.terminal import SETTINGS, Terminal
from app.demo.visitor import Visitor
from app.demo.waiting import wait
from app.models.filling import PRINT
from app.ui.flows.sent import ARRIVED
from app.ui.start import open_window
from app.ui.theme import load_fonts

SIZE = (1280, 1024)
ARRIVES = 20
"""Seconds until the receipt, at most: the terminal sends again by itself when the first time fails."""


class Story:
    """Somebody at *terminal*; pictures go to *screens*, and *told* hears of each: its name and the screen's title."""

    def __init__(self, terminal: Terminal, screens: Path, told: Callable[[str], None]) -> None:
        self._terminal, self._screens, self._told = terminal, screens, told
        self._numbers = count(1)
        self._ended = False
        load_fonts()
        shell, self._visit = open_window(terminal.folder, SETTINGS, self._end)
        shell.resize(*SIZE)
        shell.show()
        self._visit.begin()
        self.person = Visitor(shell, self._visit)
        wait()

    def fills(self, language: str) -> None:
        """From home to the signature, in *language*."""
        person = self.person
        person.touches(f"language.{language}")
        self._shoot("home")
        person.starts()
        while person.step not in (PRINT, ""):  # sent already, perhaps: the request is closed by then
            step = person.step
            person.answers(ANSWERS)
            if step == "sign":
                person.finds("connection")  # the terminal has asked its gateway once, and knows that it can send
            self._shoot(step)
            person.goes_on()
            person.until(lambda step=step: person.step != step, step)  # type: ignore[misc]

    def sends(self) -> bytes:
        """« Envoyer ma demande » was touched: gives the paper, which the person looks at, page by page."""
        person = self.person
        person.finds("cancel.code")
        self._shoot("sent")
        person.touches("see")
        person.finds("preview")
        self._shoot("sheet")
        while person.sees("page.after"):
            person.touches("page.after")
            self._shoot("sheet")
        person.touches("back")
        return self._visit.sending.pdf if self._visit.sending else b""

    def arrives(self) -> None:
        """The screen says by itself that the request is at the caisse."""
        self.person.until(lambda: str(ARRIVED) in self.person.reads(), str(ARRIVED), ARRIVES)
        self._shoot("arrived")

    def leaves(self) -> None:
        """« Quitter et effacer l’écran »: the window is gone."""
        self.person.touches("done.leave")
        self.person.until(lambda: self._ended, "end")
        self.person.window.deleteLater()
        wait()

    def _end(self) -> None:
        self._ended = True

    def _shoot(self, name: str) -> None:
        """The picture of what is on the screen now."""
        wait()
        title = self.person.says("title")
        picture = f"{next(self._numbers):02d}-{name}.png"
        self.person.window.grab().save(str(self._screens / picture))
        self._told(f"{picture}  {title}")
