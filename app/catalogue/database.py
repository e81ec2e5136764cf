"""Opening a catalogue, which is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.models.sheet import Malformed


class NoCatalogue(Exception):
    """The catalogue is missing or cannot be read: set-up has to make it."""


def typed(text: str) -> str:
    """What was typed, as SQLite takes it: half a letter, which an argument can hold, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


@contextmanager
def opened(catalogue: Path) -> Iterator[sqlite3.Connection]:
    """A connection to *catalogue* that cannot write; raises NoCatalogue, also for what is read of it in the block."""
    try:
        with closing(sqlite3.connect(f"{catalogue.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield connection
    except (sqlite3.Error, ValueError, TypeError, KeyError, Malformed) as error:
        raise NoCatalogue from error
