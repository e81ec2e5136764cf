"""``list``, ``fetch``, ``status``: what the caisse does with what was received."""

from __future__ import annotations

from pathlib import Path

import click

from app.gateway import desk
from app.gateway.commands.common import GatewayCall, at_gateway, counted, told_pieces
from app.gateway.files import write
from app.protocol.events import CODES, STATUSES
from app.protocol.package import unpack

WORDS = {"new": "Nouveau", "taken": "Pris en charge", "solved": "Résolu"}


@click.command("list")
@click.option("--caisse", default="", metavar="CODE", help="Celles de cette caisse seulement.")
@at_gateway
def list_(call: GatewayCall, caisse: str) -> None:
    """Les saisines reçues, les urgentes d’abord."""
    for line in desk.listed(call.open(), caisse):
        urgent = " URGENT" if line["priority"] == "urgent" else ""
        words = f"{line['reference']} {line['form']}{urgent}, reçue le {line['received_at']} : {WORDS[line['status']]}"
        call.answer(line, words + told_pieces(line["pieces"], line["pieces_held"]))


@click.command()
@click.argument("asked", nargs=-1, metavar="[ID…]")
@click.option("--sealed", type=click.Path(path_type=Path), required=True, help="Le dossier où poser les fichiers.")
@at_gateway
def fetch(call: GatewayCall, asked: tuple[str, ...], sealed: Path) -> None:
    """Pose les saisines scellées dans un dossier ; sans ID, toutes celles qui n’ont pas encore été prises.

    Une saisine dont des pièces sont en chemin est prise tout de suite, et reprise avec elles quand elles sont là.
    """
    db = call.open()
    for saisine in [desk.find(db, one) for one in asked] or desk.unfetched(db):
        place, file = sealed / f"{saisine}.saisine", desk.fetch(db, saisine)
        write(place, file)
        package = unpack(file)
        desk.fetched(db, package, call.now())
        pieces = counted(package)
        told = {"id": saisine, "file": str(place), **pieces}
        call.answer(told, f"Prise : {place}{told_pieces(**pieces)}")


@click.command()
@click.argument("asked", metavar="ID")
@click.argument("status", type=click.Choice(STATUSES))
@click.option("--code", type=click.Choice(CODES), help="Ce que la caisse demande en retour.")
@at_gateway
def status(call: GatewayCall, asked: str, status: str, code: str | None) -> None:
    """Dit où en est une saisine ; le terminal qui l’a envoyée l’apprendra."""
    db = call.open()
    saisine = desk.find(db, asked)
    desk.set_status(db, saisine, status, code, call.now())
    call.answer({"id": saisine, "status": status, "code": code}, f"{saisine} : {WORDS[status]}")
