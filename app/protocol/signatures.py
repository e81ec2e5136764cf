"""Ed25519 over ``guichet/<kind>/1`` ‖ 0 ‖ the exact bytes sent (security.md, Signatures); keys are raw, 32 bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from app.protocol.errors import BadSignature
from app.protocol.text import sha256

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Kind = Literal["manifest", "receipt", "time", "keys"]


def new_key() -> bytes:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


@lru_cache
def public_of(private: bytes) -> bytes:
    """The public key of a *private* one; ValueError unless that is 32 bytes."""
    return _private(private).public_key().public_bytes_raw()


def key_id(public: bytes) -> str:
    """The name of a *public* key, made from it: nobody can give it another."""
    return sha256(public)[:16]


def sign(private: bytes, kind: Kind, message: bytes) -> bytes:
    """The signature of *message*, 64 bytes, always the same for the same message."""
    return _private(private).sign(_tagged(kind, message))


def verify(public: bytes, kind: Kind, message: bytes, signature: bytes) -> None:
    """Raise BadSignature unless *signature* was made over *message* by the private half of *public*."""
    from cryptography.exceptions import InvalidSignature

    try:
        _public(public).verify(signature, _tagged(kind, message))
    except (InvalidSignature, ValueError):  # ValueError: no key at all
        raise BadSignature from None


# Reading a key costs as much as using it, and a gateway uses the same few all day.


@lru_cache
def _private(key: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(key)


@lru_cache(1024)
def _public(key: bytes) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(key)


def _tagged(kind: Kind, message: bytes) -> bytes:
    return f"guichet/{kind}/1".encode() + b"\0" + message
