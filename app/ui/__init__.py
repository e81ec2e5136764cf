"""The window: with ``demo``, the only package that imports PySide6.

PySide6 6.12 is built as if for Python 3.12, where None, True and False are immortal (PEP 683): it hands them out
without counting. Under Python 3.11 each call of Qt then takes a reference away, until the interpreter aborts
(« deallocating None »). So we do here what 3.12 does: counts that nothing will ever bring to zero.
"""

import sys

if sys.version_info < (3, 12):
    from _ctypes import _SimpleCData  # ctypes itself takes 5 ms to load, at every start

    class Count(_SimpleCData):  # type: ignore[type-arg]  # not to be subscripted when it runs
        """The reference count with which every object begins."""

        _type_ = "l"

    for single in (None, True, False, NotImplemented, ...):
        Count.from_address(id(single)).value += 1 << 40
