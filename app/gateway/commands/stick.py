"""``import``: what comes on a stick, saisines or a caisse's public keys."""

from __future__ import annotations

from pathlib import Path

import click

from app.gateway import caisses, inbox, keyring, terminals
from app.gateway.commands.common import GatewayCall, at_gateway
from app.gateway.errors import NotEnrolled, WrongTerminal
from app.gateway.files import write
from app.protocol.package import Package, unpack


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--out", type=click.Path(path_type=Path), help="Le dossier des accusés (à côté du fichier, sinon).")
@at_gateway
def import_(call: GatewayCall, files: tuple[Path, ...], out: Path | None) -> None:
    """Reçoit des fichiers .saisine, comme s’ils venaient du réseau, et rend l’accusé signé de chacun.

    Un fichier CAISSE.public.json est pris pour les clés d’une caisse.
    """
    for file in files:
        if file.suffix == ".json":
            _register(call, file)
        else:
            _receive(call, file, out or file.parent)


def _register(call: GatewayCall, file: Path) -> None:
    keys = keyring.public_keys(file)
    caisses.register(call.open(), keys)
    call.answer({"caisse": keys.caisse, "recipients": len(keys.recipients)}, f"Clés de la caisse {keys.caisse} reçues.")


def _receive(call: GatewayCall, file: Path, out: Path) -> None:
    key = keyring.read_private_key(call.folder / keyring.RECEIPT_KEY)
    package = unpack(file.read_bytes())
    kept = _keep(call, package)
    place = out / f"{package.manifest.id}.receipt.json"
    write(place, kept.receipt(key) + b"\n")
    told = {"id": package.manifest.id, "new": kept.new, "receipt": str(place)}
    call.answer(told, f"{package.manifest.reference} : accusé de réception dans {place}")


def _keep(call: GatewayCall, package: Package) -> inbox.Received:
    db = call.open()
    try:
        terminal = terminals.by_id(db, package.manifest.terminal)
    except NotEnrolled:
        raise WrongTerminal from None
    return inbox.receive(db, package, terminal, call.now())
