"""Modules that are loaded when something of them is asked for: PySide brings some at each start that few starts use.

As ``importlib.util.LazyLoader``, but who only puts the module somewhere (``__spec__``, ``__name__``) does not load it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader  # it brings ten milliseconds of other modules


class Late(ModuleType):
    """A module that holds nothing yet but its names."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        _run(self)
        return getattr(self, name)


def _run(module: ModuleType) -> None:
    loader = vars(module).pop("_loader", None)
    if loader is not None:
        loader.exec_module(module)
    module.__class__ = ModuleType


def load(*names: str) -> None:
    """Load those called *names* that are still late: before threads begin, which would meet one half loaded."""
    for name in names:
        if isinstance(module := sys.modules.get(name), Late):
            _run(module)


class Postponed:
    """Makes a Late module of what *loader* would load."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, _spec: ModuleSpec) -> None:
        """Python makes it."""

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_loader"] = self._loader
        module.__class__ = Late


class Corrected:
    """Runs what *loader* would load, and then *correct* on it."""

    def __init__(self, loader: Loader, correct: Callable[[ModuleType], None]) -> None:
        self._loader, self._correct = loader, correct

    def create_module(self, _spec: ModuleSpec) -> None:
        """Python makes it."""

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._correct(module)


class Finder:
    """Finds the modules called *names* where they are, to be loaded by what *other* makes of their loader."""

    def __init__(self, names: frozenset[str], other: Callable[[Loader], object]) -> None:
        self._names, self._other = names, other

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = cast("Loader", self._other(spec.loader))
        return spec


@contextmanager
def loading_late(*names: str) -> Iterator[None]:
    """What is imported meanwhile and called one of *names* comes late; from a file only, not from an archive."""
    with _found_by(Finder(frozenset(names), Postponed)):
        yield


@contextmanager
def correcting(name: str, correct: Callable[[ModuleType], None]) -> Iterator[None]:
    """When the module called *name* is loaded meanwhile, *correct* changes it before anybody uses it."""
    with _found_by(Finder(frozenset({name}), partial(Corrected, correct=correct))):
        yield


@contextmanager
def _found_by(finder: Finder) -> Iterator[None]:
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
