"""Submitting: the paper and the sealed bytes are made first, then one short transaction keeps them (decision 5).

Pièces come before: for each in turn ``piece`` (store), ``seal_piece`` (slow, no store), ``stage`` (store), so that one
alone is in memory; then ``prepare`` and ``queue``, as without any. Whoever begins again begins with ``unstage``.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.actions import papers
from app.forms.recipient import Recipient, recipient
from app.forms.urgency import is_urgent
from app.models import code as codes
from app.models.caisse import Caisse
from app.models.pieces import Kept
from app.models.saisine import Saisine
from app.protocol import parcel, recipients
from app.protocol.errors import NoRecipient, Untrusted
from app.protocol.manifest import Part
from app.protocol.parcel import Cover, Face, Sealed
from app.protocol.text import sha256
from app.store import drafts, enrolment, outbox, parts, pieces
from app.store.drafts import Keys
from app.store.enrolment import Enrolled
from app.store.errors import StoreDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

DOUBT = timedelta(minutes=10)
"""A clock further than this from the gateway's is not checked (security.md, Clocks)."""


@dataclass(frozen=True)
class Start:
    """What a submission needs from the store: the *enrolled* terminal, and a number of its own."""

    enrolled: Enrolled
    counter: int


@dataclass(frozen=True)
class Prepared:
    """A request that is ready to be queued; *pdf* is what was sealed, *cancel_code* as it is shown (4-4-4)."""

    saisine: Saisine
    pdf: bytes = field(repr=False)
    sealed: Sealed
    cancel_code: str = field(repr=False)
    urgent: bool

    @property
    def reference(self) -> str:
        """What people quote, as it is printed."""
        return self.saisine.reference


def start(db: Database) -> Start | None:
    """What the next submission needs; None when nothing can be sent from here: paper."""
    enrolled = enrolment.enrolled(db)
    return Start(enrolled, enrolment.next_counter(db)) if enrolled else None


def can_send(to: Recipient, enrolled: Enrolled | None, form: str, now: datetime) -> bool:
    """Whether *form* can go to that body from here: it is a caisse with its facts (P4), a gateway, a key in use."""
    if to.caisse is None or enrolled is None or to.caisse.lacking(form):
        return False
    return bool(keys_in_use(enrolled, to.caisse.code, now))


def keys_in_use(enrolled: Enrolled, caisse: str, now: datetime) -> tuple[recipients.Recipient, ...]:
    """The keys of *caisse* that its own signature vouches for; the gateway's time is a lower bound of *now*."""
    at = max(now, enrolled.heard_at) if enrolled.heard_at else now
    return recipients.active(_trusted(enrolled), caisse, at)


def _trusted(enrolled: Enrolled) -> Iterable[recipients.Recipient]:
    for signed in enrolled.recipients:
        try:
            yield recipients.verify(signed, enrolled.keys)
        except Untrusted:
            continue


def unstage(db: Database, keys: Keys) -> None:
    """Forget the pièces that were staged before for this draft; they are sealed again."""
    parts.unstage(db, keys.id)


def piece(db: Database, keys: Keys, kept: Kept) -> bytes:
    """The PDF of *kept*, to be sealed; StoreDamaged when it is not the one that the saisine tells of."""
    pdf = pieces.read(db, keys, kept.path)
    if sha256(pdf) != kept.sha256:
        raise StoreDamaged
    return pdf


def seal_piece(saisine: Saisine, local: Caisse, begun: Start, now: datetime, pdf: bytes) -> bytes:
    """A pièce of *saisine*, sealed to the person's caisse. Slow; nothing is kept. Raises as ``prepare``."""
    to = _caisse(saisine, local, begun, now)
    face = Face(saisine.id, to.code, saisine.form.id, saisine.form.version)
    return parcel.seal_piece(face, pdf, keys_in_use(begun.enrolled, to.code, now))


def stage(db: Database, keys: Keys, sealed: bytes) -> Part:
    """Keep a *sealed* pièce beside its draft, with which it would go; what ``prepare`` has to know of it."""
    return parts.stage(db, keys.id, sealed)


def stage_all(
    db: Database, keys: Keys, saisine: Saisine, local: Caisse, begun: Start, now: datetime
) -> tuple[Part, ...]:
    """Read, seal and stage the pièces of *saisine*, one after the other: for a command, which may wait for it."""
    unstage(db, keys)
    return tuple(
        stage(db, keys, seal_piece(saisine, local, begun, now, piece(db, keys, kept))) for kept in saisine.kept.values()
    )


def prepare(
    saisine: Saisine,
    local: Caisse,
    begun: Start,
    now: datetime,
    folder: Path | None = None,
    staged: Sequence[Part] = (),
) -> Prepared:
    """The paper of *saisine*, and its bytes sealed to the person's caisse. Slow; nothing is kept.

    *folder*: the terminal's data, where a caisse's official forms lie. *staged*: its pièces, with the same *now*.

    Raises NoRecipient where ``can_send`` is false: the answers are then sealed to nobody.
    """
    to = _caisse(saisine, local, begun, now)
    told_by = clock(begun.enrolled, now)
    saisine = replace(saisine, hour_checked=told_by == "checked")
    pdf, urgent, cancel_code = papers.document(saisine, local, folder), is_urgent(saisine.way.answers), _cancel_code()
    sealed = parcel.seal(
        _cover(saisine, begun, to.code, cancel_code, urgent=urgent, clock=told_by),
        papers.told(saisine, local),
        pdf,
        keys_in_use(begun.enrolled, to.code, now),
        begun.enrolled.key,
        staged,
    )
    return Prepared(saisine, pdf, sealed, cancel_code, urgent)


def _caisse(saisine: Saisine, local: Caisse, begun: Start, now: datetime) -> Caisse:
    to = recipient(saisine.way.answers, local)
    if to.caisse is None or not can_send(to, begun.enrolled, saisine.form.id, now):
        raise NoRecipient
    return to.caisse


def _cover(
    saisine: Saisine,
    begun: Start,
    caisse: str,
    cancel_code: str,
    *,
    urgent: bool,
    clock: Literal["checked", "unchecked"],
) -> Cover:
    return Cover(
        id=saisine.id,
        counter=begun.counter,
        terminal=begun.enrolled.terminal,
        caisse=caisse,
        form=saisine.form.id,
        form_version=saisine.form.version,
        made_at=saisine.made_at,
        clock=clock,
        priority="urgent" if urgent else "normal",
        cancel_code=cancel_code,
    )


def _cancel_code() -> str:
    return codes.shown("".join(secrets.choice(codes.ALPHABET) for _ in range(12)))


def clock(enrolled: Enrolled, now: datetime) -> Literal["checked", "unchecked"]:
    """Whether this clock, *now*, agrees with what the gateway has last said of the time."""
    if enrolled.heard_at is None or enrolled.clock_off is None:
        return "unchecked"
    late = now < enrolled.heard_at - DOUBT
    return "unchecked" if late or abs(enrolled.clock_off) > DOUBT.total_seconds() else "checked"


def queue(db: Database, prepared: Prepared, draft: bytes | None) -> None:
    """Keep it, and its staged pièces, to be sent, and destroy the *draft* it was made from: all or none; short.

    Raises DraftErased when that draft was erased or submitted before, and the situations of ``app.store.errors``.
    """
    outbox.queue(db, prepared.sealed, draft)


def tidy(db: Database) -> None:
    """Take away what is left, without a key, of drafts that had pièces: not as short, and nobody waits for it."""
    drafts.sweep(db)
