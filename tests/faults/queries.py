"""Searches for anything: strings of any letters, signs of the index's own language, halves of real words."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from random import Random

from app.catalogue import loading, writing
from app.catalogue.search import search
from app.models.offer import Reader
from app.models.text import LANGUAGES
from app.paths import RESOURCES

PARTS = [
    "carte",
    "окуляри",
    "NEAR(",
    "title:",
    '"',
    "'",
    "*",
    "^",
    "{",
    ")",
    "-",
    " AND ",
    " OR ",
    " NOT ",
    "\0",
    "\udcff",
]
READER = Reader("public", date(2026, 11, 22), "91")


def run(count: int, seed: int) -> list[str]:
    """*count* searches of the real catalogue; what raised, with what was typed."""
    dice, wrong = Random(seed), []  # noqa: S311  to be played again from its seed
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue.db"
        writing.write(loading.load(RESOURCES), catalogue, "public")
        for _turn in range(count):
            typed = _typed(dice)
            try:
                search(catalogue, READER, typed, dice.choice(list(LANGUAGES)))
            except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
                wrong.append(f"{typed!r}: {error.__cause__ or error!r}")
    return wrong


def _typed(dice: Random) -> str:
    """Up to twenty pieces: letters of any script, or parts."""
    pieces = (chr(dice.randrange(0x110000)) if dice.random() < 0.5 else dice.choice(PARTS) for _piece in range(20))
    return "".join(list(pieces)[: dice.randrange(21)])
