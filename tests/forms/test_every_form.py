"""What holds for every form that the program knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest

from app.forms import FORMS, given
from app.models.fields import Choice, Choices, Date, Tick
from app.models.filling import begin
from app.models.form import Field, Form, Repeat, Rule, Step, Worded
from app.models.path import path
from app.paths import RESOURCES

TODAY = date(2026, 2, 12)
BIRTHS = ("1/2/2020", "1/2/2009", "1/2/1980")
ICONS = set((RESOURCES / "icons.txt").read_text(encoding="utf-8").split())

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())


def steps(form: Form) -> list[Step]:
    return [step for section in (*form.sections, form.signing) for step in section.steps]


def fields(step: Step) -> Iterator[Field[Any]]:
    for element in step.fields:
        yield from element.fields if isinstance(element, Repeat) else (element,)


def every_field(form: Form) -> list[Field[Any]]:
    return [*form.given, *(field for step in steps(form) for field in fields(step))]


def choices(form: Form) -> list[Choice | Choices]:
    return [field for field in every_field(form) if isinstance(field, Choice | Choices)]


def rules(field: Field[Any]) -> list[Rule]:
    return [field.when, *(field.only.values() if isinstance(field, Choice | Choices) else ())]


def worded(step: Step) -> list[Rule]:
    return [
        rule
        for words in (step.title, step.hint, step.why, step.alert, step.note)
        if isinstance(words, Worded)
        for rule, _text in words.others
    ]


def names(found: Iterable[Field[Any]]) -> set[str]:
    """What an answer is found by: forms share rules, each has its own field of that name."""
    return {field.name for field in found}


@every_form
def test_names_are_unique(form: Form) -> None:
    repeats = [element.name for step in steps(form) for element in step.fields if isinstance(element, Repeat)]
    found = [field.name for field in every_field(form)] + repeats
    assert sorted(found) == sorted(set(found))
    assert all(name.isidentifier() for name in found)
    places = [step.name for step in steps(form)]
    assert sorted(places) == sorted(set(places))


@every_form
def test_rules_read_only_earlier_answers(form: Form) -> None:
    earlier = names(form.given)
    for step in steps(form):
        for rule in (step.when, *worded(step)):
            assert names(rule.reads) <= earlier, step.name
        for field in fields(step):
            for rule in rules(field):
                assert names(rule.reads) <= earlier, field.name
            earlier.add(field.name)


@every_form
def test_every_option_has_its_own_official_box(form: Form) -> None:
    for field in choices(form):
        if field.boxes:
            assert field.boxes.keys() == field.options.keys() - {"none"}, field.name
            assert len(set(field.boxes.values())) == len(field.boxes), field.name


@every_form
def test_what_is_said_of_options_names_options_that_exist(form: Form) -> None:
    for field in choices(form):
        assert field.icons.keys() <= field.options.keys()
        assert field.only.keys() <= field.options.keys()
        assert not isinstance(field, Choices) or field.alone in ("", *field.options)


@every_form
def test_every_icon_is_made_by_the_set_up(form: Form) -> None:
    named = {section.icon for section in (*form.sections, form.signing)}
    named |= {icon for field in choices(form) for icon in field.icons.values()}
    assert {icon if "/" in icon else f"duotone/{icon}" for icon in named} <= ICONS


@every_form
def test_a_headline_is_a_field_of_its_page(form: Form) -> None:
    assert all(step.headline is None or step.headline in step.fields for step in steps(form))


@every_form
def test_the_first_page_is_asked_of_everybody(form: Form) -> None:
    here = begin(form, {}, TODAY)
    assert here.page is not None
    assert here.step == here.stops[0]


# Every question can be reached


def answers(field: Field[Any]) -> tuple[str, ...]:
    """The answers of *field* that may steer a form."""
    match field:
        case Choice() | Choices():
            return ("", *field.options)
        case Tick():
            return ("", "yes")
        case Date():
            return ("", *BIRTHS)
    return ("", "x")


def steering(form: Form, found: set[str]) -> set[str]:
    """The names of the fields that decide whether those *found* are asked, however far back."""
    homes = {field.name: (step.when, *rules(field)) for step in steps(form) for field in fields(step)}
    read = {reader.name for name in found for rule in homes.get(name, ()) for reader in rule.reads}
    return read if read <= found else steering(form, found | read)


def combinations(form: Form, field: Field[Any]) -> Iterator[dict[str, str]]:
    """What may be typed in the fields that steer *field*; the form itself is known."""
    known = {one.name: one for one in every_field(form)}
    deciding = sorted(steering(form, {field.name}) - {field.name, given.form.name})
    for typed in product(*(answers(known[name]) for name in deciding)):
        chosen = zip(deciding, typed, strict=True)
        yield {given.form.name: form.id} | {name: text for name, text in chosen if text}


def offered(form: Form, field: Field[Any], typed: dict[str, str]) -> set[str]:
    """The options of *field*, or its bare name, when *typed* leads to it."""
    asked = {one.field: one for page in path(form, typed, TODAY).pages for one in page.asked}
    return set(asked[field].options) or {field.name} if field in asked else set()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        pytest.param(form, field, id=f"{form.id}-{field.name}")
        for form in FORMS.values()
        for step in steps(form)
        for field in step.fields
        if isinstance(field, Field)
    ],
)
def test_every_question_and_option_can_be_reached(form: Form, field: Field[Any]) -> None:
    wanted = set(field.options) if isinstance(field, Choice | Choices) else {field.name}
    for typed in ways(form, field):
        wanted -= offered(FORMS[typed[given.form.name]], field, typed)
        if not wanted:
            break
    assert not wanted


def ways(form: Form, field: Field[Any]) -> Iterator[dict[str, str]]:
    """What may be typed in *form*; of a field that forms share and not all of them ask, in the others too."""
    yield from combinations(form, field)
    if given.form.name in steering(form, {field.name}):
        others = (other for other in FORMS.values() if other is not form and field in every_field(other))
        yield from (typed for other in others for typed in combinations(other, field))
