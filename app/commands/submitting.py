"""``form fill``: a request queued as the screen does it, under a draft for as long as it takes, or put into a file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import enclosing
from app.commands.common import Call, Refusal, open_store
from app.forms.recipient import recipient
from app.models.caisse import Caisse
from app.models.saisine import Saisine
from app.store import database

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.actions.submit import Prepared, Start
    from app.models.pieces import Kept
    from app.store.drafts import Keys

NO_ENROLMENT = "Ce terminal n’est pas inscrit : lancez « guichet setup --enrolment FICHIER »."
DAYS = 1
"""That pièces are kept if the machine stops half-way: nobody knows the code of that draft."""


def submit(call: Call, saisine: Saisine, caisse: Caisse, files: Mapping[str, Path]) -> Prepared:
    """Queue *saisine*, made on a terminal of *caisse*, with the *files* of its pièces, by their places.

    Refuses where the screen would give paper.
    """
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
        if files:
            return _with_pieces(db, begun, saisine, caisse, (files, call.data, now))
        prepared = actions.prepare(saisine, caisse, begun, now, call.data)
        actions.queue(db, prepared, None)
    return prepared


def _with_pieces(
    db: Database, begun: Start, saisine: Saisine, caisse: Caisse, told: tuple[Mapping[str, Path], Path, datetime]
) -> Prepared:
    """*told*: the files, the folder of the data, the time."""
    from app.actions import submit as actions

    files, folder, now = told
    with _draft(db, saisine) as keys:
        kept = {path: _keep(db, keys, path, file) for path, file in files.items()}
        saisine = replace(saisine, kept=kept)
        staged = actions.stage_all(db, keys, saisine, caisse, begun, now)
        prepared = actions.prepare(saisine, caisse, begun, now, folder, staged)
        actions.queue(db, prepared, keys.id)
    actions.tidy(db)
    return prepared


@contextmanager
def _draft(db: Database, saisine: Saisine) -> Iterator[Keys]:
    """A draft that is gone in the end, one way or the other."""
    from app.actions import drafts
    from app.store.drafts import salt

    keys = drafts.begin(salt(db), saisine.form.id, saisine.form.version)
    try:
        yield keys
    except BaseException:
        drafts.erase(db, keys)
        raise


def _keep(db: Database, keys: Keys, path: str, file: Path) -> Kept:
    from app.actions import pieces

    cleaned = enclosing.cleaned(file)
    try:
        return pieces.keep(db, keys, path, "file", cleaned, datetime.now().astimezone(), DAYS)
    except pieces.NotKept as trouble:
        raise enclosing.refused(file, trouble.code) from None


def write(pdf: Path, document: bytes) -> None:
    """*document* in the file *pdf*, for its owner alone."""
    with open(pdf, "wb", opener=lambda file, flags: os.open(file, flags, 0o600)) as out:
        out.write(document)
