"""Somebody who answers the questions of a request, page by page, whatever kind of answer each one takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractButton

from app.demo.hands import Hands
from app.models.fields import Choice, Choices, Date, Nir, Notice, Signature, Tick
from app.models.form import Field
from app.models.kinds import Among, Months, SigningDay, Town
from app.models.path import rows
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
        self.rows: dict[tuple[str, str], str] = {}
        """The rows that were added: group and name in what was given → name on the screen."""

    @property
    def step(self) -> str:
        """The name of the page, from the flow; ``""`` outside a form."""
        return self.visit.filling.step if self.visit.filling else ""

    def starts(self, form: str = "mas") -> None:
        """« Faire une demande », the one of *form*, and its first page."""
        self.touches("start")
        self.touches(f"form.{form}")
        self.until(lambda: self.step != "", "the first page")

    def answers(self, given: Mapping[str, str]) -> None:
        """Answer each question of this page from *given*, row after row, then see what else it asks."""
        for row in self._missing(given):
            self._adds(row, given)
        done: set[str] = set()
        while todo := [path for path in self._asked() if path not in done and self._said(path, given)]:
            self._answer(todo[0], self._said(todo[0], given))
            done.add(todo[0])

    def goes_on(self) -> None:
        """« Continuer »."""
        self.touches("continue")

    def signs(self, name: str = "signature") -> None:
        """A made-up signature on the pad *name*."""
        self.draws(name, *SIGNATURE)

    def _missing(self, given: Mapping[str, str]) -> list[str]:
        """The rows of *given* that this page lists, and that are not there yet."""
        filling = self.visit.filling
        repeat = filling.page.repeat if filling and filling.page and not filling.row else None
        return [row for row in rows(repeat, given) if (repeat.name, row) not in self.rows] if repeat else []

    def _adds(self, row: str, given: Mapping[str, str]) -> None:
        """« Ajouter », a page for it alone, « Continuer »: the list again; « Retour » when something is to repair."""
        filling = self.visit.filling
        if filling is None or filling.page is None or filling.page.repeat is None:
            return
        group, listed = filling.page.repeat.name, filling.step
        self.touches(f"{group}.add")
        self.until(lambda: self._row != "", "the page of the row")
        self.rows[group, row] = self._row
        self.answers(given)
        self.goes_on()
        if self._row:
            self.touches("back")
        self.until(lambda: self.step == listed, f"the list after {row}")

    @property
    def _row(self) -> str:
        return self.visit.filling.row if self.visit.filling else ""

    def _asked(self) -> list[str]:
        """What is to be answered on the page that is shown; the day of a signature writes itself."""
        return [path for path, field in self._questions().items() if not isinstance(field, Notice | SigningDay)]

    def field(self, path: str) -> Field[Any] | None:
        """The question that *path* answers, when this page asks it."""
        return self._questions().get(path)

    def _questions(self) -> dict[str, Field[Any]]:
        page = self.visit.filling.page if self.visit.filling else None
        asked = (page.asked if page.row else page.whole) if page else ()
        return {one.path: one.field for one in asked}

    def _said(self, path: str, given: Mapping[str, str]) -> str:
        """What *given* says of the question *path*; rows have another name on the screen."""
        names = {f"{group}/{shown}": f"{group}/{row}" for (group, row), shown in self.rows.items()}
        row, slash, name = path.rpartition("/")
        text, field = given.get(f"{names.get(row, row)}{slash}{name}", ""), self.field(path)
        return self.rows.get((field.repeat.name, text), text) if isinstance(field, Among) else text

    def _answer(self, path: str, text: str) -> None:
        match self.field(path):
            case Date():
                for part, words in zip(DATE, text.split("/"), strict=True):
                    self.types(f"{path}.{part}", words)
            case Nir():
                self._answer_nir(path, text)
            case Months():
                self._answer_months(path, Months.parts(text))
            case Town():
                self._answer_town(path, text)
            case Signature():
                self.signs(path)
            case Choices():
                self._chooses_only(path, text.split())
            case Choice():
                self._chooses(f"{path}.{text}")
            case Tick():
                self._chooses(path)
            case _:
                self.types(path, text)

    def _chooses(self, name: str) -> None:
        """Touch a card, unless it is chosen already: a second touch would take it back."""
        self.finds(name)
        if not self._is_chosen(name):
            self.touches(name)

    def _chooses_only(self, path: str, options: Sequence[str]) -> None:
        """Those *options*, and none that was chosen before."""
        field = self.field(path)
        for option in field.options if isinstance(field, Choices) else ():
            if option not in options and self._is_chosen(f"{path}.{option}"):
                self.touches(f"{path}.{option}")
        for option in options:
            self._chooses(f"{path}.{option}")

    def _is_chosen(self, name: str) -> bool:
        card = self.sees(name)
        return isinstance(card, QAbstractButton) and card.isChecked()

    def _answer_nir(self, path: str, text: str) -> None:
        if text == "none":
            self._chooses(f"{path}.none")
            return
        if self._is_chosen(f"{path}.none"):
            self.touches(f"{path}.none")
        number, _slash, key = text.partition("/")
        self.types(f"{path}.number", number)
        self.types(f"{path}.key", key)

    def _answer_months(self, path: str, sums: Sequence[str]) -> None:
        """The same sum is written once for all of them."""
        if len(set(sums)) == 1:
            self.types(f"{path}.same", sums[0])
            self.touches(f"{path}.fill")
            return
        for number, words in enumerate(sums, 1):
            self.types(f"{path}.{number}", words)

    def _answer_town(self, path: str, text: str) -> None:
        """The card of the commune, when it has one; else in the box, which « Autre commune » opens."""
        if self.sees(f"{path}.{text}"):
            self._chooses(f"{path}.{text}")
            return
        if not self.sees(path):
            self._chooses(f"{path}.other")
        self.types(path, text)
