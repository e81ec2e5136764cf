"""The way to the caisse: sends what waits, hears what is new, and knows whether the gateway answers (decision 6)."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.actions import sync
from app.sync.clock import SCATTER, Clock
from app.sync.deliver import NotEnrolled, Stop, Unreachable
from app.ui import trouble
from app.ui.header import Connection

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.actions.sync import Delivery, Outgoing, Report
    from app.store.enrolment import Enrolled
    from app.ui.tasks import Tasks

FIRST_MS = 1000
"""After the first frame: whoever touches the screen at once is served first."""
PROBE_MS = 30_000
"""Between two looks whether the gateway is there: the header does not say « Connecté » for longer than that."""
QUIET = "GUICHET_QUIET_UNTIL"
"""Until when the gateway wants its peace (``time.monotonic``), for the process after this visit too."""
SILENT = ("network", "slow")
"""Why nothing came back, when the network itself may be the reason."""


class Line(QObject):
    """*changed*: ``connection`` is another; *delivered*: what became of saisines, by their ids."""

    changed = Signal()
    delivered = Signal(object)

    def __init__(self, tasks: Tasks, store: Callable[[], Database]) -> None:
        super().__init__()
        self.enrolled: Enrolled | None = None
        self.connection: Connection = ""
        self._tasks, self._store = tasks, store
        quiet = float(os.environ.get(QUIET, "0"))
        self._clock, self._stopped, self._busy = Clock(next=quiet, quiet_until=quiet), None, False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._pass)
        self._probe = QTimer(self)
        self._probe.timeout.connect(self._look)

    _stopped: Stop | None

    def begin(self) -> None:
        """From now on: a pass soon, others as the clock says, and a look at the gateway in between."""
        self._next.start(max(FIRST_MS, self._left()))
        self._probe.start(PROBE_MS)
        self._heed_the_system()

    def close(self) -> None:
        """The visit ends: nothing more is begun."""
        os.environ[QUIET] = str(self._clock.quiet_until)
        self._next.stop()
        self._probe.stop()

    def asked(self) -> None:
        """Something was just queued: it leaves now, unless the gateway asked to be left alone."""
        self._clock = self._clock.asked(time.monotonic())
        self._schedule()

    def _schedule(self) -> None:
        self._next.start(self._left())

    def _left(self) -> int:
        """Milliseconds until the next pass."""
        return max(0, round(1000 * (self._clock.next - time.monotonic())))

    def _pass(self) -> None:
        if not self._busy:
            self._busy = True
            self._tasks.store.run(lambda: sync.parcels(self._store()), self._send, self._broke)

    def _send(self, outgoing: Outgoing | None) -> None:
        self.enrolled = outgoing.enrolled if outgoing else None
        if outgoing is None:
            self._rest(NotEnrolled())
            self._say("")
        else:
            self._tasks.network.run(lambda: _delivery(outgoing), self._settle, self._broke)

    def _settle(self, delivery: Delivery) -> None:
        self._tasks.store.run(
            lambda: sync.settle(self._store(), delivery), partial(self._settled, delivery), self._broke
        )

    def _settled(self, delivery: Delivery, report: Report) -> None:
        self._rest(report.stopped)
        self._say("connected" if report.connected else "offline")
        self.delivered.emit(dict(delivery.outcomes))
        if report.more:
            self._pass()

    def _broke(self, error: Exception) -> None:
        """Ours, and nobody's business at the screen: what waits goes on waiting, and is tried again."""
        trouble.record(error)
        self._rest(Unreachable("ours"))

    def _rest(self, stopped: Stop | None) -> None:
        self._busy, self._stopped = False, stopped
        self._clock = self._clock.after(stopped, time.monotonic(), random.random())  # noqa: S311  no secret
        self._schedule()

    def _say(self, connection: Connection) -> None:
        if connection != self.connection:
            self.connection = connection
            self.changed.emit()

    def _look(self) -> None:
        """Ask the gateway for a sign of life, unless a pass does, or it wants its peace."""
        enrolled = self.enrolled
        if enrolled and not self._busy and time.monotonic() >= self._clock.quiet_until:
            self._tasks.network.run(lambda: _answers(enrolled), self._seen, self._broke)

    def _seen(self, there: bool) -> None:
        if not there:
            self._stopped = self._stopped or Unreachable("network")
            self._say("offline")
        elif isinstance(self._stopped, Unreachable) and self._stopped.why in SILENT:
            self._clock = self._clock.network_back(time.monotonic(), random.random())  # noqa: S311  no secret
            self._schedule()

    def _heed_the_system(self) -> None:
        """What the system says of the network is a hint to look, never what the header says."""
        from PySide6.QtNetwork import QNetworkInformation

        if QNetworkInformation.loadDefaultBackend() and (network := QNetworkInformation.instance()):
            network.reachabilityChanged.connect(
                lambda _reached: QTimer.singleShot(round(1000 * SCATTER * random.random()), self, self._look)  # noqa: S311
            )


def _delivery(outgoing: Outgoing) -> Delivery:
    with sync.route(outgoing.enrolled) as gateway:
        return sync.deliver(outgoing, gateway)


def _answers(enrolled: Enrolled) -> bool:
    with sync.route(enrolled) as gateway:
        return gateway.ping()
