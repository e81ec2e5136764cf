"""``enrol``: the file, and the QR code, that make a terminal one of ours."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app.gateway import caisses, keyring, terminals
from app.gateway.commands.common import GatewayCall, at_gateway
from app.gateway.database import reading
from app.gateway.errors import Refusal, UnknownCaisse
from app.gateway.files import write
from app.protocol import signatures
from app.protocol.enrolment import Enrolment, safe


@click.command()
@click.option("--url", required=True, help="L’adresse de la passerelle, vue des terminaux.")
@click.option(
    "--caisse-keys",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    help="Le fichier public.json de chaque caisse, reçu d’elle.",
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Le fichier d’inscription à écrire.")
@click.option("--qr", type=click.Path(path_type=Path), help="Le code QR, dans un fichier .svg ou .png.")
@at_gateway
def enrol(call: GatewayCall, url: str, files: tuple[Path, ...], out: Path, qr: Path | None) -> None:
    """Écrit l’inscription d’un terminal : bonne une fois, pendant sept jours."""
    if not safe(url):
        raise Refusal("plain-http", "L’adresse doit commencer par https:// (http:// : cette machine seulement).")
    keys = _caisse_keys(call, files)
    receipt_key = signatures.public_of(keyring.read_private_key(call.folder / keyring.RECEIPT_KEY))
    made = Enrolment(url, terminals.new_code(call.open(), call.now()), keys, receipt_key)
    write(out, made.to_text().encode())
    _draw(made.to_text(), qr, aloud=not call.as_json)
    ids = {caisse: signatures.key_id(key) for caisse, key in keys.items()}
    words = "".join(f"\nClé de la caisse {caisse} : {name}, à comparer avec elle." for caisse, name in ids.items())
    call.answer({"enrolment": str(out), "caisses": ids}, f"Inscription écrite : {out}{words}")


def _caisse_keys(call: GatewayCall, files: tuple[Path, ...]) -> dict[str, bytes]:
    """Signing keys come from the caisses' own files, not from the database: see SECURITY.md."""
    given = [keyring.public_keys(file) for file in files]
    with reading(call.open()) as connection:
        if not {keys.caisse for keys in given} <= caisses.known(connection):
            raise UnknownCaisse
    return {keys.caisse: keys.signing_key for keys in given}


def _draw(text: str, place: Path | None, *, aloud: bool) -> None:
    import segno

    try:
        code = segno.make_qr(text, error="l")
    except segno.DataOverflowError:
        raise Refusal("too-long", "Trop de caisses pour un code QR : donnez le fichier.") from None
    if place and place.suffix not in (".svg", ".png"):
        raise Refusal("bad-qr", "Le code QR se dessine en .svg ou en .png.")
    if place:
        code.save(str(place), scale=6)
    elif aloud:
        code.terminal(sys.stdout, compact=True)
