"""Enums of Qt that get their members when one is asked for: PySide makes 175 of them before the first frame, with two
thousand members (all of QLocale's languages, every key), of which the program uses a seventh.

A late enum is a class without members. Whatever asks it for anything has Python make the enum it stands for, whose
members it takes over; from then on it is an enum like any other.
"""

from __future__ import annotations

import enum
from _thread import RLock
from collections.abc import Callable
from functools import partial
from typing import Any

PLAIN = frozenset({"__name__", "__qualname__", "__module__", "__class__", "__dict__", "__mro__"})
"""What is asked of a class without asking for its members."""

PYTHONS: Any = enum.EnumType
create = PYTHONS._create_
_waiting: dict[type, Callable[[], Any]] = {}
_lock = RLock()


class LateEnum(enum.EnumType):
    """The class of an enum that was not asked for anything yet."""

    def __getattribute__(cls, name: str) -> Any:
        if name in PLAIN:
            return type.__getattribute__(cls, name)
        with _lock:
            if cls in _waiting:
                _fill(cls)
        return getattr(cls, name)

    def __setattr__(cls, name: str, value: object) -> None:
        type.__setattr__(cls, name, value)  # PySide says where it belongs


def _fill(late: type) -> None:
    """Take over the members, and all else, of the enum that Python makes."""
    made = _waiting.pop(late)()
    late.__class__ = PYTHONS
    for key, value in vars(made).items():
        if key not in vars(late):
            type.__setattr__(late, key, value)
    for member in made._member_map_.values():
        member.__class__ = late
        member.__objclass__ = late


def _late(base: type, class_name: str, names: Any, *, module: str | None = None, **more: Any) -> Any:
    """What PySide calls for an enum of Qt; Python code says in which module its enums are."""
    made = partial(create, base, class_name, names, module=module, **more)
    if module is not None or not isinstance(names, list):
        return made()
    late = type.__new__(LateEnum, class_name, (base,), {})
    _waiting[late] = made
    return late


def make_late() -> None:
    """From now on."""
    PYTHONS._create_ = _late
