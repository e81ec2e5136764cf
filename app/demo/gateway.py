"""A gateway of our own for the made-up caisse, run by its command ``guichet-caisse`` in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.commands.common import DEMO, Refusal

PATIENCE = 15
"""Seconds for a command, at most."""


def command() -> Path:
    """``guichet-caisse``, beside the Python that runs us; a terminal's bundle has none."""
    place = Path(sys.executable).with_name("guichet-caisse.exe" if os.name == "nt" else "guichet-caisse")
    if not place.exists():
        raise Refusal("no_gateway", "La commande guichet-caisse n’est pas installée ici : donnez --enrolment FICHIER.")
    return place


class Gateway:
    """Its folder, and the caisse's keys beside it: here one hand holds both, which never happens elsewhere."""

    def __init__(self, folder: Path) -> None:
        self.address = ""
        self.enrolment, self.key = folder / "enrolment.json", folder / "keys" / f"{DEMO}.age"
        self._data, self._public = folder / "gateway", folder / "keys" / f"{DEMO}.public.json"

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Made, listening on a free port, one enrolment written; stopped at the end of the block."""
        _ask("init", "--data", self._data)
        _ask("keygen", DEMO, "--keys", self.key.parent, "--data", self._data)
        serve = [*_words("serve", "--data", self._data, "--port", 0)]
        with subprocess.Popen(serve, stdout=subprocess.PIPE, env=_environment()) as process:  # noqa: S603
            try:
                self.address = _told(process.stdout.readline() if process.stdout else b"")["listening"]
                _ask(
                    *("enrol", "--url", self.address, "--caisse-keys", self._public),
                    *("--out", self.enrolment, "--data", self._data),
                )
                yield
            finally:
                process.kill()  # what it acknowledged is on the disk, and nobody comes back to it

    def hands_over(self, id_: str, folder: Path) -> Path:
        """Fetch *id_*, sealed, into *folder* and open it there with the caisse's key; where its files are."""
        _ask("fetch", id_, "--sealed", folder, "--data", self._data)
        return Path(_ask("open", id_, "--key", self.key, "--sealed", folder, "--out", folder)["folder"])


def _ask(*words: object) -> Any:
    """What a command answers; it is refused here for the reason it gives."""
    try:
        done = subprocess.run(  # noqa: S603
            _words(*words), env=_environment(), stdout=subprocess.PIPE, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise Refusal("gateway_trouble", f"guichet-caisse {words[0]} ne répond pas.") from None
    return _told(done.stdout)


def _words(*words: object) -> list[str]:
    return [str(command()), *(str(word) for word in words), "--json"]


def _told(line: bytes) -> Any:
    try:
        told = json.loads(line)
    except ValueError:
        raise Refusal("gateway_trouble", "guichet-caisse s’est arrêtée.") from None
    if "error" in told:
        raise Refusal("gateway_trouble", f"guichet-caisse : {told['message']}")
    return told


def _environment() -> dict[str, str]:
    """Ours, without what would lead to a real gateway's database."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GUICHET_")}
