"""``guichet verify``: whether a receipt is our gateway's, and for what; without a network."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

import click

from app.commands.common import Call, Refusal, open_store, shared
from app.commands.submitting import NO_ENROLMENT
from app.store import database

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.store.enrolment import Enrolled


@click.command()
@click.argument("receipts", metavar="RECEIPT…", type=click.File("rb"), nargs=-1, required=True)
@shared
def verify(call: Call, receipts: tuple[IO[bytes], ...]) -> None:
    """Vérifie des accusés de réception (fichiers) avec la clé de la passerelle ; 1 si l’un d’eux ne vaut rien."""
    from app.store.enrolment import enrolled

    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        raise Refusal("not_enrolled", NO_ENROLMENT)
    with open_store(call.data) as db:
        known = enrolled(db)
        if known is None:
            raise Refusal("not_enrolled", NO_ENROLMENT)
        judged = [(file.name, _judged(db, known, file.read())) for file in receipts]
    for name, told in judged:
        call.answer({"file": name, **told}, f"{name} : {_sentence(told)}")
    if not all(told["valid"] for _name, told in judged):
        sys.exit(1)


def _judged(db: Database, known: Enrolled, raw: bytes) -> dict[str, object]:
    """*ours*: it is of a request of this terminal, and names the very bytes that were sent."""
    from app.protocol import receipt as receipts
    from app.protocol.errors import ProtocolTrouble
    from app.store import outbox

    try:
        receipt = receipts.read(raw, known.receipt_key)
        proof = outbox.proof(db, receipt.id)
        if proof:
            receipts.verify(raw, known.receipt_key, proof[0])
    except ProtocolTrouble as error:
        return {"valid": False, "why": error.code}
    return {
        "valid": True,
        "reference": receipt.reference,
        "id": receipt.id,
        "received_at": receipt.received_at,
        "complete": receipt.complete,
        "ours": proof is not None,
    }


def _sentence(told: dict[str, object]) -> str:
    if not told["valid"]:
        return "ce n’est pas un accusé de réception valable."
    whole = "complète" if told["complete"] else "incomplète"
    ours = "envoyée d’ici" if told["ours"] else "envoyée d’ailleurs"
    return f"la demande {told['reference']}, {ours}, a été reçue, {whole}, le {told['received_at']}."
