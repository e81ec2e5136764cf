"""The one thread of a gateway that writes saisines: those that come together share a commit, and its wait for the disk.

SQLite lets one write at a time in any case: who waits here waits for less than a busy database makes him.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import TypeVar

from sqlalchemy import Engine

from app.gateway import inbox
from app.gateway.database import writing
from app.gateway.errors import GatewayTrouble
from app.gateway.inbox import Received
from app.protocol.package import Package

TOGETHER = 32
"""Saisines of one transaction at most."""

Done = TypeVar("Done")
Asked = tuple[Package, datetime, "Future[Received]"]


class Writer:
    """What waits to be kept in the database of *engine*."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: SimpleQueue[Asked] = SimpleQueue()
        self._thread = ThreadPoolExecutor(1, "writer")

    def keep(self, package: Package, now: datetime) -> Future[Received]:
        """Keep *package*, which was checked; done once it is on the disk. Its errors are those of ``inbox.keep``."""
        kept: Future[Received] = Future()
        self._waiting.put((package, now, kept))
        self._thread.submit(self._write)
        return kept

    def do(self, work: Callable[[], Done]) -> Future[Done]:
        """Do *work*, which writes in a transaction of its own, when its turn has come."""
        return self._thread.submit(work)

    def _write(self) -> None:
        if not (asked := self._take()):  # an earlier call has written it
            return
        for (_package, _now, kept), outcome in zip(asked, self._outcomes(asked), strict=True):
            if isinstance(outcome, Received):
                kept.set_result(outcome)
            else:
                kept.set_exception(outcome)

    def _take(self) -> list[Asked]:
        """Those that wait, and whoever asked is still there."""
        asked: list[Asked] = []
        with suppress(Empty):
            while len(asked) < TOGETHER:
                asked.append(self._waiting.get_nowait())
        # In one order everywhere: two gateways over one database never wait for each other in a ring.
        return sorted((one for one in asked if one[2].set_running_or_notify_cancel()), key=_id)

    def _outcomes(self, asked: list[Asked]) -> list[Received | Exception]:
        """What became of each, all in one transaction; one by one when one is refused, which undoes them all."""
        try:
            with writing(self._engine) as connection:
                return [inbox.keep(connection, package, now) for package, now, _kept in asked]
        except GatewayTrouble as error:
            return [error] if len(asked) == 1 else [outcome for one in asked for outcome in self._outcomes([one])]
        except Exception as error:  # noqa: BLE001  whoever waits has to hear of it
            return [error] * len(asked)


def _id(one: Asked) -> str:
    return one[0].manifest.id
