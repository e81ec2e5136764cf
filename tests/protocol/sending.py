"""A made-up caisse and a made-up terminal that sends to it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pyrage

from app.protocol import parcel, recipients, signatures
from app.protocol.parcel import Cover, Sealed
from app.protocol.recipients import Recipient

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
CAISSE = "999"
CANCEL = "ABCD-EFGH-JKLM"

IDENTITY = pyrage.x25519.Identity.generate()
SIGNING = signatures.new_key()
TERMINAL_KEY = signatures.new_key()
TERMINAL = str(UUID(int=7))
GATEWAY_KEY = signatures.new_key()
GATEWAY_PUBLIC = signatures.public_of(GATEWAY_KEY)

ANSWERS = b'{"name": "KOVALENKO", "nir": "2880399999012"}'
PDF = b"%PDF-1.7 KOVALENKO 2880399999012 %%EOF"


def a_recipient(caisse: str = CAISSE, identity: Any = IDENTITY, not_before: datetime = NOW) -> Recipient:
    return recipients.make(caisse, str(identity.to_public()), not_before)


def a_cover(**changes: Any) -> Cover:
    facts: dict[str, Any] = {
        "id": os.urandom(16), "counter": 1, "terminal": TERMINAL, "caisse": CAISSE, "form": "mas", "form_version": 1,
        "made_at": NOW, "clock": "checked", "priority": "normal", "cancel_code": CANCEL,
    }  # fmt: skip
    return Cover(**(facts | changes))


def sealed(*pieces: bytes, key: bytes = TERMINAL_KEY, to: Recipient | None = None, **changes: Any) -> Sealed:
    """A saisine on its way, with *pieces*, to the caisse's key or another."""
    return sealed_with(a_cover(**changes), [to or a_recipient()], key, pieces)


def sealed_with(cover: Cover, to: Sequence[Recipient], key: bytes, pieces: Sequence[bytes]) -> Sealed:
    """The same, of *cover*; the pièces are at hand."""
    made = tuple(parcel.seal_piece(cover.face, piece, to) for piece in pieces)
    sent = parcel.seal(cover, ANSWERS, PDF, to, key, [parcel.part("piece", one) for one in made])
    return replace(sent, pieces=made)
