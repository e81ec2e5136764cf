"""A form in words and in JSON, for ``guichet form show``: its pages, its questions, what they fill and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.models.fields import Choice, Choices
from app.models.form import Field, Form, Repeat, Rule, Section, Step, Worded, Words


def steps(form: Form) -> Iterator[Step]:
    """Every page, that of the signature too."""
    return (step for section in (*form.sections, form.signing) for step in section.steps)


def described(form: Form) -> dict[str, object]:
    """All of it."""
    return {
        "id": form.id,
        "version": form.version,
        "title": str(form.title),
        "source": form.source,
        "given": [_field(form, field) for field in form.given],
        "sections": [_section(form, section) for section in (*form.sections, form.signing)],
    }


def _section(form: Form, section: Section) -> dict[str, object]:
    return {"title": str(section.title), "steps": [_step(form, step) for step in section.steps]}


def _step(form: Form, step: Step) -> dict[str, object]:
    return {
        "name": step.name,
        "title": _usual(step.title),
        "when_reads": _reads(step.when),
        "fields": [_repeat(form, field) if isinstance(field, Repeat) else _field(form, field) for field in step.fields],
    }


def _repeat(form: Form, repeat: Repeat) -> dict[str, object]:
    """The answers of a row lie at ``<name>/<row id>/<field>``."""
    return {"name": repeat.name, "kind": "repeat", "fields": [_field(form, field) for field in repeat.fields]}


def _field(form: Form, field: Field[Any]) -> dict[str, object]:
    official = form.official(field)
    options = field.options.items() if isinstance(field, Choice | Choices) else ()
    boxes = field.boxes if isinstance(field, Choice | Choices) else {}
    return {
        "name": field.name,
        "label": str(field.label),
        "kind": type(field).__name__.lower(),
        "required": field.required,
        "when_reads": _reads(field.when),
        "official": official and {"frame": official.frame, "label": official.label},
        "options": {key: {"label": str(label), "box": boxes.get(key)} for key, label in options},
    }


def _reads(rule: Rule) -> list[str]:
    return sorted({field.name for field in rule.reads})


def _usual(words: Words) -> str:
    return str(words.usual if isinstance(words, Worded) else words)


def outline(form: Form) -> str:
    """The pages and the names of their questions, for a reader."""
    lines = [f"{form.id} {form.version} : {form.title}"]
    for step in steps(form):
        lines.append(f"  {step.name} : {_usual(step.title)}")
        lines += [
            f"    {field.name}{'' if isinstance(field, Repeat) else f' : {field.label}'}" for field in step.fields
        ]
    return "\n".join(lines)
