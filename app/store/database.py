"""The encrypted database: opened, brought up to date, written in short transactions, checked.

The only module that knows SQLCipher; its errors leave here under the names of ``errors.py``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.store.errors import (
    DiskFailing,
    DiskFull,
    StoreDamaged,
    StoreLocked,
    StoreTooNew,
    StoreTrouble,
    WrongKey,
    disk_situations,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE = "guichet.db"

PATIENCE = 5.0
"""Seconds to wait for another program that holds the store."""

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cipher_memory_security = ON",
)
"""security.md, Pragmas; all but the first must be said on every connection."""

MIGRATIONS = (
    """
    CREATE TABLE drafts (
        id BLOB PRIMARY KEY,
        finder BLOB UNIQUE,
        wrapped BLOB,
        form TEXT NOT NULL,
        version INTEGER NOT NULL,
        begun_at TEXT NOT NULL,
        last_commit TEXT NOT NULL,
        expires_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE answers (
        number INTEGER PRIMARY KEY,
        draft BLOB NOT NULL REFERENCES drafts ON DELETE CASCADE,
        row_key BLOB NOT NULL,
        sealed BLOB NOT NULL,
        UNIQUE (draft, row_key)
    ) STRICT;
    CREATE TABLE erased (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE attempts (wrong INTEGER NOT NULL, last_at TEXT NOT NULL) STRICT;
    INSERT INTO attempts VALUES (0, '');
    CREATE TABLE terminal (salt BLOB NOT NULL) STRICT;
    INSERT INTO terminal VALUES (randomblob(16));
    """,
    """
    ALTER TABLE terminal ADD COLUMN counter INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE terminal ADD COLUMN key BLOB;
    CREATE TABLE enrolment (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        terminal TEXT NOT NULL,
        token TEXT NOT NULL,
        gateway TEXT NOT NULL,
        receipt_key BLOB NOT NULL,
        keys TEXT NOT NULL,
        recipients TEXT NOT NULL,
        cursor INTEGER NOT NULL DEFAULT 0,
        heard_at TEXT,
        clock_off INTEGER
    ) STRICT;
    CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        counter INTEGER NOT NULL UNIQUE,
        caisse TEXT NOT NULL,
        form TEXT NOT NULL,
        reference TEXT NOT NULL,
        urgent INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        cancel_sha256 TEXT NOT NULL,
        manifest_sha256 TEXT NOT NULL,
        manifest BLOB NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'received', 'withdrawn')),
        why TEXT,
        tries INTEGER NOT NULL DEFAULT 0,
        received_at TEXT,
        receipt BLOB,
        status TEXT,
        code TEXT,
        status_at TEXT
    ) STRICT;
    CREATE TABLE bodies (id TEXT PRIMARY KEY REFERENCES outbox, package BLOB NOT NULL) STRICT;
    CREATE INDEX outbox_waiting ON outbox (urgent DESC, counter) WHERE state = 'waiting';
    """,
    """
    CREATE TABLE pieces (
        number INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        draft BLOB NOT NULL REFERENCES drafts ON DELETE CASCADE,
        row_key BLOB NOT NULL,
        facts BLOB NOT NULL,
        UNIQUE (draft, row_key)
    ) STRICT;
    CREATE TABLE chunks (
        number INTEGER PRIMARY KEY,
        piece BLOB NOT NULL REFERENCES pieces (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        UNIQUE (piece, place)
    ) STRICT;
    CREATE TABLE parts (
        number INTEGER PRIMARY KEY,
        draft BLOB REFERENCES drafts ON DELETE CASCADE,
        saisine TEXT REFERENCES outbox,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        location TEXT,
        sent INTEGER NOT NULL DEFAULT 0,
        restarts INTEGER NOT NULL DEFAULT 0,
        CHECK ((draft IS NULL) <> (saisine IS NULL)),
        UNIQUE (draft, sha256),
        UNIQUE (saisine, sha256)
    ) STRICT;
    CREATE TABLE pages (
        number INTEGER PRIMARY KEY,
        part INTEGER NOT NULL REFERENCES parts ON DELETE CASCADE,
        place INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (part, place)
    ) STRICT;
    ALTER TABLE outbox ADD COLUMN pieces INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN held INTEGER;
    """,
)
"""Each script leads from the version that is its place to the next; a script that was released never changes."""

SITUATIONS: dict[int, type[StoreTrouble]] = {
    3: DiskFailing,  # SQLITE_PERM
    5: StoreLocked,  # SQLITE_BUSY
    6: StoreLocked,  # SQLITE_LOCKED
    8: DiskFailing,  # SQLITE_READONLY
    10: DiskFailing,  # SQLITE_IOERR
    11: StoreDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: DiskFailing,  # SQLITE_CANTOPEN
    26: WrongKey,  # SQLITE_NOTADB
}
"""Primary result codes (sqlite.org/rescode.html) that are no bug of ours."""


def open_database(folder: Path, key: bytes, patience: float = PATIENCE) -> Database:
    """The database of the data *folder*, both made or brought up to date; for the calling thread only.

    *patience*: seconds that each later wait for another program may last. Raises StoreTooNew, WrongKey and the
    other situations of ``errors.py``.
    """
    from sqlite_utils import Database

    with _situations(), disk_situations():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        db = Database(_connect(folder / FILE, key, patience), execute_plugins=False)
    try:
        _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def left_open(folder: Path) -> bool:
    """Whether the last stop was not clean, or another program is at work: SQLite removes the WAL on a clean close."""
    return (folder / f"{FILE}-wal").exists()


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All that is written inside is on the disk at the end, or none of it."""
    with _situations(), _between(db, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """All that is read inside is of one moment."""
    with _situations(), _between(db, "BEGIN"):
        yield


def truncate_wal(db: Database) -> None:
    """Bring everything into the main file and leave the WAL empty; StoreLocked when others read on for too long."""
    with _situations():
        deadline = time.monotonic() + _one(db, "PRAGMA busy_timeout") / 1000
        while _one(db, "PRAGMA wal_checkpoint(TRUNCATE)"):
            if time.monotonic() > deadline:
                raise StoreLocked
            time.sleep(0.01)


def check(db: Database) -> None:
    """Raise StoreDamaged unless every page is authentic and the database is sound."""
    # First the WAL goes home: SQLCipher's check reads the main file only, where a power cut may have left half a page.
    truncate_wal(db)
    with _situations():
        if db.execute("PRAGMA cipher_integrity_check").fetchall() or _one(db, "PRAGMA quick_check") != "ok":
            raise StoreDamaged


def _connect(file: Path, key: bytes, patience: float) -> Any:
    import sqlcipher3

    connection = sqlcipher3.connect(file, timeout=patience, isolation_level=None)
    try:
        _unlock(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if connection.execute("PRAGMA page_count").fetchone() == (0,):  # later it has no effect, and waits for writers
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    told = [connection.execute(f"PRAGMA {pragma}").fetchone() for pragma in PRAGMAS]
    if told[0] != ("wal",):  # a network disk, for one: acknowledged answers could be lost there (dependencies.md)
        raise DiskFailing


def _migrate(db: Database) -> None:
    while (version := _version(db)) != len(MIGRATIONS):
        if version > len(MIGRATIONS):
            raise StoreTooNew
        with transaction(db):
            if _one(db, "PRAGMA user_version") == version:  # else another program has just done this step
                db.executescript(MIGRATIONS[version])
                db.execute(f"PRAGMA user_version = {version + 1}")


def _version(db: Database) -> int:
    with reading(db):
        return int(_one(db, "PRAGMA user_version"))


@contextmanager
def _between(db: Database, begin: str) -> Iterator[None]:
    db.execute(begin)
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:  # a full disk may have rolled back by itself
            db.execute("ROLLBACK")
        raise


@contextmanager
def _situations() -> Iterator[None]:
    from sqlcipher3 import Error

    try:
        yield
    except Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in SITUATIONS:
            raise SITUATIONS[code] from error
        raise


def _one(db: Database, sql: str) -> Any:
    """The first column of the first row."""
    return db.execute(sql).fetchall()[0][0]
