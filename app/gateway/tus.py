"""Pièces come by tus 1.0 (creation, checksum, expiration): what is cut on its way goes on where it was cut."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Mapping
from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response

from app.gateway import uploads
from app.gateway.bodies import Taker, blocks
from app.gateway.calls import Here, Speaker
from app.gateway.errors import BadRequest, TooLarge, UnknownChecksum, WrongOffset, WrongType, WrongVersion
from app.gateway.shapes import answers
from app.gateway.uploads import Announced, Upload
from app.protocol.manifest import LARGEST, SHA256_SHAPE, UUID_SHAPE

VERSION = "1.0.0"
PARTS = "/v1/parts"
TYPE = "application/offset+octet-stream"

SAYS = {"Tus-Resumable": VERSION}


def version_of(path: str) -> Mapping[str, str]:
    """What every answer about parts says, errors included; nothing for another *path*."""
    return SAYS if path == PARTS or path.startswith(f"{PARTS}/") else {}


async def versioned(version: Annotated[str, Header(alias="Tus-Resumable")] = "") -> None:
    """Raise WrongVersion for a call that is of another version, or of none."""
    if version != VERSION:
        raise WrongVersion


router = APIRouter()
call = [Depends(versioned)]


@router.options(PARTS, status_code=204)
async def options(gateway: Here) -> Response:
    """What this gateway does of tus; no token."""
    able = {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,checksum,expiration",
        "Tus-Max-Size": str(gateway.piece_limit),
        "Tus-Checksum-Algorithm": "sha256",
    }
    return Response(status_code=204, headers=SAYS | able)


@router.post(PARTS, status_code=201, dependencies=call, responses=answers(401, 404, 410, 412, 413, 422))
async def create(
    gateway: Here,
    speaker: Speaker,
    length: Annotated[int, Header(alias="Upload-Length", ge=1, le=LARGEST)],
    metadata: Annotated[str, Header(alias="Upload-Metadata", description="saisine and sha256, in base64")],
) -> Response:
    """Announce a pièce of a saisine that was received: the same one has the same Location."""
    if length > gateway.piece_limit:
        raise TooLarge(limit=gateway.piece_limit)
    asked = Announced(*_named(metadata), length)
    work = gateway.writer.do(lambda: uploads.begin(gateway.db, asked, speaker, gateway.now()))
    upload = await asyncio.wrap_future(work)
    return Response(status_code=201, headers=_where(upload) | {"Location": f"{PARTS}/{upload.id}"})


def _named(metadata: str) -> tuple[str, str]:
    """The saisine and the hash that *metadata* names; BadRequest, also for anything beside: it could be a name."""
    try:
        pairs = [pair.strip().split(" ") for pair in metadata.split(",")]
        told = {key: base64.b64decode(value, validate=True).decode("ascii") for key, value in pairs}
    except ValueError:
        raise BadRequest from None
    if len(pairs) != 2 or told.keys() != {"saisine", "sha256"}:
        raise BadRequest
    if not re.fullmatch(UUID_SHAPE, told["saisine"]) or not re.fullmatch(SHA256_SHAPE, told["sha256"]):
        raise BadRequest
    return told["saisine"], told["sha256"]


def _where(upload: Upload) -> dict[str, str]:
    """How far *upload* is, and until when it waits."""
    said = {**SAYS, "Upload-Offset": str(upload.offset)}
    return said if upload.whole else said | {"Upload-Expires": format_datetime(upload.expires_at, usegmt=True)}


@router.head(f"{PARTS}/{{upload}}", dependencies=call, responses=answers(401, 404, 412))
def head(upload: str, gateway: Here, speaker: Speaker) -> Response:
    """How far an upload is."""
    found = uploads.find(gateway.db, upload, speaker, gateway.now())
    named = {"saisine": found.saisine, "sha256": found.sha256}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in named.items())
    told = {"Upload-Length": str(found.size), "Upload-Metadata": metadata, "Cache-Control": "no-store"}
    return Response(headers=_where(found) | told)


BODY = {"requestBody": {"required": True, "content": {TYPE: {"schema": {"type": "string", "format": "binary"}}}}}


@router.patch(
    f"{PARTS}/{{upload}}",
    status_code=204,
    dependencies=call,
    responses=answers(400, 401, 404, 409, 412, 413, 415, 422, 460),
    openapi_extra=BODY,
)
async def patch(
    request: Request,
    upload: str,
    gateway: Here,
    speaker: Speaker,
    offset: Annotated[int, Header(alias="Upload-Offset", ge=0)],
    checksum: Annotated[str | None, Header(alias="Upload-Checksum")] = None,
) -> Response:
    """Add to an upload: all that was accepted is on the disk before the answer; the last byte makes the part."""
    if request.headers.get("content-type") != TYPE:
        raise WrongType
    wanted = None if checksum is None else _digest(checksum)
    found = uploads.find(gateway.db, upload, speaker, gateway.now())
    if found.offset != offset:
        raise WrongOffset(offset=found.offset)
    body, taker = blocks(request, found.size - found.offset), Taker(gateway, speaker, found)
    await (taker.each(body) if wanted is None else taker.all(body, wanted))
    return Response(status_code=204, headers=_where(taker.upload))


def _digest(checksum: str) -> bytes:
    """The SHA-256 that a header says; UnknownChecksum for anything else."""
    algorithm, _space, text = checksum.partition(" ")
    try:
        digest = base64.b64decode(text, validate=True)
    except ValueError:
        raise UnknownChecksum from None
    if algorithm != "sha256" or len(digest) != 32:
        raise UnknownChecksum
    return digest
