"""The bodies of the calls, as the OpenAPI page shows them; only the question of enrolment is read by these."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Asked(BaseModel):
    """What a terminal enrols with."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(max_length=64)]
    public_key: Annotated[str, Field(description="Ed25519, 32 bytes in base64url without =", pattern="^[\\w-]{43}$")]
    name: Annotated[str, Field(min_length=1, max_length=80)]


class Signed(BaseModel):
    """The exact JSON text that is signed, and its Ed25519 signature in base64url without =."""

    signed: str
    signature: str


class Enrolled(BaseModel):
    """The terminal's id, its token, and the keys of the caisses, each signed by its caisse."""

    terminal: str
    token: str
    recipients: list[Signed]


class Trouble(BaseModel):
    """Why not."""

    code: str
    manifest_sha256: Annotated[str | None, Field(description="409 only")] = None
    limit: Annotated[int | None, Field(description="413 only: bytes")] = None
    offset: Annotated[int | None, Field(description="409 of an upload only: where it stands")] = None


class Status(BaseModel):
    """How far a saisine is."""

    cursor: int
    saisine: str
    status: Literal["new", "taken", "solved"]
    at: str
    code: Literal["need-document", "unreachable", "wrong-fund", "duplicate", "call-back"] | None = None


class Recipients(BaseModel):
    """The keys have changed: these replace the earlier ones."""

    cursor: int
    recipients: list[Signed]


def answers(*troubles: int, **done: Any) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI page says of a call: its *troubles*, and the shape of what is *done* (``_200=…``)."""
    told: dict[int | str, dict[str, Any]] = {int(code[1:]): {"model": model} for code, model in done.items()}
    return told | {status: {"model": Trouble} for status in (*troubles, 503)}
