"""Printing through CUPS (``lp``): the document goes down a pipe, its job bears a neutral title."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

TITLE = "Guichet Sante"
"""What spools and printers' screens show: nothing of the person, and ASCII for old ones."""

OPTIONS = ("-o", "sides=one-sided", "-o", "job-sheets=none,none")
"""One side, so that sheets can be signed side by side; no banner page with a job's name."""

PATIENCE = 15
"""Seconds that the print service may take to answer."""


class NoPrinter(Exception):
    """Nothing can be printed: no queue is set, the print service is missing, or it refuses."""


@dataclass(frozen=True)
class Job:
    """A document that the print service has taken; *id* is the queue's name and a number."""

    printer: str
    id: str


def send(pdf: bytes, printer: str) -> Job:
    """Hand *pdf* to the queue *printer*; raises NoPrinter."""
    if not printer:
        raise NoPrinter
    said = _run("lp", "-d", printer, "-t", TITLE, *OPTIONS, "-", stdin=pdf)
    found = re.search(rf"{re.escape(printer)}-\d+", said)
    if not found:
        raise NoPrinter
    return Job(printer, found.group())


def waiting(job: Job) -> bool:
    """Whether the print service still has *job* to print; raises NoPrinter."""
    listed = _run("lpstat", "-W", "not-completed", "-o", job.printer)
    return job.id in listed.split()


def cancel(job: Job) -> None:
    """Stop *job* and have its document removed; one that is over is left as it is. Raises NoPrinter.

    Tried with CUPS 2.4: the spool forgets printed documents only where cupsd.conf says ``PreserveJobFiles No``;
    ``-x`` does nothing for a job that is over.
    """
    if waiting(job):
        _run("cancel", "-x", job.id)


def _run(command: str, *arguments: str, stdin: bytes = b"") -> str:
    program = shutil.which(command)
    if program is None:
        raise NoPrinter
    try:
        # Not a shell; in English, whatever the person's language, since the answer is read.
        done = subprocess.run(  # noqa: S603
            [program, *arguments],
            input=stdin,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        # What the print service says names queues and files: it is not carried further.
        raise NoPrinter from None
    return done.stdout.decode(errors="replace")
