"""Sealing a part: ``age(zip, stored)`` to every key of the caisse in use (security.md, Sealing).

Opening is another module, so that the gateway, which must not, has no way to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from app.protocol.archive import zipped
from app.protocol.errors import Untrusted
from app.protocol.manifest import Role
from app.protocol.text import canonical, sha256

CONTENTS = "contents.json"
SAISINE = "saisine.json"
FORM_PDF = "formulaire.pdf"
PIECE_PDF = "piece.pdf"

INSIDE: Mapping[Role, tuple[str, ...]] = {"form": (SAISINE, FORM_PDF), "piece": (PIECE_PDF,)}
"""The files of a part, beside its contents and its padding."""


@dataclass(frozen=True)
class Contents:
    """What a part says of itself, inside: it is compared with the manifest."""

    id: str
    role: Role
    reference: str
    form: str
    form_version: int
    sha256: Mapping[str, str]


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each plaintext."""
    return {name: sha256(data) for name, data in files.items()}


def seal_part(contents: Contents, files: Mapping[str, bytes], recipients: Sequence[str]) -> bytes:
    """The sealed part that holds *files*; *recipients*: age keys. Raises Untrusted for one that is no key."""
    import pyrage

    plain = zipped({CONTENTS: canonical(asdict(contents)), **files})
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError:
        raise Untrusted from None
    sealed: bytes = pyrage.encrypt(plain, keys)
    return sealed
