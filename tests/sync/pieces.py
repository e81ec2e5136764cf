"""Requests with pièces, in the outbox of a terminal."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from app.actions import papers, pieces, submit
from app.actions.submit import Prepared
from app.documents.scans.outcome import Cleaned
from app.forms import mas
from app.models.saisine import Saisine
from app.store.drafts import Keys
from tests.builders import mas_answers, valmont
from tests.sync.hall import Hall, draft

MIB = 1024 * 1024


def kept(db: Database, *pdfs: bytes) -> tuple[Keys, Saisine]:
    """A draft with *pdfs* as its pièces, and what was signed."""
    keys, now = draft(db), datetime.now().astimezone()
    for number, pdf in enumerate(pdfs):
        pieces.keep(db, keys, f"paper_{number}", "scanner", Cleaned(pdf, 1, ()), now, 7)
    saisine = papers.saisine(mas.FORM, mas_answers(), os.urandom(16), now)
    return keys, replace(saisine, kept=pieces.listed(db, keys))


def prepared(db: Database, keys: Keys, saisine: Saisine) -> Prepared:
    """That request, sealed, its pièces staged."""
    begun = submit.start(db)
    assert begun
    now = saisine.made_at
    staged = submit.stage_all(db, keys, saisine, valmont(), begun, now)
    return submit.prepare(saisine, valmont(), begun, now, None, staged)


def queued(db: Database, *pdfs: bytes) -> Prepared:
    """The same, queued; the draft is gone."""
    keys, saisine = kept(db, *pdfs)
    made = prepared(db, keys, saisine)
    submit.queue(db, made, keys.id)
    submit.tidy(db)
    return made


def arrived(hall: Hall, made: Prepared, *pdfs: bytes) -> bool:
    """Whether the caisse reads just what was sent, and once."""
    there = [hall.opened(made.reference, number)["piece.pdf"] for number in range(1, len(pdfs) + 1)]
    form = hall.opened(made.reference)["formulaire.pdf"]
    return there == [*pdfs] and form == made.pdf and hall.has().count(made.reference) == 1


def asked(hall: Hall) -> list[str]:
    """The verbs of what was asked about pièces, in turn."""
    return [line.split(" ")[0] for line in hall.asked if "/v1/parts" in line]
