"""What an official form says of one answer: the words for a line, the letters for a comb, the options for boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from app.documents.mapping import OF_REQUEST, Plan, named
from app.forms.recipient import Recipient
from app.forms.signing import Signed, signatures
from app.models import nir
from app.models.fields import Choice, Choices, Date, Iban, Nir, PostCode, Signature
from app.models.form import Field, Unreadable
from app.models.path import Asked, rows
from app.models.saisine import Saisine

FIGURES = {"": "%d/%m/%Y", "day": "%d", "month": "%m", "year": "%Y"}
INSTEAD = {
    "attested": "Ne peut pas signer. Accord attesté par l’agent : {by}",
    "informed": "À distance. Informé(e) par l’agent : {by}",
}
"""Where nobody signs, by the mode of ``signed``."""


class Answered:
    """The answers of *saisine*, by the names that a mapping gives them."""

    def __init__(self, saisine: Saisine, to: Recipient) -> None:
        self._saisine, self._to = saisine, to
        self._typed = saisine.way.answers.typed

    @cached_property
    def _asked(self) -> dict[str, Asked]:
        """Every answer that counts, by its name in a mapping: its rows counted, where paths have random ids."""
        given = {field.name: Asked(field.name, field, {}) for field in self._saisine.form.given}
        asked = (asked for page in self._saisine.way.pages for asked in page.asked)
        return given | {self._counted(each): each for each in asked}

    def _counted(self, asked: Asked) -> str:
        group, slash, rest = asked.path.partition("/")
        row, _slash, name = rest.partition("/")
        return f"{group}/{self._rows[group].index(row) + 1}/{name}" if slash else asked.path

    @cached_property
    def _rows(self) -> dict[str, tuple[str, ...]]:
        steps = (page.step for page in self._saisine.way.pages)
        groups = {element for step in steps for element in step.fields if not isinstance(element, Field)}
        return {group.name: rows(group, self._typed) for group in groups}

    def typed(self, answer: str) -> str:
        """What was typed; "" when it was not asked or not answered."""
        asked = self._asked.get(answer)
        return self._typed.get(asked.path, "").strip() if asked else ""

    def words(self, answer: str, part: str = "") -> str:
        """The words for a line: as the form prints dates and numbers, its own for its boxes."""
        if answer in OF_REQUEST:
            return self._of_request(answer)
        how = self.signature(answer)
        if how and how.mode in INSTEAD:
            return INSTEAD[how.mode].format(by=how.by)
        typed = self.typed(answer)
        return _said(self._asked[answer], typed, part) if typed else ""

    def _of_request(self, answer: str) -> str:
        made = self._saisine.made_at
        said = self._saisine.reference, f"{made:%d/%m/%Y}", f"{made:%H h %M}", str(self._to.name)
        return dict(zip(OF_REQUEST, said, strict=True))[answer]

    def letters(self, answer: str, part: str = "") -> str:
        """The letters for a comb, one a cell, in capitals: numbers without what parts them."""
        words = self.words(answer, part)
        asked = self._asked.get(answer)
        if asked and isinstance(asked.field, Date | Nir | Iban | PostCode):
            return "" if self.typed(answer) == nir.NONE else re.sub(r"[^0-9A-Za-z]", "", words).upper()
        return words.upper()

    def options(self, answer: str) -> tuple[str, ...]:
        """What is ticked; an option without a box on the form, as « none of these », ticks nothing."""
        chosen, asked = tuple(self.typed(answer).split()), self._asked.get(answer)
        boxed = asked.field.boxes if asked and isinstance(asked.field, Choice | Choices) else {}
        return tuple(option for option in chosen if option in boxed) if boxed else chosen

    def signature(self, answer: str) -> Signed | None:
        """How the signature *answer* was given; None when it was not called for."""
        every = signatures(self._saisine.way.answers)
        return next((how for who, how in every if who.signature.name == answer), None)

    def label(self, answer: str) -> str:
        """What *answer* is called on the form; its row, when it has one."""
        field = named(self._saisine.form, answer)
        if field is None or isinstance(field, Signature):
            return "Signature" if field else "Demande"
        official = self._saisine.form.official(field)
        _group, slash, rest = answer.partition("/")
        said = official.label if official else str(field.label)
        return f"{said} ({rest.partition('/')[0]})" if slash else said

    def left_out(self, plan: Plan) -> Iterator[str]:
        """The answers of the official form, signatures apart, that *plan* has no place for, or not for each option."""
        for answer, asked in self._asked.items():
            if self.typed(answer) and self._saisine.form.official(asked.field) and not self._placed(answer, plan):
                yield answer

    def _placed(self, answer: str, plan: Plan) -> bool:
        written = {each.answer for each in plan.texts} | {each.answer for each in plan.signatures}
        if answer in written:
            return True
        boxes = {each.option for each in plan.ticks if each.answer == answer}
        for each in plan.fields:
            if each.answer == answer and not each.states:
                return True
            boxes |= each.states.keys() if each.answer == answer else set()
        return boxes.issuperset(self.options(answer))


def _said(asked: Asked, typed: str, part: str) -> str:
    field = asked.field
    if isinstance(field, Date):
        return _day(field, typed, part)
    if isinstance(field, Nir) and part:
        return "" if typed == nir.NONE else nir.split(typed)[part == "key"]
    if isinstance(field, Choice | Choices) and field.boxes:
        return ", ".join(field.boxes.get(option, "") or str(asked.options.get(option, "")) for option in typed.split())
    return asked.show(typed).replace("\n", ", ")


def _day(field: Date, typed: str, part: str) -> str:
    """A date in figures; one that is not whole yet as it was typed: such a form is never sent."""
    try:
        return f"{field.read(typed):{FIGURES[part]}}"
    except Unreadable:
        return field.show(typed)
