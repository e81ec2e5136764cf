"""What a form is: fields, rules, steps, sections. The path through it is derived in ``path.py``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from app.models.text import Text, _

T = TypeVar("T")


class Unreadable(Exception):
    """What was typed is no value of its field; says what is missing, and in which box."""

    def __init__(self, message: Text, part: str = "") -> None:
        super().__init__(message.msgid)
        self.message, self.part = message, part


@dataclass(frozen=True)
class Problem:
    """Something to repair before going on; *part* names the faulty box of a field with several.

    *page*: the offer, by its slug, whose page says what to do instead.
    """

    message: Text
    part: str = ""
    page: str = ""


@dataclass(frozen=True)
class Caution:
    """Something unusual: said, and never in the way; *page* as in a problem."""

    message: Text
    page: str = ""


Finding = Problem | Caution

Check = Callable[[T, date], Finding | None]
"""Given a value and today's date, what is to be said of it, if anything."""


@dataclass(frozen=True)
class Official:
    """The frame and the label of the official form that an answer fills, in French as printed."""

    frame: str
    label: str


@dataclass(frozen=True)
class Answers:
    """What the person typed (path → text), read on demand; *row* is the prefix of a repeat's row."""

    typed: Mapping[str, str]
    today: date
    row: str = ""

    def text(self, field: Field[Any]) -> str:
        """What was typed for *field*: in this row, else outside it; ``""`` when nothing was."""
        return self.typed.get(self.row + field.name, self.typed.get(field.name, "")).strip()

    def value(self, field: Field[T]) -> T | None:
        """The value of *field*, or None while it is missing or unreadable."""
        typed = self.text(field)
        try:
            return field.read(typed) if typed else None
        except Unreadable:
            return None


@dataclass(frozen=True)
class Rule:
    """A condition on answers, and the fields it reads."""

    reads: tuple[Field[Any], ...]
    holds: Callable[[Answers], bool]


ALWAYS = Rule((), lambda answers: True)
UNANSWERED = _("Répondez à cette question.")


@dataclass(frozen=True, eq=False, kw_only=True)
class Field(Generic[T]):
    """One question: how its answer is typed, read, checked, shown and printed."""

    name: str
    label: Text
    hint: Text | None = None
    missing: Text = UNANSWERED
    required: bool = True
    when: Rule = ALWAYS
    checks: tuple[Check[T], ...] = ()
    official: Official | None = None

    def read(self, typed: str) -> T:
        """Turn what was typed into a value, or raise Unreadable."""
        raise NotImplementedError

    def show(self, typed: str) -> str:
        """The answer as people read it, in the language in use."""
        return typed


StepCheck = Callable[[Answers], tuple[str, Finding] | None]
"""Looks at several answers at once: (field name, what is to be said), or nothing."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Repeat:
    """A group asked once for each person or thing, on a page of its own; answers lie at ``<name>/<row id>/<field>``.

    *headline*, *details*: the fields whose answers name a row in the list of them, and say a little more of it.
    *checks*: as those of a step, made in each row: they read its answers, and name its fields without their prefix.
    """

    name: str
    title: Text
    add: Text
    fields: tuple[Field[Any], ...]
    headline: tuple[Field[Any], ...] = ()
    details: tuple[Field[Any], ...] = ()
    checks: tuple[StepCheck, ...] = ()
    icon: str = "user"


@dataclass(frozen=True)
class Worded:
    """A text with other ways to say it: « votre enfant » instead of « vous », when a rule holds."""

    usual: Text
    others: tuple[tuple[Rule, Text], ...]


@dataclass(frozen=True)
class Reckoned:
    """A text worked out from the day and from the answers to the fields it *reads*, asked on earlier pages."""

    say: Callable[[Answers], Text]
    reads: tuple[Field[Any], ...] = ()


Words = Text | Worded | Reckoned


def said(words: Words, answers: Answers) -> Text:
    """The way to say *words* that fits *answers*: the first whose rule holds, else the usual one."""
    if isinstance(words, Text):
        return words
    if isinstance(words, Reckoned):
        return words.say(answers)
    return next((text for when, text in words.others if when.holds(answers)), words.usual)


@dataclass(frozen=True, eq=False, kw_only=True)
class Step:
    """What is asked on one page; *headline*: the field whose question the title already is.

    *why*: what the question is for; *note*: what to know before answering it.
    """

    name: str
    title: Words
    fields: tuple[Field[Any] | Repeat, ...]
    headline: Field[Any] | None = None
    hint: Words | None = None
    why: Words | None = None
    note: Words | None = None
    alert: Words | None = None
    when: Rule = ALWAYS
    checks: tuple[StepCheck, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Section:
    """Steps under one name in the progress bar; *icon* is a Phosphor name."""

    title: Text
    icon: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the notice says of a form (people.md P3): why it is asked, what becomes of it there, what is optional."""

    purpose: Text
    there: Text
    optional: Text


@dataclass(frozen=True, eq=False, kw_only=True)
class Paper:
    """A pièce that goes with a form, for whom *when* holds; *needed* or « si vous l’avez ».

    *what*: what it is, or where to find it. *of*: asked once for each row of that repeat, the rule read in the row.
    *whose*: the fields that name whom it concerns, when the request has several people and it is nobody of a repeat.
    """

    key: str
    label: Text
    what: Text | None = None
    needed: bool = True
    when: Rule = ALWAYS
    of: Repeat | None = None
    whose: tuple[Field[Any], ...] = ()

    @property
    def named(self) -> tuple[Field[Any], ...]:
        """The fields that name whom it concerns: those of the row, or *whose*."""
        return self.of.headline if self.of else self.whose


@dataclass(frozen=True, eq=False, kw_only=True)
class Form:
    """A request: what the terminal knows (*given*), what is asked, what is agreed and signed at the end.

    *lead*: what it is for, in one line, under its *icon*. *told*: what its notice says. *official_title*: that of the
    paper it fills, *service*: the one that reads it there. *fills*: the frame and label of the paper for the fields, by
    name, that forms share. *afterwards*: what happens once the caisse has it (people.md P17).
    """

    id: str
    version: int
    title: Text
    short_title: Text
    lead: Text = UNANSWERED
    icon: str = "note-pencil"
    official_title: str
    service: str = ""
    told: Told
    given: tuple[Field[Any], ...] = ()
    sections: tuple[Section, ...]
    signing: Section
    fills: Mapping[str, Official] = field(default_factory=dict)
    papers: tuple[Paper, ...] = ()
    afterwards: tuple[Text, ...]
    source: str = ""

    def official(self, field: Field[Any]) -> Official | None:
        """The frame and the label of the paper that *field* fills, if any."""
        return field.official or self.fills.get(field.name)
