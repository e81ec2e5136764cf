"""Enrolling this terminal at a gateway, with the file that the caisse gave; for ``guichet setup``."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.protocol import enrolment as enrolments
from app.protocol import signatures
from app.protocol.enrolment import Enrolment, Granted
from app.protocol.errors import BadEnrolment
from app.store import enrolment as store
from app.sync.deliver import Refused, Unreachable
from app.sync.https import connected

if TYPE_CHECKING:
    from sqlite_utils import Database


class CodeRefused(Exception):
    """The gateway does not grant the code: used, expired, or never its own."""


class NoGateway(Exception):
    """The gateway gave no answer of its own; *why* is a code of ours. The same file may be tried again."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def enrol(db: Database, enrolment: Enrolment, name: str) -> str:
    """Enrol this terminal under *name* and keep what it is granted; gives its id. Raises CodeRefused, NoGateway.

    An earlier enrolment stays until the new one is granted. The key is kept before the question is asked: when the
    answer is lost, the same question gets the same answer.
    """
    granted, times = ask(enrolment, store.signing_key(db), name)
    store.save(db, enrolment, granted, times)
    return granted.terminal


def ask(enrolment: Enrolment, key: bytes, name: str) -> tuple[Granted, tuple[datetime, datetime]]:
    """What the gateway grants, and when, by its clock and by ours; one question, no database."""
    body = enrolments.request(enrolment, signatures.public_of(key), name)
    with connected(enrolment.gateway, "", enrolment.receipt_key) as gateway:
        answer = gateway.enrol(body)
    if isinstance(answer, Refused):
        raise CodeRefused
    if not isinstance(answer, bytes) or gateway.heard is None:
        raise NoGateway(answer.why if isinstance(answer, Unreachable) else "answer")
    try:
        return enrolments.granted(answer), gateway.heard
    except BadEnrolment:
        raise NoGateway("answer") from None
