"""Reading the caisses of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from app.models import caisse
from app.models.caisse import Caisse


class NoCatalogue(Exception):
    """The catalogue is missing or cannot be read: set-up has to make it."""


class UnknownCaisse(Exception):
    """The catalogue has no caisse of this code."""


def find(catalogue: Path, code: str) -> Caisse:
    """The caisse *code*; raises UnknownCaisse or NoCatalogue."""
    try:
        with closing(sqlite3.connect(f"{catalogue.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT data FROM caisses WHERE code = ?", (code,)).fetchone()
    except sqlite3.Error as error:
        raise NoCatalogue from error
    if row is None:
        raise UnknownCaisse(code)
    try:
        return caisse.parse(json.loads(row[0]))
    except (TypeError, KeyError, ValueError) as error:
        raise NoCatalogue from error
