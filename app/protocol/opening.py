"""Opening a part, at the caisse, and refusing one that is not what its manifest says. Never loaded at the gateway."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from app.protocol.archive import unzipped
from app.protocol.errors import NotForThisKey, PartDamaged, WrongPart
from app.protocol.manifest import Manifest, Part
from app.protocol.sealing import CONTENTS, INSIDE, Contents, hashes
from app.protocol.text import sha256


def open_part(sealed: bytes, part: Part, manifest: Manifest, identities: Sequence[str]) -> dict[str, bytes]:
    """The files of a *sealed* part, by name; *identities*: the caisse's private keys, ``AGE-SECRET-KEY-1…``.

    Raises PartDamaged, NotForThisKey, and WrongPart when id, reference, form or a hash inside is not the right one.
    """
    if sha256(sealed) != part.sha256 or len(sealed) != part.size:
        raise PartDamaged
    try:
        files = unzipped(_decrypted(sealed, identities))
        contents = Contents(**json.loads(files.pop(CONTENTS)))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise WrongPart from None
    if contents != _expected(manifest, part, files):
        raise WrongPart
    return files


def _expected(manifest: Manifest, part: Part, files: Mapping[str, bytes]) -> Contents:
    if set(files) != set(INSIDE[part.role]):
        raise WrongPart
    said = (manifest.id, part.role, manifest.reference, manifest.form, manifest.form_version)
    return Contents(*said, hashes(files))


def _decrypted(sealed: bytes, identities: Sequence[str]) -> bytes:
    import pyrage

    try:
        plain: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(key) for key in identities])
    except (pyrage.DecryptError, pyrage.IdentityError):
        raise NotForThisKey from None
    return plain
