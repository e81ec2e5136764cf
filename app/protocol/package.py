"""The tar of a saisine: body of the PUT, file on a stick, attachment of a mail (protocol.md, One format)."""

from __future__ import annotations

import io
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
    try:
        with tarfile.open(fileobj=io.BytesIO(raw), mode="r:") as tar:
            entries = tar.getmembers()
            files = {entry.name: _read(tar, entry) for entry in entries}
    except (tarfile.TarError, EOFError, ValueError, OverflowError, OSError):
        raise BadPackage from None
    if len(files) != len(entries):
        raise BadPackage
    return files


def _read(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(entry) if entry.type == tarfile.REGTYPE and not entry.sparse else None
    if file is None:  # a folder, a link: nothing of ours
        raise BadPackage
    return file.read()
