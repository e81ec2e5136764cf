"""The window: with ``demo``, the only package that imports PySide6.

PySide6 6.12 is built as if for Python 3.12, where None, True and False are immortal (PEP 683): it hands them out
without counting. Under Python 3.11 each call of Qt then takes a reference away, until the interpreter aborts
(« deallocating None »). So we do here what 3.12 does: counts that nothing will ever bring to zero.

PySide6 also reads the source of every module imported after it, for a word that would turn one of its features on. We
use none: not looking saves a tenth of a second on a slow terminal (10 ms here), and all that text in memory.

At every start, too, it loads what explains a wrong call and what writes its own .pyi files, with argparse and logging:
twenty milliseconds. Here they come when they are needed (``late``), as do the modules of Python that only its rarer
paths use, and the members of its enums (``enums``).
"""

import sys
from types import ModuleType

from app.ui import enums
from app.ui.late import correcting, loading_late

SIGNATURE = "shibokensupport.signature"
RARE = ("parser", "layout", "errorhandler", "lib.enum_sig", "lib.tool", "lib.pyi_generator")
PYTHONS = ("inspect", "tempfile", "textwrap", "traceback", "zipfile")
"""What PySide brings of Python and asks nothing before the first frame; after it ``start`` has them loaded."""


def _look_at_no_source(feature: ModuleType) -> None:
    vars(feature)["_mod_uses_pyside"] = lambda _module: True


enums.make_late()
with (
    loading_late(*PYTHONS, *(f"{SIGNATURE}.{name}" for name in RARE)),
    correcting("shibokensupport.feature", _look_at_no_source),
):
    import PySide6.QtCore  # noqa: F401  it brings the module that looks

if sys.version_info < (3, 12):
    from _ctypes import _SimpleCData  # ctypes itself takes 5 ms to load, at every start

    class Count(_SimpleCData):  # type: ignore[type-arg]  # not to be subscripted when it runs
        """The reference count with which every object begins."""

        _type_ = "l"

    for single in (None, True, False, NotImplemented, ...):
        Count.from_address(id(single)).value += 1 << 40

if feature := sys.modules.get("shibokensupport.feature"):  # from an archive
    _look_at_no_source(feature)
