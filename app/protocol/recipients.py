"""The keys parts are sealed to: each is signed by its caisse, whose signing key came with the enrolment file.

The gateway hands them out and cannot make one (security.md, Caisse keys).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from app.protocol import envelope, moments, signatures
from app.protocol.envelope import Envelope
from app.protocol.errors import BadSignature, Untrusted
from app.protocol.text import canonical


@dataclass(frozen=True)
class Recipient:
    """*recipient*: the age key, ``age1…``; *not_before*: from when it may be used."""

    caisse: str
    key_id: str
    recipient: str
    not_before: str


def make(caisse: str, recipient: str, not_before: datetime) -> Recipient:
    """The age key *recipient* of *caisse*, under the name that is made from it."""
    return Recipient(caisse, signatures.key_id(recipient.encode()), recipient, moments.written(not_before))


def sign(recipient: Recipient, key: bytes) -> Envelope:
    """What the caisse gives away, signed with its private *key*."""
    body = canonical(asdict(recipient))
    return Envelope(body, signatures.sign(key, "keys", body))


def verify(signed: object, keys: Mapping[str, bytes]) -> Recipient:
    """The recipient in the JSON value *signed*; *keys*: caisse → its public signing key.

    Raises Untrusted when it is unsigned, signed by anyone but that caisse, or of a caisse we have no key of.
    """
    try:
        found = envelope.opened(signed)
        recipient = Recipient(**json.loads(found.body))
        signatures.verify(keys[recipient.caisse], "keys", found.body, found.signature)
        if not _sound(recipient):
            raise Untrusted
    except (BadSignature, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Untrusted from None
    return recipient


def _sound(recipient: Recipient) -> bool:
    moments.read(recipient.not_before)
    shaped = re.fullmatch("age1[0-9a-z]{58}", recipient.recipient) is not None
    return shaped and recipient.key_id == signatures.key_id(recipient.recipient.encode())


def active(recipients: Iterable[Recipient], caisse: str, at: datetime) -> tuple[Recipient, ...]:
    """Those of *caisse* that may be used *at* that moment, in the order of their names."""
    begun = [known for known in recipients if known.caisse == caisse and moments.read(known.not_before) <= at]
    return tuple(sorted(begun, key=lambda known: known.key_id))
