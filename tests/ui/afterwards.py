"""The screens of a request that leaves by itself, and of one that is withdrawn; no gateway is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from app.actions import papers
from app.actions.cancel import Cancelling
from app.actions.submit import Prepared
from app.models.saisine import Saisine
from app.store.errors import DiskFull
from app.store.outbox import Row
from app.sync.deliver import Outcome, Received, Refused
from app.ui.flows.cancel import Cancel
from app.ui.header import Connection
from app.ui.screens.sending import Sending
from app.ui.trouble import sentence
from app.ui.view import View
from tests.builders import valmont
from tests.journeys.person import Person, wait
from tests.protocol.sending import sealed
from tests.ui.papers import household

CODE = "4T7K-9M2Q-X3AB"
ROW = Row(
    "00000000-0000-4000-8000-000000000000", 1, "999", "mas", "4T7-KX9-M2Q", True, "2026-02-12T10:05:00Z", "0" * 64,
    "received", None, 1, "2026-02-12T10:06:00Z", "new", None, None,
)  # fmt: skip
STATES: dict[str, tuple[Connection, Outcome | None]] = {
    "sent": ("connected", None),
    "sent-offline": ("offline", None),
    "sent-received": ("connected", Received()),
    "sent-refused": ("connected", Refused("unknown-form")),
}


def sent(person: Person, saisine: Saisine) -> Iterator[tuple[str, Person]]:
    """From the preparation to the copy of the sheets, through all that can become of it."""
    visit, line = person.visit, person.visit._parts.line
    for name, trouble in (("sending", None), ("sending-trouble", sentence(DiskFull()))):
        person.shell.show_view(View(partial(Sending, trouble=trouble), saisine.form.short_title, "KX7F-4PMQ"))
        wait(10)
        yield name, person
    visit.show_sent(Prepared(saisine, papers.document(saisine, valmont()), sealed(), CODE, urgent=True))
    assert visit.sending
    for name, (connection, outcome) in STATES.items():
        line._say(connection)
        visit.sending._outcome = outcome
        visit.sending._again()
        wait(10)
        yield name, person
    person.touches("see")
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    yield "copy", person
    visit.show_sent(Prepared(_with_papers(saisine), b"", sealed(), CODE, urgent=False))
    wait(10)
    yield "sent-papers", person
    line._say("")


def _with_papers(saisine: Saisine) -> Saisine:
    """One of ten people, with none of whose papers anything was done."""
    whole = household()
    return replace(saisine, form=whole.form, way=whole.way)


def cancelling(person: Person) -> Iterator[tuple[str, Person]]:
    """From the code to the caisse's answer."""
    person.visit.cancel("")
    wait(10)
    yield "cancel", person
    person.types("cancel", CODE.replace("-", ""))
    yield "cancel-typed", person
    flow = person.visit.findChildren(Cancel)[-1]
    flow._looked(Cancelling(ROW, CODE, None))
    wait(10)
    yield "cancel-sure", person
    flow._asking = True
    person.shell.rebuild()
    wait(10)
    yield "cancel-asking", person
    flow._answered("taken")
    wait(10)
    yield "cancel-taken", person
