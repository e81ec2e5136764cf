"""``guichet outbox``: what was submitted here and how far it is; no name and no answer, which nobody here can read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.commands.common import Call, Refusal, open_store, say, shared
from app.models.code import normalise
from app.store import database

if TYPE_CHECKING:
    from app.store.outbox import Row

STATES = {
    "waiting": "attend son envoi",
    "refused": "refusée par la passerelle",
    "received": "reçue",
    "withdrawn": "annulée",
}
STATUSES = {"new": "Nouveau", "taken": "Pris en charge", "solved": "Résolu"}
CODES = {
    "need-document": "il manque un document",
    "unreachable": "la caisse n’a pas pu joindre la personne",
    "wrong-fund": "ce n’est pas la bonne caisse",
    "duplicate": "la demande a déjà été faite",
    "call-back": "la personne doit rappeler la caisse",
}


@click.group()
def outbox() -> None:
    """Les demandes envoyées d’ici."""


@outbox.command("list")
@shared
def list_(call: Call) -> None:
    """Chaque demande, la plus ancienne d’abord ; les heures du JSON sont en UTC."""
    found = _rows(call)
    for row in found:
        call.answer(_told(row), _line(row))
    if not found and not call.as_json:
        say("Aucune demande.")


@outbox.command()
@click.argument("names", metavar="RÉFÉRENCE…", nargs=-1, required=True)
@shared
def show(call: Call, names: tuple[str, ...]) -> None:
    """Tout ce que ce terminal sait d’une demande, son accusé de réception compris."""
    for row in _named(call, names):
        told = {**_told(row), **_proof(call, row)}
        call.answer(told, "\n".join(f"{name} : {value}" for name, value in told.items() if value is not None))


@outbox.command()
@click.argument("names", metavar="[RÉFÉRENCE…]", nargs=-1)
@shared
def retry(call: Call, names: tuple[str, ...]) -> None:
    """Remet dans la file les demandes refusées, toutes ou celles-ci ; « guichet sync » les envoie."""
    from app.store import outbox as store

    again = 0
    if rows := _named(call, names) if names else _rows(call):
        with open_store(call.data) as db:
            again = store.retry(db, [row.id for row in rows])
    call.answer({"retried": again}, f"Demandes remises dans la file : {again}.")


def _rows(call: Call) -> list[Row]:
    from app.store import outbox as store

    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        return []
    with open_store(call.data) as db:
        return store.listed(db)


def _named(call: Call, names: tuple[str, ...]) -> list[Row]:
    """The rows that *names* are references or ids of."""
    rows = _rows(call)
    known = {normalise(row.reference): row for row in rows} | {row.id: row for row in rows}
    found = [known.get(name.lower()) or known.get(normalise(name)) for name in names]
    if None in found:
        raise Refusal("unknown_request", "Ce terminal n’a envoyé aucune demande de ce nom.")
    return [row for row in found if row]


def _told(row: Row) -> dict[str, object]:
    return {
        "reference": row.reference,
        "id": row.id,
        "form": row.form,
        "caisse": row.caisse,
        "urgent": row.urgent,
        "made_at": row.made_at,
        "state": row.state,
        "why": row.why,
        "tries": row.tries,
        "received_at": row.received_at,
        "status": row.status,
        "code": row.code,
        "status_at": row.status_at,
        "pieces": row.pieces,
        "pieces_held": row.held or 0,
    }


def _line(row: Row) -> str:
    urgent = " URGENT" if row.urgent else ""
    why = f" ({row.why})" if row.why else ""
    status = f", {STATUSES[row.status]}" if row.status else ""
    code = f", {CODES[row.code]}" if row.code else ""
    pieces = f", pièces : {row.held or 0} sur {row.pieces} à la passerelle" if row.pieces else ""
    made = datetime.fromisoformat(row.made_at).astimezone()
    return (
        f"{row.reference} {row.form}{urgent}, du {made:%d/%m/%Y %H:%M} : {STATES[row.state]}{why}{pieces}{status}{code}"
    )


def _proof(call: Call, row: Row) -> dict[str, object]:
    from app.store import outbox as store

    with open_store(call.data) as db:
        proof = store.proof(db, row.id)
    receipt = proof[1] if proof else None
    return {"counter": row.counter, "receipt": receipt.decode() if receipt else None}
