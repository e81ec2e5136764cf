"""The two keys, one inside the other: the database's, and each draft's (security.md, Constructions)."""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from app.models import code as codes
from app.store.errors import KeyMissing, KeyUnreadable, StoreDamaged, disk_situations

CREDENTIAL = "guichet-db-key"
"""The name of the systemd credential."""


@dataclass(frozen=True)
class DraftLock:
    """What a resume code, here as it is shown, gives: 16 bytes that find the draft, 32 that open its key."""

    code: str = field(repr=False)
    finder: bytes = field(repr=False)
    wrap: bytes = field(repr=False)


def database_key(folder: Path, database: Path) -> bytes:
    """The 32-byte key of *database*, in the data *folder*; made when neither it nor the database exists.

    Looked for in the systemd credential, then in the key file. DPAPI is not used yet: on Windows the key is in its
    file. Raises KeyMissing, KeyUnreadable, DiskFull, DiskFailing.
    """
    place = _credential() or key_file(folder)
    if not place.exists():
        if database.exists():
            raise KeyMissing
        _make(place)
    return _read(place)


def key_file(folder: Path) -> Path:
    """Where the key of the data *folder* lies: ``$GUICHET_KEY_FILE``, else beside the folder, never in it."""
    chosen = os.environ.get("GUICHET_KEY_FILE")
    return Path(chosen) if chosen else folder.resolve().with_name(folder.resolve().name + ".key")


def _credential() -> Path | None:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    place = Path(folder) / CREDENTIAL if folder else None
    return place if place and place.exists() else None


def _read(place: Path) -> bytes:
    try:
        key = bytes.fromhex(place.read_text("ascii"))
    except (OSError, ValueError):
        raise KeyUnreadable from None  # the chain would carry a piece of the file
    if len(key) != 32:
        raise KeyUnreadable
    return key


def _make(place: Path) -> None:
    """Write a new key that is there whole, on the disk, or not at all; another process's, made meanwhile, stays."""
    with disk_situations():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place.parent, prefix=place.name)  # 0600
        try:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
                file.flush()
                os.fsync(file.fileno())
            _publish(Path(draft), place)
        finally:
            Path(draft).unlink()
        _sync_folder(place.parent)


def _publish(draft: Path, place: Path) -> None:
    try:
        place.hardlink_to(draft)  # not a rename, which would replace the key another process has just made
    except FileExistsError:
        return


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no such call, and orders its metadata by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


ONE_AT_A_TIME = Lock()
"""Tried: two Argon2id of several lanes at once hang in OpenSSL's pool of threads, or say that memory lacks."""


def derive(code: str, salt: bytes) -> DraftLock:
    """The lock of a resume *code*, however it was typed, with the terminal's *salt*. Slow on purpose: 0.1 s, 64 MiB."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    argon = Argon2id(salt=salt, length=48, iterations=3, lanes=4, memory_cost=64 * 1024)
    with ONE_AT_A_TIME:
        derived = argon.derive(codes.normalise(code).encode("utf-8", "surrogatepass"))
    return DraftLock(codes.shown(code), derived[:16], derived[16:])


def wrap(key: bytes, lock: DraftLock, draft: bytes) -> bytes:
    """The *key* of the draft whose id is *draft*, sealed for whoever has the code of *lock*."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return nonce + AESGCM(lock.wrap).encrypt(nonce, key, b"guichet/draft-key/1\0" + draft)


def unwrap(wrapped: bytes, lock: DraftLock, draft: bytes) -> bytes:
    """The key that ``wrap`` sealed; raises StoreDamaged when it was sealed otherwise."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(lock.wrap).decrypt(wrapped[:12], wrapped[12:], b"guichet/draft-key/1\0" + draft)
    except InvalidTag as error:
        raise StoreDamaged from error
