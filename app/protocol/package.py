"""The tar of a saisine: body of the PUT, file on a stick, attachment of a mail (protocol.md, One format)."""

from __future__ import annotations

import io
import struct
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.protocol import manifest as manifests
from app.protocol.errors import BadPackage
from app.protocol.manifest import Manifest, Part
from app.protocol.text import sha256

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
FORM = "form.age"

BLOCK = 512
HEADER = struct.Struct("100s 24x 12s 20x 1s 100x 5s 83x 155s 12x")
"""Of an entry of a tar (POSIX, ustar): name, size, kind, magic, prefix of the name; the manifest is the true sum."""


@dataclass(frozen=True)
class Package:
    """What a tar holds: *parts* by their hash, those of its manifest that it carries."""

    manifest: Manifest
    manifest_bytes: bytes
    signature: bytes
    parts: Mapping[str, bytes]


def names(manifest: Manifest) -> dict[str, Part]:
    """The name of each part in the tar: ``form.age``, ``piece-1.age``, …"""
    return {f"piece-{n}.age" if n else FORM: part for n, part in enumerate(manifest.parts)}


def pack(manifest: bytes, signature: bytes, parts: Sequence[bytes]) -> bytes:
    """The tar of a signed *manifest* and the first of its *parts*: the same bytes every time."""
    files = {MANIFEST: manifest, SIGNATURE: signature}
    for n, part in enumerate(parts):
        files[f"piece-{n}.age" if n else FORM] = part
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)  # 1970, nobody: nothing of the machine or the hour
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def unpack(raw: bytes) -> Package:
    """What the tar *raw* holds; BadPackage unless it is a manifest, a signature, the form part and pièces of it.

    Raises BadManifest too. The signature is not checked: its key is not known here.
    """
    files = _files(raw)
    manifest_bytes, signature = files.pop(MANIFEST, b""), files.pop(SIGNATURE, b"")
    manifest = manifests.parse(manifest_bytes)
    known = names(manifest)
    if FORM not in files or not files.keys() <= known.keys():
        raise BadPackage
    if any((sha256(data), len(data)) != (known[name].sha256, known[name].size) for name, data in files.items()):
        raise BadPackage
    return Package(manifest, manifest_bytes, signature, {known[name].sha256: data for name, data in files.items()})


def _files(raw: bytes) -> dict[str, bytes]:
    """The entries of a tar of plain files; BadPackage for another entry, a name twice, or bytes after the end.

    tarfile reads whatever a tape could hold, and takes five times as long.
    """
    files: dict[str, bytes] = {}
    place = 0
    while any(header := raw[place : place + BLOCK]):
        name, size = _entry(header)
        place += BLOCK
        if name in files or place + size > len(raw):
            raise BadPackage
        files[name] = raw[place : place + size]
        place += size + -size % BLOCK
    if place + BLOCK > len(raw) or raw.count(0, place) != len(raw) - place:
        raise BadPackage
    return files


def _entry(header: bytes) -> tuple[str, int]:
    """The name and the size that a *header* says; BadPackage unless it is of a plain file."""
    try:
        name, size, kind, magic, prefix = HEADER.unpack(header)
        if kind not in b"0\0" or magic != b"ustar" or any(prefix):
            raise BadPackage
        return name.rstrip(b"\0").decode("ascii"), _octal(size)
    except (struct.error, ValueError):
        raise BadPackage from None


def _octal(field: bytes) -> int:
    digits = field.rstrip(b" \0")
    if not digits.isdigit():  # int() takes signs and spaces
        raise BadPackage
    return int(digits, 8)
