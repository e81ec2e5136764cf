"""What a row of the papers says: what has become of its pièce, in a few words, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from app.models.pieces import Doubt, Source
from app.models.review import LATER, TO_JOIN, added
from app.models.text import Text, _
from app.ui.piecestate import Job, Row, Way


class Said(NamedTuple):
    """A chip; colours are roles."""

    words: Text
    icon: str
    colour: str
    tint: str


DOUBTS: dict[tuple[Doubt, Source], tuple[Text, Text]] = {
    ("dark", "scanner"): (
        _("Page trop sombre"),
        _("Posez la feuille le texte contre la vitre et fermez le capot, puis touchez « Refaire »."),
    ),
    ("dark", "file"): (_("Photo trop sombre"), _("Reprenez la photo sous la lumière, puis touchez « Refaire ».")),
    ("blurred", "scanner"): (
        _("Page floue"),
        _("On ne lit pas bien les lettres. Posez la feuille bien à plat, puis touchez « Refaire »."),
    ),
    ("blurred", "file"): (
        _("Photo floue"),
        _("On ne lit pas bien les lettres. Prenez la photo de la feuille à plat, sous la lumière."),
    ),
}
"""What may make a page hard to read, and what to do; it can be left so."""
PUT_IN = _("Posez votre feuille dans le scanner et touchez son bouton vert.")
WAITING = Said(_("En attente de votre feuille"), "clock", "info", "info-tint")
WORKING = Said(_("Le document se prépare…"), "spinner-gap", "info", "info-tint")
STOPPING = Said(_("Arrêt…"), "spinner-gap", "info", "info-tint")
NOT_ADDED = Said(_("Pas ajouté"), "warning", "warning", "warning-tint")
TO_ADD = Said(_("À ajouter"), "circle-dashed", "ink-soft", "sunken")


def chip(row: Row, ways: tuple[Way, ...]) -> Said:
    """What has become of the pièce of *row*, in a few words."""
    if row.job:
        return under_way(row.job)
    if row.said and not row.kept:
        return NOT_ADDED
    if row.kept:
        doubt = next(iter(row.kept.doubts), None)
        if doubt:
            return Said(DOUBTS[doubt, row.kept.source][0], "warning", "warning", "warning-tint")
        return Said(added(row.kept.pages), "check-circle", "success", "success-tint")
    if row.state == "later":
        return Said(LATER, "clock", "ink-soft", "sunken")
    return TO_ADD if ways else Said(TO_JOIN, "circle-dashed", "ink-soft", "sunken")


def under_way(job: Job) -> Said:
    """How far *job* has come."""
    still = {"waiting": WAITING, "working": WORKING, "stopping": STOPPING}
    return still.get(job.stage) or Said(_scanned(job.page), "spinner-gap", "info", "info-tint")


def _scanned(page: int) -> Text:
    return _("Numérisation de la page {page}").with_(page=page)


def advice(row: Row) -> Text | None:
    """What to do about it, when there is something to be done."""
    if row.job:
        return PUT_IN if row.job.stage == "waiting" else None
    if row.said:
        return row.said
    doubt = next(iter(row.kept.doubts), None) if row.kept else None
    return DOUBTS[doubt, row.kept.source][1] if row.kept and doubt else None
