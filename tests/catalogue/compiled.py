"""The program's own catalogue for tests that only read it: compiled once a process, a second each."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.catalogue.build import build
from app.models.offer import Audience
from app.paths import RESOURCES


def lay(target: Path, audience: Audience = "public") -> None:
    """A copy of it at *target*."""
    target.write_bytes(_compiled(audience))


@cache
def _compiled(audience: Audience) -> bytes:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "catalogue.db"
        build(RESOURCES, made, audience)
        return made.read_bytes()
