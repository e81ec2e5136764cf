"""``guichet drafts``: the care of what is kept; no name and no answer, which only a code opens."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.commands.common import Call, open_store, say, shared
from app.store import database
from app.store import drafts as kept

if TYPE_CHECKING:
    from app.store.drafts import Listed


@click.group()
def drafts() -> None:
    """Les brouillons gardés sur ce terminal."""


@drafts.command("list")
@shared
def list_(call: Call) -> None:
    """Chaque brouillon, le plus ancien d’abord ; les heures du JSON sont en UTC."""
    found = _listed(call)
    for draft in found:
        value = {
            "form": draft.form,
            "version": draft.version,
            "begun": draft.begun_at,
            "last_commit": draft.last_commit,
            "expires": draft.expires_at,
        }
        call.answer(value, _line(draft))
    if not found and not call.as_json:
        say("Aucun brouillon.")


@drafts.command()
@shared
def purge(call: Call) -> None:
    """Détruit les brouillons expirés, d’après l’horloge du système et elle seule."""
    gone = 0
    if _exists(call):
        with open_store(call.data) as db:
            gone = kept.purge(db, datetime.now().astimezone())
    call.answer({"purged": gone}, f"Brouillons détruits : {gone}.")


def _listed(call: Call) -> list[Listed]:
    if not _exists(call):
        return []
    with open_store(call.data) as db:
        return kept.listed(db)


def _exists(call: Call) -> bool:
    """Whether there is a store; looking must not make one, nor its key."""
    return (call.data / database.FILE).exists()


def _line(draft: Listed) -> str:
    begun, last, end = (_local(time) for time in (draft.begun_at, draft.last_commit, draft.expires_at))
    return f"{draft.form} {draft.version} : commencé le {begun}, enregistré le {last}, gardé jusqu’au {end}"


def _local(time: str) -> str:
    return f"{datetime.fromisoformat(time).astimezone():%d/%m/%Y %H:%M}"
