"""Modules that are loaded when something of them is asked for: PySide brings some at each start that few starts use.

As ``importlib.util.LazyLoader``, but who only puts the module somewhere (``__spec__``, ``__name__``) does not load it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
        loader = vars(self).pop("_loader", None)
        if loader is not None:
            loader.exec_module(self)
        self.__class__ = ModuleType  # type: ignore[assignment]
        return getattr(self, name)


class Postponed:
    """Makes a Late module of what *loader* would load."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, _spec: ModuleSpec) -> None:
        """Python makes it."""

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_loader"] = self._loader
        module.__class__ = Late


class Finder:
    """Finds the modules called *names* where they are, to be loaded late."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = cast("Loader", Postponed(spec.loader))
        return spec


@contextmanager
def loading_late(*names: str) -> Iterator[None]:
    """What is imported meanwhile and called one of *names* comes late; from a file only, not from an archive."""
    finder = Finder(frozenset(names))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
