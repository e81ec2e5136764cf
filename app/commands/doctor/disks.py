"""What Linux says of its disks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

SYSTEM = Path("/sys/class/block")


def encrypted(device: str) -> bool:
    """In memory (zram), under dm-crypt, or on devices that are; a swap file says nothing of its disk."""
    with suppress(OSError):
        if (SYSTEM / device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    below = [place.name for place in (SYSTEM / device / "slaves").glob("*")]
    return device.startswith("zram") or (bool(below) and all(map(encrypted, below)))
