"""« Annuler ma demande » at the terminal that sent it (people.md P16): find, ask the gateway if need be, finish."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from app.protocol.cancel import cancel_sha256
from app.store import enrolment, outbox
from app.store.enrolment import Enrolled
from app.store.outbox import Row
from app.sync.deliver import NotEnrolled, Stop
from app.sync.https import connected

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Cancelling:
    """The request whose cancel code was typed."""

    row: Row
    code: str = field(repr=False)
    enrolled: Enrolled | None

    @property
    def done(self) -> bool:
        """Whether it was withdrawn before."""
        return self.row.state == "withdrawn"

    @property
    def local(self) -> bool:
        """Whether no gateway can have it: it never left, or was refused."""
        return self.row.state == "refused" or (self.row.state == "waiting" and not self.row.tries)


def find(db: Database, code: str) -> Cancelling | None:
    """The request that the typed *code* (4-4-4) withdraws; None: none of this terminal. Short."""
    for row in outbox.listed(db):
        if hmac.compare_digest(cancel_sha256(UUID(row.id).bytes, code), row.cancel_sha256):
            return Cancelling(row, code, enrolment.enrolled(db))
    return None


def ask(cancelling: Cancelling) -> Literal["withdrawn", "taken"] | Stop:
    """Whether it may be withdrawn; asks the gateway only when that may have it. Touches no database.

    On Unreachable nothing is decided: it may be there, and the person has to come back to it.
    """
    if cancelling.done or cancelling.local:
        return "withdrawn"
    if cancelling.row.status in ("taken", "solved"):
        return "taken"
    if cancelling.enrolled is None:
        return NotEnrolled()
    known = cancelling.enrolled
    with connected(known.gateway, known.token, known.receipt_key) as gateway:
        return gateway.withdraw(cancelling.row.id, cancelling.code)


def finish(db: Database, cancelling: Cancelling) -> bool:
    """Destroy what this terminal still holds of it; False when it was sent meanwhile: ask again."""
    return cancelling.done or outbox.withdraw(db, cancelling.row.id, tries=cancelling.row.tries)
