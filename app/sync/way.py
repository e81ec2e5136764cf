"""The connections under the HTTPS route: kept open, TLS, the proxy of this machine. It judges nothing.

The standard library's: a saisine costs a third of what it costs by httpx, which would still look after its cookies.
"""

from __future__ import annotations

import select
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from urllib.parse import SplitResult, unquote, urlsplit

if TYPE_CHECKING:
    from http.client import HTTPConnection, HTTPResponse
    from ssl import SSLContext

CONNECT = 10.0
"""Seconds to reach the gateway."""
LARGEST = 1024 * 1024
"""Bytes of an answer; a longer one is not ours."""


class Unconnected(OSError):
    """Not a byte of the question has left: there was no connection."""


@dataclass(frozen=True)
class Response:
    """An answer, whoever gave it; *body* is None when it was too long, or dripped."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None


@dataclass(frozen=True)
class Way:
    """The way to *gateway*; *headers* of every question; *tls*: how its certificate is checked, None for plain http.

    *idle*: connections that wait for the next question.
    """

    gateway: str
    headers: Mapping[str, str] = field(repr=False)
    tls: SSLContext | None = None
    idle: list[HTTPConnection] = field(default_factory=list, repr=False)

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], content: bytes | None, patience: float
    ) -> Response:
        """One question and its answer; *patience*: seconds for each step. Raises OSError, HTTPException, ValueError.

        Several threads may ask at once, each by a connection of its own.
        """
        connection = self._connection()
        try:
            connection.sock.settimeout(patience)
            whole = urlsplit(self.gateway).path.rstrip("/") + path
            with suppress(ConnectionError):  # it may answer before it has heard all, and close
                connection.request(method, whole, content, {**self.headers, **headers})
            answer = connection.getresponse()
            body = _read(answer, time.monotonic() + patience)
        except BaseException:
            connection.close()
            raise
        if body is None or answer.will_close:
            connection.close()
        else:
            answer.close()  # the answer only: its connection stays
            self.idle.append(connection)
        return Response(answer.status, cast("Mapping[str, str]", answer.headers), body)

    def _connection(self) -> HTTPConnection:
        """One that is open still, or a new one."""
        while self.idle:
            with suppress(IndexError):  # another thread was faster
                connection = self.idle.pop()
                if not select.select([connection.sock], [], [], 0)[0]:
                    return connection
                connection.close()  # there is nothing to read but its end
        connection = _new(urlsplit(self.gateway), self.tls)
        try:
            connection.connect()
        except (OSError, ValueError) as error:
            connection.close()
            raise Unconnected from error
        return connection


def _read(answer: HTTPResponse, deadline: float) -> bytes | None:
    """The body as it travels, so that nothing swells; None when it is too long or drips."""
    from http.client import IncompleteRead

    body = b""
    while piece := answer.read1(65536):
        body += piece
        if len(body) > LARGEST or time.monotonic() > deadline:
            return None
    if answer.length:
        raise IncompleteRead(body, answer.length)
    return body


def _new(gateway: SplitResult, tls: SSLContext | None) -> HTTPConnection:
    """A connection to *gateway*, not opened yet; a proxy sees nothing of TLS, and has no business with this machine."""
    from http.client import HTTPConnection, HTTPSConnection

    try:
        host, port = str(gateway.hostname), gateway.port
    except ValueError as error:
        raise Unconnected from error
    if tls is None:
        return HTTPConnection(host, port, timeout=CONNECT)
    proxy = _proxy(host)
    if proxy is None:
        return HTTPSConnection(host, port, timeout=CONNECT, context=tls)
    connection = HTTPSConnection(str(proxy.hostname), proxy.port, timeout=CONNECT, context=tls)
    connection.set_tunnel(host, port or 443, _known_as(proxy))
    return connection


def _proxy(host: str) -> SplitResult | None:
    """The proxy that this machine is told to use on the way to *host*."""
    from urllib.request import getproxies, proxy_bypass

    told = getproxies()
    proxy = told.get("https") or told.get("all")
    if not proxy or proxy_bypass(host):
        return None
    return urlsplit(proxy if "://" in proxy else f"http://{proxy}")


def _known_as(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    name = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(name.encode()).decode()}"}


def _tls() -> SSLContext:
    """TLS 1.2 at least, with the authorities that the system trusts (or those of ``$SSL_CERT_FILE``)."""
    import ssl

    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@contextmanager
def way(gateway: str, token: str) -> Iterator[Way]:
    """The way to *gateway*, which knows us by *token*; nothing is sent yet."""
    headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {token}"} if token else {})
    opened = Way(gateway, headers, _tls() if gateway.startswith("https:") else None)
    try:
        yield opened
    finally:
        while opened.idle:
            opened.idle.pop().close()
