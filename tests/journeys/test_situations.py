"""Every made-up person of the situations, through the real window and through ``guichet form fill``: the same.

The same problems, the same answers (saisine.json, byte for byte), the same words on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.actions import papers
from app.models import fields
from app.models.form import Answers, Form
from app.models.saisine import Saisine
from app.models.text import LANGUAGES, Text
from app.ui import start
from app.ui.flows import fill
from tests.builders import valmont
from tests.forms.official import Situation, situations
from tests.journeys.applicant import Applicant, Command, form_of, pages_shown, typed
from tests.journeys.visits import words

everybody = pytest.mark.parametrize("situation", situations(), ids=lambda one: f"{one.form}-{one.name}")


class Clock:
    """The day that the terminal believes it is; the hour is the real one."""

    def __init__(self) -> None:
        self.day = date(2026, 2, 28)

    def __call__(self) -> datetime:
        return datetime.combine(self.day, datetime.now().astimezone().timetz())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Of the terminal, from its start."""
    clock = Clock()
    monkeypatch.setattr(start, "_now", clock)
    return clock


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Saisine]:
    """The requests that are made, all with the same reference and the same hour, which chance and the clock give."""
    found: list[Saisine] = []
    make = papers.saisine

    def alike(form, typed, request, made_at, kept=None):
        found.append(make(form, typed, bytes(16), made_at.replace(hour=11, minute=5, second=0, microsecond=0), kept))
        return found[-1]

    monkeypatch.setattr(papers, "saisine", alike)
    return found


def name_rows(monkeypatch: pytest.MonkeyPatch, answers: dict[str, str]) -> None:
    """The rows have the same names on the screen as in the file, where chance gives them."""
    names = iter(dict.fromkeys(path.split("/")[1] for path in answers if "/" in path))
    monkeypatch.setattr(fill, "secrets", SimpleNamespace(token_hex=lambda _bytes: next(names)))


def fills(folder: Path, clock: Clock, situation: Situation) -> tuple[Applicant, str]:
    """Somebody who goes as far as the form lets them, in one day or two; and the page where they stay, if any."""
    answers, form = typed(situation), form_of(situation)
    clock.day = first_day(situation, answers)
    person = begins(folder, situation)
    person.starts(form.id)
    stopped = person.goes_through(answers if clock.day == situation.today else without_second(answers))
    if clock.day != situation.today:
        person = on_another_day(person, folder, clock, situation)
        stopped = person.goes_through(answers)
    if stopped and situation.expected.outcome != "elsewhere":
        person.goes_to_the_other_problems(form, answers)
    return person, stopped


def begins(folder: Path, situation: Situation) -> Applicant:
    """Somebody at home of the terminal, in their language: each in turn, what is sent is French all the same."""
    person = Applicant(folder)
    person.touches(f"language.{spoken(situation)}")
    return person


def on_another_day(before: Applicant, folder: Path, clock: Clock, situation: Situation) -> Applicant:
    """« Garder et finir plus tard »; with the code, the day of the situation."""
    before.touches("later")
    code = before.code
    before.is_cut_off()
    clock.day = situation.today
    after = begins(folder, situation)
    after.cautions = before.cautions
    after.comes_back(code)
    return after


def first_day(situation: Situation, answers: Mapping[str, str]) -> date:
    """The day of the first signature, when it has one of its own."""
    signed = fields.Date(name="signed_on", label=Text(""))
    return Answers(answers, situation.today).value(signed) or situation.today


def without_second(answers: Mapping[str, str]) -> dict[str, str]:
    """Before the second person signs."""
    return {path: text for path, text in answers.items() if not path.startswith(("second_sign", "second_on_paper"))}


def spoken(situation: Situation) -> str:
    return [*LANGUAGES][situations().index(situation) % len(LANGUAGES)]


def drawn(form: Form, request: Saisine) -> dict[str, str]:
    """The signatures as they were drawn on the pad: chance and the screen give them."""
    names = (field.name for step in form.signing.steps for field in step.fields if isinstance(field, fields.Signature))
    typed = request.way.answers.typed
    return {name: typed[name] for name in names if name in typed}


@everybody
def test_the_window_and_the_command_say_the_same(tmp_path, monkeypatch, clock, made, situation: Situation):
    answers, form = typed(situation), form_of(situation)
    name_rows(monkeypatch, answers)
    person, stopped = fills(tmp_path / "window", clock, situation)
    command = Command(tmp_path / "command")
    signed = drawn(form, made[0]) if made else {}
    command.fills(form, answers | signed, "--date", f"{situation.today}", "--lang", spoken(situation))

    assert bool(stopped) == bool(person.problems) == (situation.expected.outcome != "ready")
    assert pages_shown(situation) <= person.doors
    if situation.expected.outcome == "elsewhere":  # they read the page; the command lists all that was not asked
        assert person.problems.items() <= command.problems.items()
    else:
        assert person.problems == command.problems
    if not stopped:
        window, file = made
        assert person.cautions == command.cautions
        assert papers.told(window, valmont()) == papers.told(file, valmont())
        assert words(person.pdf) == words(command.pdf)
        assert all(said in words(command.pdf) for said in situation.expected.says)
