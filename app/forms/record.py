"""What every request says of its making, in a fixed place whatever the form (people.md P1, P2, P4, P7, P9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.forms import before, contact, given, identity, signing
from app.models.fields import Tick
from app.models.form import Answers, Field
from app.models.kinds import Agreement
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


def _typed_by(saisine: Saisine) -> dict[str, str]:
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
    return _said(told)


def _identity(saisine: Saisine) -> dict[str, object]:
    """Declared, or a paper that the agent saw, by its nature alone: no number, no copy (P9)."""
    answers = saisine.way.answers
    if answers.value(identity.identity) != "seen":
        return {"checked": "declared"}
    return {"checked": "paper_seen", "paper": identity.paper_seen.show(answers.text(identity.paper_seen))}


def _consent(saisine: Saisine) -> dict[str, object]:
    """How it was given, when, by whom, and who took it down; opposing studies is another matter (P4).

    *signatures*: who signs, how and when; two persons in a form that wants both.
    """
    answers = saisine.way.answers
    how = signing.signed(answers)
    boxes = {field.name: answers.value(field) in (True, "yes") for field in _agreed(saisine.way)}
    told = {
        "mode": MODES[how.mode],
        "date": saisine.made_at.isoformat(timespec="seconds"),
        "informed_on": _day(saisine.way),
        "signer": signing.signer(answers),
        "signer_link": answers.text(identity.signer_link),
        "collected_by": how.by or answers.text(given.detector_name),
    }
    each = [_signature(answers, who, one) for who, one in signing.signatures(answers)]
    return {**_said(told), "boxes": boxes, "signatures": each}


def _signature(answers: Answers, who: signing.Signer, how: signing.Signed) -> dict[str, str]:
    """Who signs, how, and the day of a signature that was drawn; one by hand has its day beside it, on the paper."""
    day = how.day.isoformat() if how.day else ""
    return _said({"signer": signing.signer(answers, who), "mode": MODES[how.mode], "date": day, "by": how.by})


def _said(told: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in told.items() if text}


def _day(way: Path) -> str:
    day = way.answers.value(before.informed_on)
    return day.isoformat() if day else ""


def _agreed(way: Path) -> Iterator[Field[Any]]:
    """The boxes of the pages where something is agreed to or declared, and each consent that may be refused."""
    return (
        asked.field
        for page in way.pages
        for asked in page.asked
        if isinstance(asked.field, Agreement)
        or (page.step.name in ("consent", "declaration") and isinstance(asked.field, Tick))
    )


def _contact(way: Path) -> dict[str, object]:
    """Each answer of the contact pages by its name: the keys of options, and numbers as they are dialled (P7)."""
    values = {field.name: way.answers.value(field) for field in contact.FIELDS}
    letter = {"letter": "required"} if before.REMOTE.holds(way.answers) else {}
    where = {name: text for name, text in contact.letters(way.answers).items() if text}
    return {name: _plain(value) for name, value in values.items() if value is not None} | where | letter


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
