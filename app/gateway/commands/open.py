"""``open``, at the caisse: the only command that reads what is sealed, with a key that the gateway never has."""

from __future__ import annotations

from pathlib import Path

import click

from app.gateway import keyring
from app.gateway.commands.common import Call, counted, shared, told_pieces
from app.gateway.errors import Refusal
from app.gateway.files import write
from app.models.code import normalise
from app.protocol.errors import ProtocolTrouble
from app.protocol.opening import open_part
from app.protocol.package import Package, unpack
from app.protocol.sealing import PIECE_PDF


@click.command("open")
@click.argument("asked", nargs=-1, required=True, metavar="ID…")
@click.option("--key", type=click.Path(path_type=Path), required=True, help="Les clés de la caisse (CAISSE.age).")
@click.option("--sealed", type=click.Path(path_type=Path), default=".", help="Le dossier des fichiers .saisine.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Où écrire ce qui est ouvert.")
@shared
def open_(call: Call, asked: tuple[str, ...], key: Path, sealed: Path, out: Path) -> None:
    """Ouvre des saisines prises par fetch : OUT/RÉFÉRENCE/saisine.json et formulaire.pdf.

    ID : un identifiant, une référence, ou un fichier .saisine.
    """
    identities = keyring.identities(key)
    for one in asked:
        package = unpack(_find(one, sealed).read_bytes())
        folder = out / package.manifest.reference
        for name, data in _opened(package, identities).items():
            write(folder / name, data)
        pieces = counted(package)
        told = {"id": package.manifest.id, "reference": package.manifest.reference, "folder": str(folder), **pieces}
        call.answer(told, f"Ouverte : {folder}{told_pieces(**pieces)}")


def _find(asked: str, sealed: Path) -> Path:
    if Path(asked).suffix == ".saisine":
        return Path(asked)
    for file in sorted(sealed.glob("*.saisine")):
        if file.stem == asked.lower() or _reference(file) == normalise(asked):
            return file
    raise Refusal("unknown", "Aucun fichier .saisine de ce nom dans ce dossier.")


def _reference(file: Path) -> str:
    try:
        return normalise(unpack(file.read_bytes()).manifest.reference)
    except ProtocolTrouble:  # a file that was cut must not hide the others
        return ""


def _opened(package: Package, identities: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of every part, by name; all parts are checked before one is written."""
    files: dict[str, bytes] = {}
    for number, part in enumerate(package.manifest.parts):
        if part.sha256 in package.parts:
            inside = open_part(package.parts[part.sha256], part, package.manifest, identities)
            files |= {name if name != PIECE_PDF else f"piece-{number}.pdf": data for name, data in inside.items()}
    return files
