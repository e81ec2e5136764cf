"""What people do with a draft: begin it, keep it, find it again, erase it.

``begin`` and ``lock_for`` take a tenth of a second and touch no database; the others are short and write to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.models import code as codes
from app.models.draft import Draft
from app.store import attempts, database, drafts
from app.store.drafts import Keys
from app.store.keys import DraftLock, database_key, derive

if TYPE_CHECKING:
    from sqlite_utils import Database


class WrongCode(Exception):
    """No draft opens with this code: mistyped, erased or expired, which nobody is told apart (people.md P25)."""


class WrongBirth(Exception):
    """The birth date is not the one that the draft holds."""


class MustWait(Exception):
    """Too many wrong codes: nothing is tried for *seconds* more."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class Resumed:
    """A draft found again, and the keys to go on with it."""

    keys: Keys
    draft: Draft


def open_store(folder: Path, now: datetime) -> Database:
    """The store of the data *folder*, sound and without expired drafts; made when there is none.

    Raises the situations of ``app.store.errors``.
    """
    unclean = database.left_open(folder)
    db = connect(folder)
    try:
        if unclean:
            database.check(db)
        drafts.purge(db, now)
    except BaseException:
        db.close()
        raise
    return db


def connect(folder: Path) -> Database:
    """One more connection to the store, for another thread than that of ``open_store``."""
    return database.open_database(folder, database_key(folder, folder / database.FILE))


def begin(salt: bytes, form: str, version: int) -> Keys:
    """The keys of a new draft and its code; nothing is kept before ``keep``. Slow on purpose."""
    return drafts.fresh_keys(codes.fresh(), salt, form, version)


def keep(db: Database, keys: Keys, changes: Mapping[str, str | None], now: datetime, days: int) -> None:
    """Keep *changes*, all or none; when this returns they survive a power cut."""
    drafts.write(db, keys, changes, now, days)


def lock_for(code: str, salt: bytes) -> DraftLock:
    """What the typed *code* may open. Slow on purpose."""
    return derive(code, salt)


def resume(db: Database, lock: DraftLock, now: datetime) -> Resumed:
    """The draft that *lock* opens; raises MustWait, WrongCode, StoreDamaged. Wrong tries count until ``let_in``."""
    if seconds := attempts.must_wait(db, now):
        raise MustWait(seconds)
    if (found := drafts.find(db, lock, now)) is None:
        attempts.wrong(db, now)
        raise WrongCode
    return Resumed(*drafts.read(db, found, lock))


def let_in(db: Database, given: date | None, kept: date | None, now: datetime) -> None:
    """The guard at the screen (security.md, Resume code): the birth date *given* is the one *kept*, if one is.

    Raises MustWait and WrongBirth: whoever has found a ticket tries as few dates as codes. A right one resets both.
    """
    if seconds := attempts.must_wait(db, now):
        raise MustWait(seconds)
    if given != kept:
        attempts.wrong(db, now)
        raise WrongBirth
    attempts.right(db)


def erase(db: Database, keys: Keys) -> None:
    """Destroy the draft for ever; what is still on its way to it is refused (DraftErased)."""
    drafts.erase(db, keys.id)
