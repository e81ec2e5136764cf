"""The window: with ``demo``, the only package that imports PySide6.

PySide6 6.12 is built as if for Python 3.12, where None, True and False are immortal (PEP 683): it hands them out
without counting. Under Python 3.11 each call of Qt then takes a reference away, until the interpreter aborts
(« deallocating None »). So we do here what 3.12 does: counts that nothing will ever bring to zero.

PySide6 also reads the source of every module imported after it, for a word that would turn one of its features on. We
use none: not looking saves a tenth of a second on a slow terminal (10 ms here), and all that text in memory.

At every start, too, it loads what explains a wrong call and what writes its own .pyi files, with argparse and logging:
twenty milliseconds. Here they come when they are needed (``late``).
"""

import sys

from app.ui.late import loading_late

SIGNATURE = "shibokensupport.signature"
RARE = ("parser", "layout", "errorhandler", "lib.enum_sig", "lib.tool", "lib.pyi_generator")

with loading_late(*(f"{SIGNATURE}.{name}" for name in RARE)):
    import PySide6.QtCore  # noqa: F401  it brings the module that looks

if sys.version_info < (3, 12):
    from _ctypes import _SimpleCData  # ctypes itself takes 5 ms to load, at every start

    class Count(_SimpleCData):  # type: ignore[type-arg]  # not to be subscripted when it runs
        """The reference count with which every object begins."""

        _type_ = "l"

    for single in (None, True, False, NotImplemented, ...):
        Count.from_address(id(single)).value += 1 << 40

if looking := sys.modules.get("shibokensupport.feature"):
    looking.__dict__["_mod_uses_pyside"] = lambda _module: True
