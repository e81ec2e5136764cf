"""A made-up person of ``tests/forms/official/situations.toml`` at the terminal, and the same answers in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from click.testing import CliRunner
from PySide6.QtWidgets import QWidget

from app.__main__ import group
from app.actions import drafts
from app.actions.drafts import Resumed
from app.actions.settings import FILE
from app.forms import FORMS
from app.models.draft import PLACE, Draft, Place
from app.models.filling import PRINT
from app.models.form import Form
from app.models.path import path, problems
from app.models.settings import Settings
from app.store.drafts import salt
from app.ui.flows.paper import Paper
from tests.forms.official import Situation, filled_c2s, filled_s1106, filled_s1110, filled_s3705
from tests.journeys.person import BORNE, Person

FILLED: Mapping[str, tuple[str, ModuleType]] = {
    "s1106": ("1106", filled_s1106), "s1110": ("s1110", filled_s1110), "s3705": ("s3705", filled_s3705),
    "c2s": ("c2s", filled_c2s),
}  # fmt: skip
"""The form of the program for each table, and what turns its situations into answers."""


def form_of(situation: Situation) -> Form:
    """The form that this person fills."""
    return FORMS[FILLED[situation.form][0]]


def typed(situation: Situation) -> dict[str, str]:
    """Their answers."""
    answers: dict[str, str] = FILLED[situation.form][1].typed(situation)
    return answers


def pages_shown(situation: Situation) -> set[str]:
    """The offers whose pages they are led to."""
    return {FILLED[situation.form][1].PAGES[page] for page in situation.expected.shown}


class Applicant(Person):
    """Notes what is said on each page, and the doors to other pages that stand on it."""

    def __init__(self, folder: Path, settings: Settings = BORNE) -> None:
        super().__init__(folder, settings)
        self.problems: dict[str, str] = {}
        self.cautions: dict[str, str] = {}
        self.doors: set[str] = set()

    def goes_on(self) -> None:
        """What is said once the page is filled in; then, when it cannot be left, why."""
        self._listens()
        super().goes_on()
        self._listens()

    def goes_through(self, given: Mapping[str, str]) -> str:
        """Page after page to the sheets; or to the page, which it gives, that cannot be left."""
        while self.step != PRINT:
            step = self.step
            self.answers(given)
            self.goes_on()
            if self.step == step:
                return step
        self.until(lambda: self.sees("preview") is not None, "the sheets")
        return ""

    @property
    def pdf(self) -> bytes:
        """The sheets that are shown."""
        out = self.visit.request._out if self.visit.request else None
        return out._pdf if isinstance(out, Paper) else b""

    def comes_back(self, code: str) -> None:
        """With the *code* of a draft that nobody's birth date guards."""
        self.touches("resume")
        self.types("code", code)
        self.touches("continue")
        self.until(lambda: self.step != "", "the page that was left")

    def goes_to_the_other_problems(self, form: Form, given: Mapping[str, str]) -> None:
        """Their draft opened again at each page where something stands in the way, with all of their answers."""
        assert self.visit.filling
        whole, today = {**given, **self.visit.filling.typed}, self.visit.filling.today
        way = path(form, whole, today)
        for step in [page.step.name for page in way.pages if problems(page, way.answers)]:
            self.opens(form, whole, step)
            self.goes_on()

    def opens(self, form: Form, whole: Mapping[str, str], step: str) -> None:
        """A draft with the answers *whole*, at the page *step*."""
        parts, place, found = self.visit._parts, Place(step, ""), list[Resumed]()

        def keep() -> Resumed:
            db = parts.store()
            keys = drafts.begin(salt(db), form.id, form.version)
            drafts.keep(db, keys, {**whole, PLACE: place.kept()}, parts.clock(), parts.settings.days)
            return Resumed(keys, Draft(form.id, form.version, dict(whole), place))

        parts.tasks.store.run(keep, found.append)
        self.until(lambda: bool(found), "the draft")
        self.visit.reopen(found[0])
        self.until(lambda: self.step == step and self.sees("title") is not None, step)

    def _listens(self) -> None:
        filling = self.visit.filling
        for remark in filling.remarks if filling else ():
            said = self.problems if remark.stops else self.cautions
            said[remark.path] = str(remark.finding.message)
            assert not remark.stops or said[remark.path] in self.reads(), remark.path
        names = (door.objectName() for door in self.shell.findChildren(QWidget) if door.isVisible())
        self.doors |= {name.removeprefix("read.") for name in names if name.startswith("read.")}


@dataclass
class Command:
    """``guichet form fill`` on a terminal of *settings* whose data lie in *folder*."""

    folder: Path
    settings: Settings = BORNE
    pdf: bytes = b""
    problems: dict[str, str] = field(default_factory=dict)
    cautions: dict[str, str] = field(default_factory=dict)

    def fills(self, form: Form, answers: Mapping[str, str], *options: str) -> None:
        """Judge *answers*, and put them on paper when nothing stands in the way."""
        self.folder.mkdir()
        (self.folder / FILE).write_text(_toml(self.settings), encoding="utf-8")
        out = self.folder / "demande.pdf"
        call = ["form", "fill", form.id, "-", "--json", "--data", str(self.folder), "--pdf", str(out), *options]
        done = CliRunner().invoke(group(), call, input=json.dumps(answers))
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        told = [json.loads(line) for line in done.stdout.splitlines()]
        if done.exit_code:
            self.problems = _said(told)
        else:
            self.cautions = _said(told[0]["warnings"])
            self.pdf = out.read_bytes()


def _said(told: list[dict[str, Any]]) -> dict[str, str]:
    return {said["field"]: said["message"] for said in told}


def _toml(settings: Settings) -> str:
    """As an installer writes it."""
    site = "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.site._asdict().items())
    return f"mode = {json.dumps(settings.mode)}\ncaisse = {json.dumps(settings.caisse)}\n[site]\n{site}\n"
