"""Files that are there whole, on the disk, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(place: Path, data: bytes) -> None:
    """Put *data* at *place*, readable by its owner alone (0600), in the place of what was there; OSError."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(place)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no such call, and orders its metadata by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
