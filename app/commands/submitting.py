"""``form fill``: a request queued as the screen does it, without a draft, or put into a file."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.common import Call, Refusal, open_store
from app.forms.recipient import recipient
from app.models.caisse import Caisse
from app.models.saisine import Saisine
from app.store import database

if TYPE_CHECKING:
    from app.actions.submit import Prepared

NO_ENROLMENT = "Ce terminal n’est pas inscrit : lancez « guichet setup --enrolment FICHIER »."


def submit(call: Call, saisine: Saisine, caisse: Caisse) -> Prepared:
    """Queue *saisine*, made on a terminal of *caisse*; refuses where the screen would give paper."""
    from app.actions import submit as actions

    now = datetime.now().astimezone()
    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        raise Refusal("not_enrolled", NO_ENROLMENT)
    with open_store(call.data) as db:
        begun = actions.start(db)
        if begun is None:
            raise Refusal("not_enrolled", NO_ENROLMENT)
        if not actions.can_send(recipient(saisine.way.answers, caisse), begun.enrolled, saisine.form.id, now):
            raise Refusal("no_route", "Cette demande ne peut pas partir d’ici pour cette caisse : imprimez-la (--pdf).")
        prepared = actions.prepare(saisine, caisse, begun, now, call.data)
        actions.queue(db, prepared, None)
    return prepared


def write(pdf: Path, document: bytes) -> None:
    """*document* in the file *pdf*, for its owner alone."""
    with open(pdf, "wb", opener=lambda file, flags: os.open(file, flags, 0o600)) as out:
        out.write(document)
