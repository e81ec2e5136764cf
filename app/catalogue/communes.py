"""The official list of communes by postal code: from INSEE, La Poste and Etalab, under the Licence Ouverte."""

from __future__ import annotations

import zlib
from functools import cache

from app.models import postcode
from app.paths import RESOURCES

FILE = RESOURCES / "communes.tsv.gz"
"""Made by ``installer/communes.py``; its first lines say whence and when."""


def communes(code: str) -> tuple[str, ...]:
    """The names of the communes of *code*; none when nobody knows it, which must stop nobody."""
    return postcode.communes(_listed(), code)


@cache
def _listed() -> bytes:
    """Unpacked at the first code that is asked for, and kept: half a megabyte."""
    return zlib.decompress(FILE.read_bytes(), wbits=31)
