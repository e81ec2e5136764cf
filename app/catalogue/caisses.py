"""Reading the caisses of the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

from app.catalogue.database import NoCatalogue, opened, typed
from app.models import caisse
from app.models.caisse import Caisse

__all__ = ["NoCatalogue", "UnknownCaisse", "find", "known"]


class UnknownCaisse(Exception):
    """The catalogue has no caisse of this code."""


def find(catalogue: Path, code: str) -> Caisse:
    """The caisse *code*; raises UnknownCaisse or NoCatalogue."""
    with opened(catalogue) as connection:
        row = connection.execute("SELECT data FROM caisses WHERE code = ?", (typed(code),)).fetchone()
        if row is None:
            raise UnknownCaisse(code)
        return caisse.parse(json.loads(row[0]))


def known(catalogue: Path, code: str) -> bool:
    """Whether the catalogue has a caisse *code*; raises NoCatalogue."""
    with opened(catalogue) as connection:
        return connection.execute("SELECT 1 FROM caisses WHERE code = ?", (typed(code),)).fetchone() is not None
