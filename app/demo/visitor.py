"""Somebody who answers the questions of a request, page by page, whatever kind of answer each one takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from app.demo.hands import Hands
from app.ui.shell import Shell
from app.ui.visit import Visit

DATE = ("day", "month", "year")
SIGNATURE = ((80, 160), (140, 40), (200, 160), (320, 60), (420, 150))
"""Made up; px on the pad."""


class Visitor(Hands):
    """In front of *shell*, during *visit*; answers are given as the model writes them, path → text."""

    def __init__(self, shell: Shell, visit: Visit) -> None:
        super().__init__(shell)
        self.shell, self.visit = shell, visit

    @property
    def step(self) -> str:
        """The name of the page, from the flow; ``""`` outside a form."""
        return self.visit.filling.step if self.visit.filling else ""

    def starts(self) -> None:
        """« Faire une demande », and its first page."""
        self.touches("start")
        self.until(lambda: self.step != "", "the first page")

    def answers(self, given: Mapping[str, str]) -> None:
        """Answer each field of this page from *given*, then see what else it asks."""
        done: set[str] = set()
        while todo := [path for path in self._asked() if path not in done and given.get(path)]:
            self._answer(todo[0], given[todo[0]])
            done.add(todo[0])

    def goes_on(self) -> None:
        """« Continuer »."""
        self.touches("continue")

    def signs(self) -> None:
        """A made-up signature on the pad."""
        self.draws("signature", *SIGNATURE)

    def _asked(self) -> list[str]:
        filling = self.visit.filling
        return [asked.path for asked in filling.page.asked] if filling and filling.page else []

    def _answer(self, path: str, text: str) -> None:
        if self.sees(f"{path}.day"):
            for part, words in zip(DATE, text.split("/"), strict=True):
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
