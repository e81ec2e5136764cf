"""Turning what was typed into a saisine, and a saisine into its paper."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from app.documents import c2s, mas, official, s1106, s1110, s3705
from app.forms import given
from app.forms.recipient import recipient
from app.forms.record import record
from app.forms.urgency import is_urgent
from app.models.caisse import Caisse
from app.models.form import Form
from app.models.path import path
from app.models.payload import payload, written
from app.models.pieces import Kept, mark, pieces
from app.models.reference import reference
from app.models.saisine import Saisine
from app.models.text import speaking
from app.paths import data_folder

DOCUMENTS: Mapping[str, Callable[[Saisine, Caisse, str], bytes]] = {
    "mas": mas.pdf, "1106": s1106.pdf, "s1110": s1110.pdf, "s3705": s3705.pdf, "c2s": c2s.pdf,
}  # fmt: skip
"""The paper of each form, which bears the digest of its saisine.json; reportlab is loaded by the first that is made."""


def saisine(
    form: Form, typed: Mapping[str, str], request: bytes, made_at: datetime, kept: Mapping[str, Kept] | None = None
) -> Saisine:
    """The saisine *request* (its 16 random bytes) as it stood when it was signed, at *made_at*.

    Ages are those of that day, not of today: a reprint is the same document. *kept*: the pièces of the draft, by their
    paths; those that these answers do not call for any more stay behind.
    """
    way = path(form, typed, made_at.date())
    wanted = pieces(form, way.answers)
    held = {piece.path: kept[piece.path] for piece in wanted if kept and piece.path in kept}
    marks = {mark(piece): typed[mark(piece)] for piece in wanted if mark(piece) in typed}
    place = way.answers.text(given.place)
    return Saisine(request, reference(request), form, way, made_at, place, kept=held, marks=marks)


def document(saisine: Saisine, local: Caisse, folder: Path | None = None) -> bytes:
    """The PDF of *saisine*, made on a terminal of the caisse *local*: on its official form if *folder* has it (P18)."""
    digest, to = hashlib.sha256(told(saisine, local)).hexdigest(), recipient(saisine.way.answers, local)
    if given_form := official.find(folder or data_folder(), to.caisse, saisine.form):
        return official.pdf(saisine, to, digest, given_form)
    return DOCUMENTS[saisine.form.id](saisine, local, digest)


def told(saisine: Saisine, local: Caisse) -> bytes:
    """The saisine.json of *saisine*: the same bytes for the same answers, wherever and whenever they are written."""
    answers = saisine.way.answers
    to = recipient(answers, local)
    with speaking("fr"):
        record_ = record(saisine, to_check=to.to_check)
        return written(payload(saisine, str(to.name), urgent=is_urgent(answers), record=record_))
