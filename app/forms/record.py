"""What every request says of its making, in a fixed place whatever the form (people.md P1, P2, P4, P7, P9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.forms import before, contact, given, identity, signing
from app.models.fields import Tick
from app.models.form import Field
from app.models.path import Path
from app.models.saisine import Saisine

CAPACITY = {"me": "self", "child": "parent", "helped": "helper", "absent": "helper_of_absent", "guardian": "guardian"}
"""Who typed, by the answer to « Pour qui faites-vous cette demande ? »."""

MODES = {
    "drawn": "signed_here",
    "paper": "signed_on_paper",
    "attested": "attested_by_agent",
    "informed": "informed_at_a_distance",
    "nothing": "nothing",
}


def record(saisine: Saisine, *, to_check: bool) -> dict[str, object]:
    """Who typed, in what capacity, on what basis; the agreement; the identity; how to reach the person.

    *to_check*: the person does not know their caisse (« rattachement à vérifier »).
    """
    return {
        "caisse_to_check": to_check,
        "typed_by": _typed_by(saisine),
        "identity": _identity(saisine),
        "consent": _consent(saisine),
        "contact": _contact(saisine.way),
    }


def _typed_by(saisine: Saisine) -> dict[str, object]:
    answers = saisine.way.answers
    told = {
        "capacity": CAPACITY.get(answers.text(before.for_whom), ""),
        "terminal": answers.text(given.mode),
        "meeting": answers.text(before.meeting),
        "name": answers.text(before.helper_name),
        "basis": answers.text(before.basis),
        "guardianship_decision": answers.text(before.decision),
        "interpreter": answers.text(before.interpreter),
        "aidants_connect_mandate": answers.text(before.mandate),
    }
    return {name: text for name, text in told.items() if text}


def _identity(saisine: Saisine) -> dict[str, object]:
    """Declared, or a paper that the agent saw, by its nature alone: no number, no copy (P9)."""
    answers = saisine.way.answers
    if answers.value(identity.identity) != "seen":
        return {"checked": "declared"}
    return {"checked": "paper_seen", "paper": identity.paper_seen.show(answers.text(identity.paper_seen))}


def _consent(saisine: Saisine) -> dict[str, object]:
    """How it was given, when, by whom, and who took it down; opposing studies is another matter (P4)."""
    answers = saisine.way.answers
    how = signing.signed(answers)
    boxes = {field.name: answers.value(field) is True for field in _agreed(saisine.way)}
    told = {
        "mode": MODES[how.mode],
        "date": saisine.made_at.isoformat(timespec="seconds"),
        "informed_on": _day(saisine.way),
        "signer": signing.signer(answers),
        "signer_link": answers.text(identity.signer_link),
        "collected_by": how.by or answers.text(given.detector_name),
    }
    return {**{name: text for name, text in told.items() if text}, "boxes": boxes}


def _day(way: Path) -> str:
    day = way.answers.value(before.informed_on)
    return day.isoformat() if day else ""


def _agreed(way: Path) -> Iterator[Field[Any]]:
    """The boxes of the pages where something is agreed to or declared."""
    return (
        asked.field
        for page in way.pages
        if page.step.name in ("consent", "declaration")
        for asked in page.asked
        if isinstance(asked.field, Tick)
    )


def _contact(way: Path) -> dict[str, object]:
    """Each answer of the contact pages by its name: the keys of options, and numbers as they are dialled (P7)."""
    values = {field.name: way.answers.value(field) for field in contact.FIELDS}
    letter = {"letter": "required"} if before.REMOTE.holds(way.answers) else {}
    return {name: _plain(value) for name, value in values.items() if value is not None} | letter


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
