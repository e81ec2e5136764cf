"""``guichet doctor``: what this terminal needs to work and to keep its promises (security.md), and what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import click

from app.commands.common import Call, refusal, shared
from app.commands.doctor import delivery, devices, keeping, machine, printing, terminal
from app.commands.doctor.report import Report


@click.command()
@shared
def doctor(call: Call) -> None:
    """Examine ce terminal ; sort avec 1 si quelque chose ne va pas."""
    worst = False
    for name, check in CHECKS.items():
        report = _report(check, call)
        worst |= report.state == "bad"
        value = {"check": name, "state": report.state, "message": report.message, "way_on": report.way_on or None}
        call.answer(
            value, "\n      ".join(filter(None, (f"{report.state:4}  {name} : {report.message}", report.way_on)))
        )
    if worst:
        sys.exit(1)


def _report(check: Callable[[Call], Report], call: Call) -> Report:
    """What *check* finds; an expected trouble on the way is what it finds."""
    try:
        return check(call)
    except Exception as error:
        if (told := refusal(error)) is None:
            raise
        _code, message, way_on = told
        return Report("bad", message, way_on)


CHECKS: Mapping[str, Callable[[Call], Report]] = {
    "settings": terminal.settings,
    "caisse": terminal.caisse,
    "official": terminal.official,
    "key": keeping.key,
    "store": keeping.store,
    "space": keeping.space,
    "swap": machine.swap,
    "cores": machine.cores,
    "products": terminal.products,
    "printer": printing.printer,
    "cups": printing.cups,
    "spool": printing.spool,
    "scanner": devices.scanner,
    "folder": devices.folder,
    "files": devices.files,
    "clock": machine.clock,
    "enrolment": delivery.enrolled,
    "gateway": delivery.gateway,
    "gateway_clock": delivery.gateway_clock,
    "outbox": delivery.outbox,
}
