"""A print service of ours: an ``lp`` that knows one queue, « hall », and keeps what it is given."""

from __future__ import annotations

import os
from pathlib import Path

LP = """#!/bin/sh
[ "$2" = hall ] || {{ echo "lp: The printer or class does not exist." >&2; exit 1; }}
cat > "{folder}/coming"
mv "{folder}/coming" "{folder}/job-$(ls "{folder}" | grep -c job).pdf"
echo "request id is $2-12 (1 file(s))"
"""


def install(folder: Path) -> str:
    """Put it in *folder*; gives the PATH on which it is found first."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lp").write_text(LP.format(folder=folder))
    (folder / "lp").chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def jobs(folder: Path) -> list[bytes]:
    """What it was given, in order."""
    return [job.read_bytes() for job in sorted(folder.glob("job-*.pdf"))]
