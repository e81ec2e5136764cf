"""The zip inside a sealed part: stored, not compressed, and padded so that its size says little."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

PADDING = "padding"
STEP = 16 * 1024
"""A part's zip is a multiple of this many bytes."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of *files* and as many zero bytes as bring it to a multiple of ``STEP``."""
    bare = len(_zip({**files, PADDING: b""}))
    return _zip({**files, PADDING: bytes(-bare % STEP)})


def unzipped(raw: bytes) -> dict[str, bytes]:
    """The files of a zip that ``zipped`` made; ValueError for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise ValueError("zip")  # nothing here may swell
            files = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, OverflowError):
        raise ValueError("zip") from None
    if len(files) != len(entries) or len(raw) % STEP or any(files.pop(PADDING, b"\1")):
        raise ValueError("zip")
    return files


def _zip(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(_entry(name), data)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)  # 1980, stored: nothing of the machine or the hour
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
