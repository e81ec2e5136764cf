"""The way through a form, derived from what was typed; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from app.models.fields import Choice, Choices
from app.models.form import (
    Answers,
    Caution,
    Field,
    Finding,
    Form,
    Problem,
    Repeat,
    Section,
    Step,
    Unreadable,
    Words,
    said,
)
from app.models.kinds import Among
from app.models.text import Text


@dataclass(frozen=True)
class Asked:
    """A field on a page: the path of its answer, and the options that may be chosen here."""

    path: str
    field: Field[Any]
    options: Mapping[str, Text]

    def show(self, typed: str) -> str:
        """The answer *typed* as people read it; rows of a group by their names."""
        return str(self.options.get(typed, "")) if isinstance(self.field, Among) else self.field.show(typed)


@dataclass(frozen=True)
class Page:
    """A step as it is asked now; *row*: one of the rows that it lists, on a page of its own."""

    section: Section
    step: Step
    asked: tuple[Asked, ...]
    title: Text
    hint: Text | None = None
    why: Text | None = None
    alert: Text | None = None
    note: Text | None = None
    row: str = field(default="", kw_only=True)

    @property
    def repeat(self) -> Repeat | None:
        """The group that this page lists the rows of."""
        return next((element for element in self.step.fields if isinstance(element, Repeat)), None)

    @property
    def whole(self) -> tuple[Asked, ...]:
        """What is asked once, beside the rows."""
        return tuple(asked for asked in self.asked if "/" not in asked.path)

    def of(self, row: str) -> Page:
        """The page of one *row*."""
        assert self.repeat  # noqa: S101  only a page that lists rows has one of them in hand
        mine = tuple(asked for asked in self.asked if asked.path.startswith(f"{self.repeat.name}/{row}/"))
        return Page(self.section, self.step, mine, self.repeat.title, row=row)

    @property
    def paths(self) -> tuple[str, ...]:
        """What something may be said of: the list of rows itself, by the name of its group, then every answer."""
        listed = (self.repeat.name,) if self.repeat and not self.row else ()
        return (*listed, *(asked.path for asked in self.asked))


@dataclass(frozen=True)
class Remark:
    """What is said of the answer at *path*."""

    path: str
    finding: Finding

    @property
    def stops(self) -> bool:
        return isinstance(self.finding, Problem)


@dataclass(frozen=True)
class Path:
    """The pages to go through, and the answers that count: those of fields on them."""

    pages: tuple[Page, ...]
    answers: Answers

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        """Everything that is asked, by the path of its answer."""
        return {asked.path: asked for page in self.pages for asked in page.asked}

    @cached_property
    def said(self) -> Mapping[str, tuple[Remark, ...]]:
        """What is to be said of each page, by the name of its step."""
        return {page.step.name: remarks(page, self.answers) for page in self.pages}

    def shown(self, row: str, fields: Iterable[Field[Any]]) -> tuple[str, ...]:
        """The answers to *fields* in the row whose paths begin with *row*, as people read them."""
        found = ((self.asked.get(row + field.name), self.answers.typed.get(row + field.name, "")) for field in fields)
        return tuple(asked.show(text) for asked, text in found if asked and text.strip())


def path(form: Form, typed: Mapping[str, str], today: date) -> Path:
    """The pages of *form* for what was *typed*, in order.

    A rule only ever sees answers of fields asked before it, so an answer given on a way since abandoned can neither
    steer the form nor be sent.
    """
    seen: dict[str, str] = {given.name: typed[given.name] for given in form.given if given.name in typed}
    pages = []
    for section in (*form.sections, form.signing):
        for step in section.steps:
            answers = Answers(seen, today)
            if step.when.holds(answers):
                asked = tuple(_asked(step, typed, seen, today))
                pages.append(_page(section, step, asked, answers))
    return Path(tuple(page for page in pages if page.asked or _grows(page.step)), Answers(seen, today))


def _grows(step: Step) -> bool:
    return any(isinstance(element, Repeat) for element in step.fields)


def _asked(step: Step, typed: Mapping[str, str], seen: dict[str, str], today: date) -> Iterator[Asked]:
    for element in step.fields:
        if isinstance(element, Repeat):
            for row in rows(element, typed):
                yield from _row(element, row, typed, seen, today)
        elif (asked := _one(element, "", typed, seen, today)) is not None:
            yield asked


def _row(repeat: Repeat, row: str, typed: Mapping[str, str], seen: dict[str, str], today: date) -> Iterator[Asked]:
    for inner in repeat.fields:
        if (asked := _one(inner, f"{repeat.name}/{row}/", typed, seen, today)) is not None:
            yield asked


def _one(inner: Field[Any], row: str, typed: Mapping[str, str], seen: dict[str, str], today: date) -> Asked | None:
    answers = Answers(seen, today, row)
    if not inner.when.holds(answers):
        return None
    text, options = typed.get(row + inner.name, ""), _options(inner, answers)
    chosen = isinstance(inner, Choice | Choices)
    seen[row + inner.name] = " ".join(option for option in text.split() if option in options) if chosen else text
    return Asked(row + inner.name, inner, options)


def rows(repeat: Repeat, typed: Mapping[str, str]) -> tuple[str, ...]:
    """The row ids of *repeat*, in the order they were made."""
    prefix = f"{repeat.name}/"
    return tuple(dict.fromkeys(key.split("/")[1] for key in typed if key.startswith(prefix)))


def _options(inner: Field[Any], answers: Answers) -> Mapping[str, Text]:
    if not isinstance(inner, Choice | Choices):
        return {}
    offered = {
        option: label
        for option, label in inner.options.items()
        if option not in inner.only or inner.only[option].holds(answers)
    }
    return {**offered, **dict(inner.rows(answers))} if isinstance(inner, Among) else offered


def _page(section: Section, step: Step, asked: tuple[Asked, ...], answers: Answers) -> Page:
    def now(words: Words | None) -> Text | None:
        return said(words, answers) if words else None

    words = map(now, (step.hint, step.why, step.alert, step.note))
    return Page(section, step, asked, said(step.title, answers), *words)


def remarks(page: Page, answers: Answers) -> tuple[Remark, ...]:
    """What is to be said of *page*: at most one remark a field, a problem before a caution, in page order."""
    found = {asked.path: finding for asked in page.asked if (finding := judge(asked, answers))}
    for at, finding in _compared(page, answers):
        if at not in found or (isinstance(found[at], Caution) and isinstance(finding, Problem)):
            found[at] = finding
    return tuple(Remark(path, found[path]) for path in page.paths if path in found)


def _compared(page: Page, answers: Answers) -> Iterator[tuple[str, Finding]]:
    """What the checks that look at several answers say: those of the page, then those of each row on it."""
    yield from filter(None, (check(answers) for check in page.step.checks))
    if page.repeat and page.repeat.checks:
        for row in dict.fromkeys(asked.path.rpartition("/")[0] for asked in page.asked if "/" in asked.path):
            mine = Answers(answers.typed, answers.today, f"{row}/")
            said = filter(None, (check(mine) for check in page.repeat.checks))
            yield from ((f"{row}/{at}", finding) for at, finding in said)


def problems(page: Page, answers: Answers) -> tuple[Remark, ...]:
    """What stands in the way of going on from *page*."""
    return tuple(remark for remark in remarks(page, answers) if remark.stops)


def judge(asked: Asked, answers: Answers) -> Finding | None:
    """What is to be said of one answer by itself: a problem before a caution."""
    typed = answers.typed.get(asked.path, "").strip()
    if not typed:
        return Problem(asked.field.missing) if asked.field.required else None
    try:
        value = asked.field.read(typed)
    except Unreadable as error:
        return Problem(error.message, error.part)
    found = [finding for check in asked.field.checks if (finding := check(value, answers.today))]
    return next((f for f in found if isinstance(f, Problem)), next((f for f in found if isinstance(f, Caution)), None))
