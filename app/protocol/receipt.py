"""The receipt: the gateway's signed word that it holds the parts; only then may a terminal delete them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.protocol import envelope, signatures
from app.protocol import manifest as manifests
from app.protocol.envelope import Envelope
from app.protocol.errors import BadReceipt, BadSignature, OtherManifest
from app.protocol.manifest import Manifest
from app.protocol.text import canonical, sha256


@dataclass(frozen=True)
class Receipt:
    """*held*, *missing*: hashes of the parts of the manifest, in its order."""

    id: str
    reference: str
    manifest_sha256: str
    held: tuple[str, ...]
    missing: tuple[str, ...]
    received_at: str
    gateway_key_id: str

    @property
    def complete(self) -> bool:
        """Whether nothing is missing: the terminal may delete what it sent."""
        return not self.missing

    def signed(self, key: bytes) -> Envelope:
        """As it is sent, signed with the gateway's private *key*."""
        body = canonical(vars(self))
        return Envelope(body, signatures.sign(key, "receipt", body))


def make(manifest: Manifest, held: frozenset[str], received_at: str, key: bytes) -> Envelope:
    """The receipt of *manifest*, of which the parts *held* are durable: the same bytes for the same facts."""
    hashes = [part.sha256 for part in manifest.parts]
    return Receipt(
        manifest.id,
        manifest.reference,
        sha256(manifest.to_bytes()),
        tuple(part for part in hashes if part in held),
        tuple(part for part in hashes if part not in held),
        received_at,
        signatures.key_id(signatures.public_of(key)),
    ).signed(key)


def read(raw: bytes, gateway_key: bytes) -> Receipt:
    """The receipt in an answer or a file; BadReceipt unless it is signed by *gateway_key* (public)."""
    try:
        found = envelope.parse(raw)
        signatures.verify(gateway_key, "receipt", found.body, found.signature)
        told = json.loads(found.body)
        return Receipt(**{**told, "held": tuple(told["held"]), "missing": tuple(told["missing"])})
    except (BadSignature, ValueError, TypeError, KeyError, RecursionError):
        raise BadReceipt from None


def verify(raw: bytes, gateway_key: bytes, manifest_bytes: bytes) -> Receipt:
    """The same, of the manifest that was sent; OtherManifest for a true receipt of another one.

    Raises BadReceipt too when the receipt forgets a part, or names one that was not announced.
    """
    receipt = read(raw, gateway_key)
    manifest = manifests.parse(manifest_bytes)
    if (receipt.id, receipt.manifest_sha256) != (manifest.id, sha256(manifest_bytes)):
        raise OtherManifest
    if sorted(receipt.held + receipt.missing) != sorted(part.sha256 for part in manifest.parts):
        raise BadReceipt
    return receipt
