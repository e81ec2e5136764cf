"""The process that is killed while it sends a pièce: ``python -m tests.faults.uploader FOLDER``.

Sends until nothing waits, and tells then by how many megabytes it had grown at most (``grown``).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from app.actions import sync
from app.store.database import check, open_database
from tests.sync.hall import KEY


def main(folder: Path) -> None:
    """Begin as a terminal does after a power cut: look whether its store is sound."""
    before = _memory("VmRSS")
    db = open_database(folder, KEY, patience=2)
    check(db)
    while sync.once(db).waiting:
        pass
    db.close()
    print(json.dumps({"grown": _memory("VmHWM") - before}), flush=True)


def _memory(name: str) -> int:
    """Megabytes; 0 where the system does not say."""
    status = Path("/proc/self/status")
    found = re.search(rf"{name}:\s+(\d+)", status.read_text("ascii")) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
