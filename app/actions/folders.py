"""Files that are brought: what a stick holds, for the chooser; what a network scanner leaves is in `watching`.

Nothing outside the folder of the settings is shown or read, and no link is followed.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.actions.files import FileTrouble, read, troubles
from app.actions.watching import Watch

__all__ = ["Entry", "FileTrouble", "Watch", "entries", "take"]

MOST_ENTRIES = 1000
"""Shown of one folder: nobody looks through more."""
SYSTEM = ("system volume information", "$recycle.bin", "lost+found")
"""Folders that systems leave on sticks."""
JOINING = "\u200c\u200d"
"""Unseen letters that Persian, Indian writings and emoji need."""


@dataclass(frozen=True)
class Entry:
    """A file or a folder; *name* is the one to give back, *shown* the one to show."""

    name: str
    folder: bool
    size: int

    @property
    def shown(self) -> str:
        """The name without what could write elsewhere, turn the line round, or is no letter at all."""
        return "".join("�" if _unseen(letter) else letter for letter in self.name)


def entries(root: Path, at: PurePosixPath) -> list[Entry]:
    """What stands in the folder *at*, under *root*: folders, then files, as people count. Raises FileTrouble."""
    with troubles(), os.scandir(_inside(root, at)) as found:
        shown = [entry for entry in found if _for_people(entry)]
        ordered = sorted(shown, key=lambda entry: (not entry.is_dir(), _natural(entry.name)))[:MOST_ENTRIES]
        return [Entry(one.name, folder, 0 if folder else _size(one)) for one in ordered for folder in (one.is_dir(),)]


def take(root: Path, at: PurePosixPath, name: str) -> bytes:
    """The bytes of the file *name* in the folder *at*, under *root*; raises FileTrouble."""
    with troubles():
        return read(_inside(root, at / name))


def _inside(root: Path, at: PurePosixPath) -> Path:
    """The place *at* under *root*, if no link leads there."""
    home = root.resolve(strict=True)
    place = home / at
    if at.is_absolute() or ".." in at.parts or place.resolve(strict=True) != place:
        raise FileTrouble("denied")
    return place


def _for_people(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name.lower() in SYSTEM:
        return False
    return entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)


def _size(entry: os.DirEntry[str]) -> int:
    return entry.stat(follow_symlinks=False).st_size


def _natural(name: str) -> list[tuple[str, int]]:
    """« page 2 » before « page 10 », « Été » beside « ete »."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [(words, int(digits or 0)) for words, digits in re.findall(r"(\D*)(\d*)", letters)]


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") and letter not in JOINING
