"""The window: with ``demo``, the only package that imports PySide6.

PySide6 6.12 is built as if for Python 3.12, where None, True and False are immortal (PEP 683): it hands them out
without counting. Under Python 3.11 each call of Qt then takes a reference away, until the interpreter aborts
(« deallocating None »). So we do here what 3.12 does: counts that nothing will ever bring to zero.

PySide6 also reads the source of every module imported after it, for a word that would turn one of its features on. We
use none: not looking saves a tenth of a second on a slow terminal (10 ms here), and all that text in memory.

And at every start it loads what writes its .pyi files, with argparse and logging: ten milliseconds for a tool of its
makers. Here that one module is empty.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

MAKERS_TOOL = "shibokensupport.signature.lib.pyi_generator"


class Spared:
    """Finds and loads the module that PySide needs not, as one that holds nothing."""

    @staticmethod
    def find_spec(name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        return ModuleSpec(name, Spared) if name == MAKERS_TOOL else None  # type: ignore[arg-type]

    @staticmethod
    def create_module(_spec: ModuleSpec) -> None:
        """Python makes it."""

    @staticmethod
    def exec_module(_module: ModuleType) -> None:
        """And nothing fills it."""


sys.meta_path.insert(0, Spared)
import PySide6.QtCore  # noqa: E402, F401  it brings the modules that look and that make

sys.meta_path.remove(Spared)

if sys.version_info < (3, 12):
    from _ctypes import _SimpleCData  # ctypes itself takes 5 ms to load, at every start

    class Count(_SimpleCData):  # type: ignore[type-arg]  # not to be subscripted when it runs
        """The reference count with which every object begins."""

        _type_ = "l"

    for single in (None, True, False, NotImplemented, ...):
        Count.from_address(id(single)).value += 1 << 40

if looking := sys.modules.get("shibokensupport.feature"):
    looking.__dict__["_mod_uses_pyside"] = lambda _module: True
