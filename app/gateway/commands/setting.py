"""``init`` and ``keygen``: a gateway's folder, a caisse's keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from app.gateway import caisses, database, keyring
from app.gateway.commands.common import Call, GatewayCall, at_gateway, shared
from app.gateway.errors import Refusal
from app.gateway.files import write
from app.gateway.keyring import PublicKeys
from app.protocol import moments, recipients, signatures


@click.command()
@at_gateway
def init(call: GatewayCall) -> None:
    """Prépare une passerelle : sa base, et la clé qui signe ses accusés de réception."""
    call.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = keyring.private_key(call.folder / keyring.RECEIPT_KEY)
    database.create(call.engine())
    name = signatures.key_id(signatures.public_of(key))
    call.answer({"data": str(call.folder), "gateway_key_id": name}, f"Passerelle prête dans {call.folder}.")


@click.command()
@click.argument("caisse")
@click.option("--keys", type=click.Path(path_type=Path), required=True, help="Le dossier des clés de la caisse.")
@click.option("--retire", is_flag=True, help="Les clés d’avant ne servent plus à sceller.")
@click.option("--data", type=click.Path(path_type=Path), help="Une passerelle sur cette machine, à prévenir aussi.")
@shared
def keygen(call: Call, caisse: str, keys: Path, retire: bool, data: Path | None) -> None:
    """À la caisse : fait une clé de plus, et le fichier public à donner à la passerelle.

    Les fichiers CAISSE.age et CAISSE.signing ne quittent jamais la caisse.
    """
    if not caisse.isalnum() or not caisse.isascii() or caisse != caisse.upper() or len(caisse) > 8:
        raise Refusal("bad-caisse", "Le code d’une caisse est fait de 1 à 8 chiffres ou capitales.")
    made = _new_key(caisse, keys, call.now(), retire=retire)
    public = keys / f"{caisse}.public.json"
    write(public, made.to_bytes())
    if data:
        caisses.register(GatewayCall(call.as_json, data, "").open(), made)
    call.answer({"caisse": caisse, "public": str(public)}, f"À donner à la passerelle : {public}")


def _new_key(caisse: str, keys: Path, now: datetime, *, retire: bool) -> PublicKeys:
    import pyrage

    public = keys / f"{caisse}.public.json"
    before = keyring.public_keys(public).recipients if public.exists() and not retire else ()
    signing = keyring.private_key(keys / f"{caisse}.signing")
    identity = pyrage.x25519.Identity.generate()
    recipient = recipients.make(caisse, str(identity.to_public()), now)
    _keep(keys / f"{caisse}.age", f"# {moments.written(now)} {recipient.recipient}\n{identity}\n")
    return PublicKeys(caisse, signatures.public_of(signing), (*before, recipients.sign(recipient, signing)))


def _keep(place: Path, identity: str) -> None:
    """A new age key stands after the earlier ones, which still open what was sealed to them."""
    before = place.read_text("ascii") if place.exists() else ""
    write(place, (before + identity).encode())
