"""``guichet setup``: writes the settings of a new terminal, and enrols it at its gateway."""

from __future__ import annotations

import os
import tempfile
import tomllib
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from app import paths
from app.actions.settings import FILE, read_settings
from app.catalogue import caisses
from app.commands.common import DEMO, Call, Refusal, open_store, shared
from app.models import settings
from app.models.settings import Mode

if TYPE_CHECKING:
    from app.protocol.enrolment import Enrolment


@click.command()
@click.option("--enrolment", type=click.File("rb"), help="Le fichier d’inscription donné par la caisse.")
@click.option("--mode", type=click.Choice(["borne", "poste"]), default="borne", help="Borne, sinon.")
@click.option("--site", default="", metavar="NOM", help="Le nom du lieu ; celui de la caisse, sinon.")
@click.option("--structure", default="", metavar="NOM", help="La structure qui l’accueille ; le lieu, sinon.")
@click.option("--printer", default="", metavar="FILE", help="La file CUPS ; aucune, sinon.")
@click.option(
    "--scanner", default="", metavar="NOM", help="Le scanner, comme « scanimage -L » le nomme ; aucun, sinon."
)
@click.option("--feeder", default="", metavar="NOM", help="La source du scanner qui prend une pile ; la vitre, sinon.")
@click.option("--folder", default="", metavar="DOSSIER", help="Là où un scanner du réseau dépose ses fichiers.")
@click.option("--files", default="", metavar="DOSSIER", help="Là où les clés USB apparaissent, par exemple /media.")
@shared
def setup(
    call: Call, enrolment: IO[bytes] | None, mode: Mode, site: str, structure: str, printer: str, **devices: str
) -> None:
    """Écrit settings.toml s’il n’existe pas, et inscrit ce terminal à sa passerelle.

    Un fichier qui existe n’est jamais changé : corrigez-le à la main.
    """
    asked = _enrolment(enrolment) if enrolment else None
    written = not (call.data / FILE).exists()
    if written:
        name = site or caisses.find(paths.CATALOGUE, call.caisse or DEMO).name
        place = {"name": name, "structure": structure or name, "printer": printer}
        _write(call.data / FILE, _toml(mode, call.caisse or DEMO, place, devices))
    known = read_settings(call.data)
    terminal = _enrol(call, asked, known.site.name) if asked else None
    sentence = "Réglages écrits." if written else "Les réglages étaient là."
    told = {"settings": str(call.data / FILE), "written": written, "terminal": terminal}
    call.answer(told, f"{sentence} Terminal inscrit : {terminal}." if terminal else sentence)


def _enrolment(file: IO[bytes]) -> Enrolment:
    from app.protocol import enrolment
    from app.protocol.errors import BadEnrolment

    try:
        return enrolment.parse(file.read().decode("utf-8"))
    except (BadEnrolment, UnicodeDecodeError):
        sentence = "Ce n’est pas un fichier d’inscription, ou sa passerelle n’est pas en https."
        raise Refusal("bad_enrolment", sentence) from None


def _toml(mode: str, caisse: str, site: dict[str, str], devices: dict[str, str]) -> str:
    """The settings, checked as they will be when they are read; a device that is not there is not written."""
    there = {key: value for key, value in devices.items() if value}
    tables = ({"mode": mode, "caisse": caisse}, "", "[site]", site, *(("", "[devices]", there) if there else ()))
    lines = [line for table in tables for line in ([table] if isinstance(table, str) else _keys(table))]
    text = "\n".join([*lines, ""])
    settings.parse(tomllib.loads(text))
    return text


def _keys(table: dict[str, str]) -> list[str]:
    return [f"{key} = {_quoted(value)}" for key, value in table.items()]


def _quoted(text: str) -> str:
    if not text.isprintable():
        raise Refusal("bad_settings", "Un nom ne peut pas contenir de caractère de contrôle.")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(place: Path, text: str) -> None:
    """Whole, on the disk, or not at all."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=place.name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(draft).replace(place)


def _enrol(call: Call, asked: Enrolment, name: str) -> str:
    from app.actions import enrol

    with open_store(call.data) as db:
        try:
            return enrol.enrol(db, asked, name)
        except enrol.CodeRefused:
            sentence = "La passerelle refuse ce code : il a servi, ou il a expiré. Demandez un autre fichier."
            raise Refusal("code_refused", sentence) from None
        except enrol.NoGateway:
            sentence = "La passerelle ne peut pas être jointe. Recommencez avec le même fichier."
            raise Refusal("unreachable", sentence) from None
