"""Everything a terminal sends for one saisine, made once: whatever is sent again is these same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.models.reference import reference
from app.protocol import moments, signatures
from app.protocol.cancel import cancel_sha256
from app.protocol.errors import NoRecipient, Untrusted
from app.protocol.manifest import Clock, Manifest, Part, Priority, Role
from app.protocol.package import pack
from app.protocol.recipients import Recipient
from app.protocol.sealing import FORM_PDF, PIECE_PDF, SAISINE, Contents, hashes, seal_part
from app.protocol.text import sha256


@dataclass(frozen=True)
class Cover:
    """What is written outside: ids are 16 bytes, *made_at* has its zone, *counter* was never used before."""

    id: bytes
    counter: int
    terminal: str
    caisse: str
    form: str
    form_version: int
    made_at: datetime
    clock: Clock
    priority: Priority
    cancel_code: str = field(repr=False)
    replaces: bytes | None = None


@dataclass(frozen=True)
class Sealed:
    """A signed manifest and its sealed parts."""

    manifest: Manifest
    manifest_bytes: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    form: bytes = field(repr=False)
    pieces: tuple[bytes, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """The id as it stands in addresses."""
        return self.manifest.id

    @property
    def manifest_sha256(self) -> str:
        """What a receipt has to name."""
        return sha256(self.manifest_bytes)

    @property
    def package(self) -> bytes:
        """The body of the PUT: the pièces follow by themselves."""
        return pack(self.manifest_bytes, self.signature, [self.form])

    @property
    def stick(self) -> bytes:
        """The ``.saisine`` file, with the pièces inside."""
        return pack(self.manifest_bytes, self.signature, [self.form, *self.pieces])


def seal(
    cover: Cover,
    saisine_json: bytes,
    pdf: bytes,
    recipients: Sequence[Recipient],
    key: bytes,
    pieces: Sequence[bytes] = (),
) -> Sealed:
    """The saisine of *cover*, sealed to *recipients* and signed with the terminal's private *key*.

    *pieces*: one PDF each. Raises NoRecipient when there is none, Untrusted when one is another caisse's.
    """
    if not recipients:
        raise NoRecipient
    if any(recipient.caisse != cover.caisse for recipient in recipients):
        raise Untrusted
    files: list[tuple[Role, Mapping[str, bytes]]] = [("form", {SAISINE: saisine_json, FORM_PDF: pdf})]
    files += [("piece", {PIECE_PDF: piece}) for piece in pieces]
    ages = [recipient.recipient for recipient in recipients]
    parts = [(role, seal_part(_contents(cover, role, inside), inside, ages)) for role, inside in files]
    manifest = _manifest(cover, recipients, parts)
    written = manifest.to_bytes()
    (_role, form), *others = parts
    signature = signatures.sign(key, "manifest", written)
    return Sealed(manifest, written, signature, form, tuple(piece for _role, piece in others))


def _contents(cover: Cover, role: Role, files: Mapping[str, bytes]) -> Contents:
    return Contents(str(UUID(bytes=cover.id)), role, reference(cover.id), cover.form, cover.form_version, hashes(files))


def _manifest(cover: Cover, recipients: Sequence[Recipient], parts: Sequence[tuple[Role, bytes]]) -> Manifest:
    return Manifest(
        id=str(UUID(bytes=cover.id)),
        counter=cover.counter,
        terminal=cover.terminal,
        caisse=cover.caisse,
        form=cover.form,
        form_version=cover.form_version,
        key_ids=tuple(recipient.key_id for recipient in recipients),
        made_at=moments.written(cover.made_at),
        clock=cover.clock,
        priority=cover.priority,
        reference=reference(cover.id),
        cancel_sha256=cancel_sha256(cover.id, cover.cancel_code),
        parts=tuple(Part(role, sha256(sealed), len(sealed)) for role, sealed in parts),
        replaces=str(UUID(bytes=cover.replaces)) if cover.replaces else None,
    )
