"""The file systems of this machine, as Linux tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
MEMORY = ("tmpfs", "ramfs", "devtmpfs")


@dataclass(frozen=True)
class Mount:
    """A file system of the *kind*, as proc(5) names it, seen at *point*; *source*: most often its device."""

    point: Path
    kind: str
    source: str


def under(place: Path) -> Mount | None:
    """The file system that holds *place*; None where the system does not say."""
    real = place.resolve()
    holding = [mount for mount in _mounts() if real.is_relative_to(mount.point)]
    # Of two at one point, the later one hides the other.
    return max(reversed(holding), key=lambda mount: len(mount.point.parts), default=None)


def in_memory(place: Path) -> bool:
    """Whether what is written in *place* stays in memory."""
    mount = under(place)
    return mount is not None and mount.kind in MEMORY


def _mounts() -> Iterator[Mount]:
    if not MOUNTS.exists():
        return
    for line in MOUNTS.read_text(errors="surrogateescape").splitlines():
        words = [_plain(word) for word in line.split(" ")]
        kind, source = words[words.index("-") + 1 :][:2]
        yield Mount(Path(words[4]), kind, source)


def _plain(word: str) -> str:
    """A space is written \\040, and so on."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), word)
