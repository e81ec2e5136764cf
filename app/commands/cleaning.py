"""``guichet clean-piece``: what `app.actions.cleaning` starts, never a person: files in, one clean PDF out, by pipes.

A file may do what it likes to its decoder here: the process holds nothing else, can write no file, reach no network,
take no more than its memory and its time, and goes when its parent does.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import click

MEMORY = 350_000_000
"""Bytes of its own; libraries, of which the frozen program loads more than it needs here, are thirty to fifty more."""
ADDRESSES = 1_000_000_000
SECONDS = 90
"""Of work for one pièce."""
FILES = 64
POLITE = 10
"""What is painted goes first."""
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


@click.command("clean-piece", hidden=True)
def clean_piece() -> None:
    """Sert au programme lui-même."""
    from app.documents.scans import wire
    from app.documents.scans.serve import serve

    out = _answers()
    _confine()
    try:
        while True:
            _allow_time()
            serve(sys.stdin.buffer, out)
    except (wire.Cut, BrokenPipeError):
        os._exit(0)  # at once: nothing here is worth being put in order


def _answers() -> BinaryIO:
    """Where the frames go; what a library says aloud goes where its errors go."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _confine() -> None:
    """Before the first byte is read. Windows has none of these limits."""
    if sys.platform != "linux":
        return
    import ctypes
    import resource
    import signal

    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    libc.prctl(PR_SET_DUMPABLE, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)  # no network; where the system allows it
    sys.dont_write_bytecode = True
    os.nice(POLITE)
    for which, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_AS, ADDRESSES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, FILES),
    ):
        resource.setrlimit(which, (most, most))


def _allow_time() -> None:
    """From now on; who takes longer is ended by the system."""
    if sys.platform == "linux":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, most))
