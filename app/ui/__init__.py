"""The window: with ``demo``, the only package that imports PySide6.

PySide6 6.12 is built as if for Python 3.12, where None, True and False are immortal (PEP 683): it hands them out
without counting. Under Python 3.11 each call of Qt then takes a reference away, until the interpreter aborts
(« deallocating None »). So we do here what 3.12 does: counts that nothing will ever bring to zero.
"""

import sys

if sys.version_info < (3, 12):
    from ctypes import c_ssize_t

    for single in (None, True, False, NotImplemented, ...):
        c_ssize_t.from_address(id(single)).value += 1 << 40
