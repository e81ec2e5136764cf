"""The manifest: all that may be read of a saisine on its way (protocol.md, Manifest)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from app.models.reference import reference
from app.protocol import moments
from app.protocol.errors import BadManifest
from app.protocol.text import canonical

PROTOCOL = 1

Clock = Literal["checked", "unchecked"]
Priority = Literal["normal", "urgent"]
Role = Literal["form", "piece"]

UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SHA256_SHAPE = "[0-9a-f]{64}"

SHAPES = {
    "id": UUID_SHAPE,
    "terminal": UUID_SHAPE,
    "replaces": UUID_SHAPE,
    "caisse": "[0-9A-Z]{1,8}",
    "form": "[a-z0-9][a-z0-9-]{0,31}",
    "clock": "checked|unchecked",
    "priority": "normal|urgent",
    "cancel_sha256": SHA256_SHAPE,
}
"""What each text may look like: ids, codes and hashes have no room for a name."""

LARGEST = 2**53 - 1
"""Numbers beyond are not the same in every reader of JSON."""


@dataclass(frozen=True)
class Part:
    """A sealed part: its role, its hash, its size in bytes."""

    role: Role
    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """The fields of protocol.md; the form part is the first of *parts*, and the only one of its role."""

    id: str
    counter: int
    terminal: str
    caisse: str
    form: str
    form_version: int
    key_ids: tuple[str, ...]
    made_at: str
    clock: Clock
    priority: Priority
    reference: str
    cancel_sha256: str
    parts: tuple[Part, ...]
    replaces: str | None = None

    def to_bytes(self) -> bytes:
        """The one way it is written; its signature and its hash are over these bytes."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        return canonical({**said, "parts": [vars(part) for part in self.parts], "protocol": PROTOCOL})


def parse(raw: bytes) -> Manifest:
    """The manifest that *raw* is; BadManifest when a field is missing, unknown, misshapen or written otherwise."""
    try:
        manifest = _read(json.loads(raw))
        if not _sound(manifest) or manifest.to_bytes() != raw:
            raise BadManifest
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadManifest from None
    return manifest


def _read(told: dict[str, Any]) -> Manifest:
    told.pop("protocol")  # its value is compared with the rest
    parts = tuple(Part(**part) for part in told.pop("parts"))
    key_ids = tuple(told.pop("key_ids"))
    return Manifest(**told, key_ids=key_ids, parts=parts)


def _sound(manifest: Manifest) -> bool:
    numbers = (manifest.counter, manifest.form_version, *(part.size for part in manifest.parts))
    moments.read(manifest.made_at)
    return (
        all(_shaped(name, getattr(manifest, name)) for name in SHAPES)
        and all(type(number) is int and 0 <= number <= LARGEST for number in numbers)
        and manifest.reference == reference(UUID(manifest.id).bytes)
        and bool(manifest.key_ids)
        and all(re.fullmatch("[0-9a-f]{16}", key) for key in manifest.key_ids)
        and _complete(manifest.parts)
    )


def _shaped(name: str, text: str | None) -> bool:
    if text is None:
        return name == "replaces"
    return re.fullmatch(SHAPES[name], text) is not None


def _complete(parts: tuple[Part, ...]) -> bool:
    hashes = [part.sha256 for part in parts]
    return (
        [part.role for part in parts] == ["form"] + ["piece"] * (len(parts) - 1)
        and all(re.fullmatch(SHA256_SHAPE, text) for text in hashes)
        and len(set(hashes)) == len(hashes)
    )
