"""Key files. The caisse's private keys are made and stay there; what it gives away is in ``<caisse>.public.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from app.gateway.errors import Refusal
from app.gateway.files import write
from app.protocol import envelope, signatures
from app.protocol.envelope import Envelope
from app.protocol.text import b64, canonical, unb64

RECEIPT_KEY = "receipt.key"
"""The gateway's own: receipts, signed times, tokens."""


@dataclass(frozen=True)
class PublicKeys:
    """What a caisse gives away: its public signing key, and the age keys it has signed."""

    caisse: str
    signing_key: bytes
    recipients: tuple[Envelope, ...]

    def to_bytes(self) -> bytes:
        """As its file."""
        signed = [one.value() for one in self.recipients]
        return canonical({"caisse": self.caisse, "signing_key": b64(self.signing_key), "recipients": signed}) + b"\n"


def private_key(place: Path) -> bytes:
    """The Ed25519 private key in the file *place*, made when there is none; Refusal when it is something else."""
    if not place.exists():
        write(place, f"{b64(signatures.new_key())}\n".encode())
    return read_private_key(place)


def read_private_key(place: Path) -> bytes:
    """The same, of a file that has to be there."""
    try:
        key = unb64(place.read_text("ascii").strip())
    except (OSError, ValueError):
        raise _unreadable(place) from None  # the chain would carry a piece of the file
    if len(key) != 32:
        raise _unreadable(place)
    return key


def public_keys(place: Path) -> PublicKeys:
    """What the file *place* of a caisse says, not verified yet; Refusal when it is something else."""
    try:
        told = json.loads(place.read_bytes())
        signed = tuple(envelope.opened(one) for one in told["recipients"])
        return PublicKeys(str(told["caisse"]), unb64(told["signing_key"]), signed)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _unreadable(place) from None


def identities(place: Path) -> tuple[str, ...]:
    """The age private keys in the file *place*, as age-keygen writes them; Refusal when there is none."""
    try:
        lines = place.read_text("ascii").splitlines()
    except (OSError, ValueError):
        raise _unreadable(place) from None
    found = tuple(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-1"))
    if not found:
        raise _unreadable(place)
    return found


def _unreadable(place: Path) -> Refusal:
    return Refusal("key-unreadable", f"Ce fichier de clé ne se lit pas : {place.name}.")
