"""``guichet sync``: sends what waits, and hears what comes back; what the window does by itself."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import click

from app.commands.common import Call, Refusal, open_store, shared
from app.commands.submitting import NO_ENROLMENT
from app.store import database

if TYPE_CHECKING:
    from app.actions.sync import Report
    from app.sync.deliver import Stop

REASONS = {
    "network": "pas de réseau, ou la passerelle ne répond pas",
    "slow": "le réseau est trop lent",
    "busy": "la passerelle demande d’attendre",
    "not-the-gateway": "un autre que la passerelle répond (portail, proxy)",
    "certificate": "le certificat de la passerelle n’est pas le bon",
    "certificate-date": "le certificat n’est pas valable à cette date : vérifiez l’horloge (timedatectl)",
}
"""Why there is no delivery, by the codes of ``app.sync``; the others are answers that make no sense."""


@click.command()
@click.option("--once", is_flag=True, help="Une fois ; sinon sans fin, au rythme du guichet.")
@shared
def sync(call: Call, once: bool) -> None:
    """Envoie les demandes qui attendent et prend les nouvelles de la caisse ; on l’arrête avec Ctrl-C."""
    from app.sync.clock import Clock

    clock = Clock()
    while True:
        report = _pass(call)
        _tell(call, report, once=once)
        if once:
            return
        clock = clock.after(report.stopped, time.monotonic(), random.random())  # noqa: S311
        time.sleep(max(0.0, clock.next - time.monotonic()))


def _pass(call: Call) -> Report:
    from app.actions.sync import once

    if not (call.data / database.FILE).exists():  # looking must not make a store, nor its key
        raise Refusal("not_enrolled", NO_ENROLMENT)
    with open_store(call.data) as db:
        return once(db)


def _tell(call: Call, report: Report, *, once: bool) -> None:
    """What came of it; with *once*, what stands in the way ends the command, so that a script sees it."""
    counts = {"received": report.received, "refused": report.refused, "waiting": report.waiting}
    call.answer(counts, f"Reçues : {report.received}. Refusées : {report.refused}. En attente : {report.waiting}.")
    if report.stopped is None:
        return
    code, sentence = _reason(report.stopped)
    if once:
        raise Refusal(code, sentence)
    call.answer({"error": code, "message": sentence}, sentence)


def _reason(stopped: Stop) -> tuple[str, str]:
    from app.sync.deliver import Unreachable

    if not isinstance(stopped, Unreachable):
        return "not_enrolled", NO_ENROLMENT
    why = REASONS.get(stopped.why, "sa réponse n’a pas de sens")
    return "unreachable", f"La passerelle ne peut pas être jointe : {why}. Ce qui attend partira plus tard."
