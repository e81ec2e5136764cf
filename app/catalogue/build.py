"""Checking the resources and compiling them for one audience; the TOML stays behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.catalogue import checking, loading
from app.catalogue.loading import Problem, Resources
from app.catalogue.writing import write
from app.models.offer import Audience


class BadResource(Exception):
    """The resources cannot be compiled; each problem names file, key and reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def checked(folder: Path) -> Resources:
    """The resources of *folder*, whole; raises BadResource with everything that is wrong."""
    found = loading.load(folder)
    if problems := checking.problems(found):
        raise BadResource(problems)
    return found


def build(folder: Path, target: Path, audience: Audience = "public") -> None:
    """Write *target* anew for *audience*; raises BadResource and leaves the old one when something is wrong."""
    write(checked(folder), target, audience)
