"""What the commands share: their options, how they answer, how they refuse (design: commands.md)."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.gateway.errors import Erased, OtherBytes, Refusal, Unknown, UnknownCaisse, WrongTerminal
from app.protocol.errors import NotForThisKey, PartDamaged, ProtocolTrouble, Untrusted, WrongPart

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.protocol.package import Package

FILE = "gateway.db"

SENTENCES: Mapping[type[Exception], str] = {
    Unknown: "Aucune saisine de ce nom.",
    Erased: "Cette saisine a été effacée : sa durée de conservation est passée, ou la personne l’a annulée.",
    UnknownCaisse: "Cette passerelle ne reçoit pas pour cette caisse : importez d’abord son fichier public.json.",
    WrongTerminal: "Le terminal qui a signé cette saisine n’est pas inscrit ici.",
    OtherBytes: "Cette saisine est déjà connue, avec un autre contenu.",
    NotForThisKey: "Cette saisine n’a pas été scellée pour cette clé.",
    PartDamaged: "Le fichier n’est pas celui que son manifeste annonce.",
    WrongPart: "Le contenu scellé n’est pas celui que son manifeste annonce : ne le traitez pas.",
    Untrusted: "Cette clé n’est pas signée par sa caisse.",
    ProtocolTrouble: "Ce fichier n’est pas une saisine, ou sa signature est fausse.",
}
"""Each expected trouble; the first class that fits."""


@dataclass(frozen=True)
class Call:
    """How a command was called."""

    as_json: bool

    def answer(self, value: Mapping[str, object], plain: str) -> None:
        """One JSON value on its line, or *plain* words."""
        click.echo(json.dumps(value, sort_keys=True) if self.as_json else plain)

    def now(self) -> datetime:
        """The system's time."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class GatewayCall(Call):
    """The same, of a command that works on a gateway: its *folder*, its database."""

    folder: Path
    database: str

    def engine(self) -> Engine:
        """Its database, not looked at yet."""
        from app.gateway.database import connect

        return connect(self.database or f"sqlite:///{self.folder / FILE}")

    def open(self) -> Engine:
        """Its database, which ``init`` has made, perhaps of an older version; Refusal."""
        from app.gateway.database import renew

        if not self.database and not (self.folder / FILE).exists():  # looking must not make one
            raise Refusal("no-gateway", "Il n’y a pas de passerelle dans ce dossier : lancez guichet-caisse init.")
        engine = self.engine()
        renew(engine)
        return engine


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """A *command* with ``--json``, given to it as a ``Call``, that refuses with a sentence and exit code 1."""

    @functools.wraps(command)
    def run(as_json: bool, **own: Any) -> None:
        _refusing(as_json, lambda: command(Call(as_json), **own))

    return _json_option(run)


def at_gateway(command: Callable[..., None]) -> Callable[..., None]:
    """The same, with a ``GatewayCall``: ``--data`` and ``--database`` say where the gateway is."""

    @functools.wraps(command)
    def run(as_json: bool, data: Path | None, database: str, **own: Any) -> None:
        _refusing(as_json, lambda: command(GatewayCall(as_json, data or _folder(), database), **own))

    return _json_option(_data_option(_database_option(run)))


_json_option = click.option("--json", "as_json", is_flag=True, help="Une valeur JSON par ligne.")
_data_option = click.option(
    "--data", type=click.Path(path_type=Path), help="Le dossier de la passerelle ($GUICHET_CAISSE_DATA, sinon)."
)
_database_option = click.option(
    "--database", default="", envvar="GUICHET_CAISSE_DATABASE", help="Une base PostgreSQL (adresse SQLAlchemy)."
)


def counted(package: Package) -> dict[str, int]:
    """How many pièces the manifest of *package* announces, and how many are in it."""
    return {"pieces": len(package.manifest.parts) - 1, "pieces_held": len(package.parts) - 1}


def told_pieces(pieces: int, pieces_held: int) -> str:
    """The same in words, after a sentence; nothing when there is no pièce."""
    if pieces == pieces_held:
        return f" ({_many(pieces)})" if pieces else ""
    return f" ({_many(pieces_held)} sur {pieces}, {pieces - pieces_held} en chemin)"


def _many(pieces: int) -> str:
    return f"{pieces} pièce{'s' if pieces > 1 else ''}"


def _folder() -> Path:
    if chosen := os.environ.get("GUICHET_CAISSE_DATA"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "guichet-caisse"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "guichet-caisse"


def _refusing(as_json: bool, work: Callable[[], None]) -> None:
    try:
        work()
    except BrokenPipeError:
        raise  # who reads has enough; click ends quietly
    except Exception as error:
        if (told := refusal(error)) is None:
            raise
        code, message = told
        if as_json:
            click.echo(json.dumps({"error": code, "message": message}, ensure_ascii=False))
        else:
            click.echo(message, err=True)
        sys.exit(1)


def refusal(error: Exception) -> tuple[str, str] | None:
    """The code and the sentence of an expected trouble; None for a bug."""
    if isinstance(error, Refusal):
        return error.code, str(error)
    for kind, sentence in SENTENCES.items():
        if isinstance(error, kind):
            return str(getattr(error, "code", "")), sentence
    if isinstance(error, OSError):
        return "system", f"Le système refuse : {error.strerror}. Vérifiez le disque et les droits d’accès."
    return ("database-trouble", "La base de la passerelle ne répond pas.") if _from_database(error) else None


def _from_database(error: Exception) -> bool:
    return any(
        kind.__module__ == "sqlalchemy.exc" and kind.__name__ == "OperationalError" for kind in type(error).mro()
    )
