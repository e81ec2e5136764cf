"""Runs first in the frozen program: what it starts (``lp``, itself at the end of a visit) finds the system as it is.

The boot loader makes the linker look for libraries in the bundle; the linker has read that by now, and a program of
the system must not get ours. Without the rest, this program started by itself would take itself for a helper.
"""

import os

os.environ.pop("LD_LIBRARY_PATH", None)
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
for name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[name]
