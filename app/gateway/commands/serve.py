"""``serve``: the receiving service, and the broom beside it. Nothing here can open what is received."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click
import uvicorn
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool

from app.gateway import keyring
from app.gateway.calls import LIMIT, PIECE_LIMIT, Gateway
from app.gateway.commands.common import GatewayCall, at_gateway
from app.gateway.errors import Refusal
from app.gateway.retention import purge
from app.gateway.service import service
from app.protocol.enrolment import local

EVERY = 3600
"""Seconds between two sweeps."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8480, show_default=True, help="0 : un port libre.")
@click.option("--tls-cert", type=click.Path(path_type=Path), help="Le certificat (PEM).")
@click.option("--tls-key", type=click.Path(path_type=Path), help="Sa clé.")
@click.option("--limit", default=LIMIT, show_default=True, help="Octets d’une saisine, au plus.")
@click.option("--piece-limit", default=PIECE_LIMIT, show_default=True, help="Octets d’une pièce scellée, au plus.")
@at_gateway
def serve(call: GatewayCall, host: str, port: int, tls_cert: Path | None, tls_key: Path | None, **limits: int) -> None:
    """Reçoit les saisines, jusqu’à ce qu’on l’arrête."""
    secure = tls_cert is not None and tls_key is not None
    if not secure and not local(host):
        raise Refusal("plain-http", "Hors de cette machine, il faut TLS : --tls-cert et --tls-key.")
    db = call.open()
    key = keyring.read_private_key(call.folder / keyring.RECEIPT_KEY)
    app = service(Gateway(db, key, lambda: datetime.now(UTC), **limits))
    config = uvicorn.Config(
        app,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_level="warning",
        ws="none",
        lifespan="off",
    )
    listening = _listen(host, port)
    address = f"{'https' if secure else 'http'}://{_shown(host)}:{listening.getsockname()[1]}"
    call.answer({"listening": address}, f"La passerelle reçoit sur {address}")
    asyncio.run(_run(uvicorn.Server(config), listening, db))


def _listen(host: str, port: int) -> socket.socket:
    """A socket that already accepts: whoever reads the address may speak at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is said: asyncio turns Nagle's delay off only then, else each answer with a body takes 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # there it would let another program take the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    listening.listen(512)
    return listening


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


async def _run(server: uvicorn.Server, listening: socket.socket, db: Engine) -> None:
    sweeping = asyncio.create_task(_sweep(db))
    try:
        await server.serve([listening])
    finally:
        sweeping.cancel()


async def _sweep(db: Engine) -> None:
    while True:
        with suppress(OperationalError):  # busy, or full: the next time
            await run_in_threadpool(purge, db, datetime.now(UTC))
        await asyncio.sleep(EVERY)
