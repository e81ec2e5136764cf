"""What people do with a pièce, at the screen and by commands alike: keep it, list them, look at one, take one away.

All of it is short and uses the store; ``actions.cleaning`` has made the PDF before.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.models.pieces import LIMIT, MOST, Kept, Source
from app.protocol.text import sha256
from app.store import pieces
from app.store.drafts import Keys

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.actions.cleaning import Cleaned


class NotKept(Exception):
    """A pièce that cannot be added; *code*: ``too-big`` (more than ``LIMIT``), ``too-many`` (``MOST`` are there)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def keep(  # noqa: PLR0913, PLR0917  a PDF has its place, its origin and its time
    db: Database, keys: Keys, path: str, source: Source, cleaned: Cleaned, now: datetime, days: int
) -> Kept:
    """Keep *cleaned* as the pièce at *path*, in the place of an older one; when this returns it survives a power cut.

    Raises NotKept, DraftErased, and the situations of ``app.store.errors``.
    """
    if len(cleaned.pdf) > LIMIT:
        raise NotKept("too-big")
    if len(listed(db, keys).keys() - {path}) >= MOST:
        raise NotKept("too-many")
    kept = Kept(path, cleaned.pages, len(cleaned.pdf), sha256(cleaned.pdf), source, cleaned.doubts)
    pieces.put(db, keys, kept, cleaned.pdf, now, days)
    return kept


def listed(db: Database, keys: Keys) -> dict[str, Kept]:
    """What is kept under the draft, by the paths of its pièces."""
    return pieces.listed(db, keys)


def open(db: Database, keys: Keys, path: str) -> bytes:  # noqa: A001  that is what people do
    """The PDF of the pièce at *path*; StoreDamaged when it is not what was kept."""
    return pieces.read(db, keys, path)


def remove(db: Database, keys: Keys, path: str) -> None:
    """Take the pièce at *path* away, if there is one."""
    pieces.drop(db, keys, path)
