"""Conditions that a declaration may set on earlier answers."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from app.models.fields import Choice, Choices, Date, Tick
from app.models.form import Answers, Field, Rule

T = TypeVar("T")


def equals(field: Field[T], wanted: T) -> Rule:
    """*field* has the value *wanted*; an option that does not exist fails at import."""
    return one_of(field, wanted)


def one_of(field: Field[T], *wanted: T) -> Rule:
    """*field* has one of the values *wanted*."""
    if isinstance(field, Choice):
        _known(field, wanted)
    return Rule((field,), lambda answers: any(answers.value(field) == value for value in wanted))


def includes(field: Choices, *wanted: str) -> Rule:
    """At least one of *wanted* is among the options chosen for *field*."""
    _known(field, wanted)
    return Rule((field,), lambda answers: any(option in (answers.value(field) or ()) for option in wanted))


def ticked(field: Tick) -> Rule:
    """The box of *field* is ticked."""
    return Rule((field,), lambda answers: answers.value(field) is True)


def all_of(*rules: Rule) -> Rule:
    """Every one of *rules* holds."""
    return Rule(_reads(rules), lambda answers: all(rule.holds(answers) for rule in rules))


def any_of(*rules: Rule) -> Rule:
    """One of *rules* holds."""
    return Rule(_reads(rules), lambda answers: any(rule.holds(answers) for rule in rules))


def unless(rule: Rule) -> Rule:
    """*rule* does not hold."""
    return Rule(rule.reads, lambda answers: not rule.holds(answers))


def younger_than(field: Date, years: int) -> Rule:
    """*field*, a birth date that was given, makes the person less than *years* old today."""

    def holds(answers: Answers) -> bool:
        born = answers.value(field)
        return born is not None and age(born, answers.today) < years

    return Rule((field,), holds)


def age(born: date, today: date) -> int:
    """Full years on *today* of a person born on *born*; born on 29 February: a year older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _reads(rules: tuple[Rule, ...]) -> tuple[Field[Any], ...]:
    return tuple(field for rule in rules for field in rule.reads)


def _known(field: Choice | Choices, wanted: tuple[Any, ...]) -> None:
    if unknown := [option for option in wanted if option not in field.options]:
        raise ValueError(f"{field.name} has no option {unknown[0]!r}")
