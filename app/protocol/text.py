"""The one way bytes, hashes and values are written down, so that equal things are equal bytes."""

from __future__ import annotations

import base64
import hashlib
import json


def b64(data: bytes) -> str:
    """*data* in base64url without ``=``."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """What ``b64`` wrote; ValueError for any other text."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if b64(data) != text:
        raise ValueError("base64url")
    return data


def canonical(value: object) -> bytes:
    """*value* in JSON: keys sorted, no spaces, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def sha256(data: bytes) -> str:
    """The SHA-256 of *data*, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()
