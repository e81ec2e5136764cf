"""The receiving service: the calls of protocol.md, and how each trouble is told."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, FastAPI, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from app.gateway import events, inbox, terminals, tus
from app.gateway.calls import Gateway, Here, SaisineId, Speaker, bearer, body_of, gateway_of, speaker_of
from app.gateway.database import reading
from app.gateway.door import Door
from app.gateway.errors import BadRequest, GatewayTrouble, OtherId
from app.gateway.shapes import Asked, Enrolled, Recipients, Signed, Status, answers
from app.gateway.stamping import Stamped
from app.protocol.errors import ProtocolTrouble
from app.protocol.package import unpack
from app.protocol.stamp import HEADER_CANCEL
from app.protocol.text import unb64

RETRY = 10
"""Seconds before asking again a gateway whose database is busy or full."""

router = APIRouter()


@router.post("/v1/terminals", status_code=201, response_model=Enrolled, responses=answers(403, 422))
def enrol(asked: Asked, gateway: Here) -> JSONResponse:
    """Enrol a terminal; the same code with the same key has the same answer for 24 hours."""
    try:
        public_key = unb64(asked.public_key)
    except ValueError:
        raise BadRequest from None
    told = terminals.enrol(gateway.db, (asked.code, public_key, asked.name), gateway.key, gateway.now())
    return JSONResponse(told, 201)


PUT = {
    "parameters": [{"name": "saisine", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}],
    "requestBody": {"required": True, "content": {"application/x-tar": {"schema": {"format": "binary"}}}},
    "security": [{"HTTPBearer": []}],
}
"""What the page says of the PUT, which reads its request itself, and comes by the ``Door``."""


@router.put(
    "/v1/saisines/{saisine}",
    status_code=201,
    responses=answers(401, 409, 410, 413, 422, _200=Signed, _201=Signed),
    openapi_extra=PUT,
)
async def put(request: Request) -> Response:
    """Receive a saisine: 201 new, 200 the same bytes again, with the same receipt, signed once all is durable."""
    gateway = await gateway_of(request)
    speaker = await speaker_of(gateway, await bearer(request))
    package = unpack(await body_of(request, gateway))
    if package.manifest.id != request.path_params["saisine"]:
        raise OtherId
    inbox.check(package, speaker)
    received = await asyncio.wrap_future(gateway.writer.keep(package, gateway.now()))
    return _json(received.receipt(gateway.key), 201 if received.new else 200)


@router.get("/v1/saisines/{saisine}/receipt", responses=answers(401, 404, 410, 422, _200=Signed))
def receipt(saisine: SaisineId, gateway: Here, speaker: Speaker) -> Response:
    """The receipt of a saisine, for the terminal that sent it."""
    return _json(inbox.received(gateway.db, saisine, speaker).receipt(gateway.key), 200)


@router.delete("/v1/saisines/{saisine}", status_code=204, responses=answers(401, 404, 409, 410, 422))
def withdraw(
    saisine: SaisineId, gateway: Here, _speaker: Speaker, code: Annotated[str, Header(alias=HEADER_CANCEL)]
) -> Response:
    """Withdraw a saisine with its cancel code, from any terminal, before the caisse has taken it."""
    inbox.withdraw(gateway.db, saisine, code)
    return Response(status_code=204)


@router.get("/v1/events", response_model=list[Status | Recipients], responses=answers(401, 422))
def tell(gateway: Here, speaker: Speaker, after: Annotated[int, Query(ge=0, le=2**53)] = 0) -> JSONResponse:
    """What happened after that cursor, the oldest first, 200 at most."""
    with reading(gateway.db) as connection:
        return JSONResponse(events.after(connection, speaker.id, after))


@router.get("/v1/ping", status_code=204)
async def ping() -> Response:
    """The probe."""
    return Response(status_code=204)


def _json(body: bytes, status: int) -> Response:
    return Response(body, status, media_type="application/json")


def _trouble(request: Request, error: Exception) -> JSONResponse:
    answer = _told(error)
    answer.headers.update(tus.version_of(request.url.path))
    return answer


def _told(error: Exception) -> JSONResponse:
    if isinstance(error, GatewayTrouble):
        return JSONResponse({"code": error.code, **error.told}, error.status, dict(error.headers))
    if isinstance(error, ProtocolTrouble):
        return JSONResponse({"code": error.code}, 422)
    if isinstance(error, HTTPException):
        return JSONResponse({"code": "no-such-call"}, error.status_code, error.headers)
    if isinstance(error, OperationalError):  # busy for five seconds, disk full, server away
        return JSONResponse({"code": "busy"}, 503, {"Retry-After": str(RETRY)})
    if isinstance(error, RequestValidationError):  # what was received does not go back in the answer
        return JSONResponse({"code": BadRequest.code}, 422)
    return JSONResponse({"code": "bug"}, 500)


TROUBLES = (GatewayTrouble, ProtocolTrouble, HTTPException, OperationalError, RequestValidationError, Exception)


def api() -> FastAPI:
    """The calls alone: what the OpenAPI page is made from."""
    app = FastAPI(title="Guichet Santé gateway", version="1", openapi_url=None)
    app.include_router(router)
    app.include_router(tus.router)
    for kind in TROUBLES:
        app.add_exception_handler(kind, _trouble)
    return app


def service(gateway: Gateway) -> Stamped:
    """The service over *gateway*, every answer of which is signed with the time."""
    app = api()
    app.state.gateway = gateway
    return Stamped(Door(app, put, _trouble), gateway.key, gateway.now)
