"""The made-up people of the situations, by name, on their way through the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.models.form import Form
from app.models.path import Page, Path, path, remarks
from tests.forms.official import Situation, situations
from tests.forms.official.begun import TERMINAL


@dataclass(frozen=True)
class Person:
    """Somebody before *form* on the day *today*; the *changes* of each question are what else they answer."""

    form: Form
    answers: Mapping[str, str]
    today: date

    def on(self, today: date) -> Person:
        """The same person on another day."""
        return replace(self, today=today)

    def way(self, **changes: str) -> Path:
        """Their way; an answer that is "" is taken out."""
        answers = {name: text for name, text in {**self.answers, **changes}.items() if text}
        return path(self.form, answers, self.today)

    def page(self, step: str, **changes: str) -> Page:
        """The page *step*."""
        return next(page for page in self.way(**changes).pages if page.step.name == step)

    def said(self, step: str, **changes: str) -> dict[str, str]:
        """What is said to them on the page *step*: « ! » before what stops."""
        found = remarks(self.page(step, **changes), self.way(**changes).answers)
        return {remark.path: "!" * remark.stops + str(remark.finding.message) for remark in found}

    def steps(self, **changes: str) -> list[str]:
        """The pages they go through."""
        return [page.step.name for page in self.way(**changes).pages]

    def asked(self, step: str, **changes: str) -> list[str]:
        """What the page *step* asks them; nothing when they do not see it."""
        return [one.path for page in self.way(**changes).pages if page.step.name == step for one in page.asked]

    def finished(self, **changes: str) -> bool:
        """Whether nothing stands in their way any more, signature included."""
        way = self.way(**changes)
        return not [remark for page in way.pages for remark in remarks(page, way.answers) if remark.stops]


def person(form: Form, table: str, name: str, typed: Callable[[Situation], dict[str, str]]) -> Person:
    """The person *name* of the situations of *table*, whose answers to *form* are those that *typed* gives."""
    situation = next(one for one in situations() if (one.form, one.name) == (table, name))
    return Person(form, TERMINAL | {"form": form.id} | typed(situation), situation.today)
