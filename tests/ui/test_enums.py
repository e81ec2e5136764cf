"""An enum of Qt that comes late is, once asked, what it would have been."""

import enum
import pickle
import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from app.ui import enums

KINDS = {
    enum.Enum: [("One", 1), ("Same", 1), ("Two", 2)],
    enum.IntEnum: [("None", 0), ("Minus", -3)],
    enum.Flag: [("A", 1), ("B", 2), ("Both", 3), ("Mask", 0xFF00)],
    enum.IntFlag: [("Zero", 0), ("A", 1), ("B", 2)],
}
QUESTIONS: dict[str, Callable[[Any], object]] = {
    "members": lambda kind: [(name, repr(member), type(member) is kind) for name, member in kind.__members__.items()],
    "bases": lambda kind: [base.__name__ for base in kind.__mro__],
    "length": len,
    "order": lambda kind: [repr(member) for member in kind],
    "by value": lambda kind: [repr(kind(member.value)) for member in kind],
    "by name": lambda kind: [kind[name].value for name in kind.__members__],
    "both": lambda kind: repr(kind.A | kind.B) if issubclass(kind, enum.Flag) else None,
    "not": lambda kind: repr(~kind.A) if issubclass(kind, enum.Flag) else None,
    "holds": lambda kind: all(member in kind for member in kind),
    "own": lambda kind: sorted(vars(kind)),
    "kind": type,
}


def made(base, create):
    kind = create(base, "Kind", KINDS[base], boundary=enum.FlagBoundary.KEEP)
    kind.__module__, kind.__qualname__ = __name__, "Kind"
    return kind


@pytest.mark.parametrize("base", KINDS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_it_answers_as_one_made_at_once(base, question):
    late, usual = made(base, enums._late), made(base, enums.create)
    assert type(late) is enums.LateEnum
    asked = QUESTIONS[question]
    list(late)
    assert asked(late) == asked(usual)


@pytest.mark.parametrize("ask", [len, list, lambda kind: kind.One, lambda kind: kind(2), lambda kind: kind["Two"]])
def test_any_question_gives_it_its_members(ask):
    late = made(enum.Enum, enums._late)
    ask(late)
    assert (type(late), late.One.value, late.Same is late.One) == (enum.EnumType, 1, True)


def test_its_members_are_kept_and_found_again(monkeypatch):
    late = made(enum.Enum, enums._late)
    monkeypatch.setitem(sys.modules, __name__, SimpleNamespace(Kind=late))
    assert pickle.loads(pickle.dumps(late.Two)) is late.Two  # noqa: S301  our own


def test_an_enum_of_python_code_is_made_at_once():
    assert type(enums._late(enum.Enum, "Kind", ["A"], module=__name__)) is enum.EnumType


USED = """
import app.ui
from app.ui.enums import LateEnum
from PySide6.QtCore import QEvent, Qt
print(type(Qt.Key) is LateEnum, Qt.Key.Key_A.name, type(Qt.Key) is LateEnum)
print(QEvent(QEvent.Type.User).type() is QEvent.Type.User, Qt.Key(0x01000004) is Qt.Key.Key_Return)
"""


def test_those_of_qt_come_late():
    said = subprocess.run([sys.executable, "-c", USED], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", "Key_A", "False", "True", "True"]
