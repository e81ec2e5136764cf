"""Somebody who walks through a form in no order at all, with their hands: what they touch, and what they then see."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from PySide6.QtWidgets import QAbstractButton

from app.models.fields import Notice, Signature
from app.models.filling import PRINT, REVIEW
from app.models.form import Form
from app.models.kinds import SigningDay
from app.models.text import LANGUAGES
from app.ui.screens.question import Question
from tests.forms.walking import Walk
from tests.journeys.person import Person


class Walker(Walk):
    """In front of *person*, who is in *form* already; whatever was answered before is known."""

    wrong = ()
    """Boxes take what people type in their own way: letters in a number, a second sign between months."""

    def __init__(self, person: Person, form: Form, dice: Random) -> None:
        super().__init__(form, dice)
        self.person = person
        self._looks()
        self.known, self.told = dict(self.here.typed), []

    def answers(self, path: str, text: str) -> None:
        self.person._answer(path, text)
        self._looks()
        drawn = isinstance(self.person.field(path), Signature)
        self.written[path] = self.here.typed[path] if drawn else text
        self.told.append(f"{path}={text}")

    def goes_on(self) -> None:
        if self.here.step != PRINT:  # nobody prints
            self._touches("continue", self._blank())

    def goes_back(self) -> None:
        self._touches("back", self._blank())

    def changes(self) -> None:
        """« Modifier », at the review."""
        buttons = self.person.shell.content.findChildren(QAbstractButton) if self.here.step == REVIEW else []
        names = [button.objectName() for button in buttons if button.objectName().startswith("change:")]
        if names:
            self._touches(self.dice.choice(names))

    def adds(self) -> None:
        page = self.here.page
        if page and page.repeat and not page.row:
            self._touches(f"{page.repeat.name}.add")

    def opens(self, row: str) -> None:
        self._touches(f"{self._group}.{row}.edit")

    def removes(self, row: str) -> None:
        self._touches(f"{self._group}.{row}.remove")
        self._touches(f"{self._group}.{row}.sure", row)

    def speaks(self) -> None:
        self._touches(f"language.{self.dice.choice([*LANGUAGES])}")

    def comes_back(self) -> None:
        """``test_resume.py`` does."""

    @property
    def _group(self) -> str:
        page = self.here.page
        return page.repeat.name if page and page.repeat else ""

    def _touches(self, name: str, gone: str = "") -> None:
        if self.person.sees(name):
            self.person.touches(name)
            assert self.person.visit.filling
            self._moves(self.person.visit.filling, name, gone)

    def _looks(self) -> None:
        assert self.person.visit.filling
        self.here = self.person.visit.filling


def unseen(walker: Walker) -> Iterator[str]:
    """The page shows what it asks, each box holding what was written."""
    screen, page = walker.person.shell.content, walker.here.page
    if not isinstance(screen, Question) or page is None:
        return
    asked = page.asked if page.row or not page.repeat else page.whole
    wanted = {one.path for one in asked if not isinstance(one.field, SigningDay)}
    if screen.editors.keys() != wanted:
        yield f"shown and not asked, or asked and not shown: {screen.editors.keys() ^ wanted}"
    for one in asked:
        if one.path in screen.editors and not isinstance(one.field, Notice):
            kept, shown = walker.here.way.answers.typed[one.path], screen.editors[one.path].text()
            if kept != shown:
                yield f"{one.path}: {shown!r} is shown, {kept!r} is kept"
