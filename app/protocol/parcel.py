"""Everything a terminal sends for one saisine, made once: whatever is sent again is these same bytes.

Pièces are sealed one after the other, before the rest: the manifest only needs their hashes and sizes.
"""

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
class Face:
    """What every part says, inside, of the saisine it is of; *id* is 16 bytes."""

    id: bytes
    caisse: str
    form: str
    form_version: int


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

    @property
    def face(self) -> Face:
        """What of it stands in each part."""
        return Face(self.id, self.caisse, self.form, self.form_version)


@dataclass(frozen=True)
class Sealed:
    """A signed manifest and its sealed parts; *pieces*: those that are at hand, while the store holds the others."""

    manifest: Manifest
    manifest_bytes: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    form: bytes = field(repr=False)
    pieces: tuple[bytes, ...] = field(default=(), repr=False)

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
        """The ``.saisine`` file, with the pièces that are at hand inside."""
        return pack(self.manifest_bytes, self.signature, [self.form, *self.pieces])


def seal_piece(face: Face, pdf: bytes, recipients: Sequence[Recipient]) -> bytes:
    """The part that holds the pièce *pdf*, for the saisine of *face*. Raises what ``seal`` raises."""
    return _sealed(face, "piece", {PIECE_PDF: pdf}, recipients)


def part(role: Role, sealed: bytes) -> Part:
    """What the manifest says of a *sealed* part."""
    return Part(role, sha256(sealed), len(sealed))


def seal(
    cover: Cover,
    saisine_json: bytes,
    pdf: bytes,
    recipients: Sequence[Recipient],
    key: bytes,
    pieces: Sequence[Part] = (),
) -> Sealed:
    """The saisine of *cover*, sealed to *recipients* and signed with the terminal's private *key*.

    *pieces*: those that were sealed before, to the same. Raises NoRecipient when there is no recipient, Untrusted when
    one is another caisse's.
    """
    form = _sealed(cover.face, "form", {SAISINE: saisine_json, FORM_PDF: pdf}, recipients)
    manifest = _manifest(cover, recipients, (part("form", form), *pieces))
    written = manifest.to_bytes()
    return Sealed(manifest, written, signatures.sign(key, "manifest", written), form)


def _sealed(face: Face, role: Role, files: Mapping[str, bytes], recipients: Sequence[Recipient]) -> bytes:
    if not recipients:
        raise NoRecipient
    if any(recipient.caisse != face.caisse for recipient in recipients):
        raise Untrusted
    contents = Contents(str(UUID(bytes=face.id)), role, reference(face.id), face.form, face.form_version, hashes(files))
    return seal_part(contents, files, [recipient.recipient for recipient in recipients])


def _manifest(cover: Cover, recipients: Sequence[Recipient], parts: tuple[Part, ...]) -> Manifest:
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
        parts=parts,
        replaces=str(UUID(bytes=cover.replaces)) if cover.replaces else None,
    )
