"""The loop of delivery: each parcel ends in exactly one outcome, and nothing is tried twice in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple, Protocol

TOGETHER = 4
"""Parcels on their way at most: while the gateway keeps one, the next arrives."""


class Parcel(Protocol):
    """A saisine that is ready to leave: its id, and bytes that never change.

    No *package*: the gateway has its form, its pièces have left, and its receipt is wanted.
    """

    @property
    def id(self) -> str: ...
    @property
    def manifest(self) -> bytes: ...
    @property
    def package(self) -> bytes: ...
    @property
    def urgent(self) -> bool: ...


class Upload(Protocol):
    """A pièce on its way: *bytes* are some of it, from *sent* on; the rest as in ``Moved``."""

    @property
    def saisine(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def location(self) -> str | None: ...
    @property
    def sent(self) -> int: ...
    @property
    def restarts(self) -> int: ...
    @property
    def bytes(self) -> bytes: ...


class Moved(NamedTuple):
    """How far a pièce is: where the gateway takes it, bytes that it has, how often it began again."""

    location: str | None
    sent: int
    restarts: int


@dataclass(frozen=True)
class Received:
    """The gateway holds all of it, by its signed *receipt*; without one, it held it and has erased it since."""

    receipt: bytes | None = field(default=None, repr=False)
    at: str | None = None


@dataclass(frozen=True)
class Held:
    """The gateway holds the form; the pièces whose hashes are *missing* are still to be sent."""

    missing: tuple[str, ...]


@dataclass(frozen=True)
class Lost:
    """The gateway held the form, and knows nothing of it any more: all of it is sent again."""


@dataclass(frozen=True)
class Refused:
    """The gateway will never take these bytes, for the reason whose code is *why*; the other parcels go on."""

    why: str


@dataclass(frozen=True)
class NotEnrolled:
    """The gateway does not know this terminal (any more): nothing can be sent before it is enrolled again."""


@dataclass(frozen=True)
class Unreachable:
    """The gateway gave no answer of its own; *why* is a code. What was being sent may have arrived, unless *unsent*.

    *later*: seconds that the gateway itself asked to be left alone.
    """

    why: str
    later: float | None = None
    unsent: bool = False


Stop = NotEnrolled | Unreachable
Outcome = Received | Held | Lost | Refused | Stop


class Route(Protocol):
    """A way to the caisse."""

    @property
    def heard(self) -> object:
        """What the gateway has last said of itself on this way; None as long as it was not heard."""
        ...

    def send(self, parcel: Parcel) -> Outcome:
        """Try once to bring *parcel*; no trouble that can be expected is raised."""
        ...


def deliver(parcels: Iterable[Parcel], route: Route) -> tuple[list[tuple[str, Outcome]], Stop | None]:
    """Send *parcels* in their order until one finds the way closed: (id, outcome) of each that was tried, and why.

    Until the gateway is heard, one leaves alone. Then several are on their way at once, urgent ones never beside
    others; when one finds the way closed, no other leaves, and those that have left each have their own outcome.
    """
    leaving = _Leaving(route)
    for together in _groups(list(parcels), alone=route.heard is None):
        leaving.all(together)
    return leaving.outcomes, leaving.stopped


def _groups(parcels: list[Parcel], *, alone: bool) -> list[list[Parcel]]:
    """Those that may leave together: the first by itself when it has to be *alone*, then urgent ones, then others."""
    first = parcels[:1] if alone else []
    rest = parcels[len(first) :]
    return [first, [one for one in rest if one.urgent], [one for one in rest if not one.urgent]]


class _Leaving:
    """What has left by *route*, in the order in which it left, and what came of it."""

    def __init__(self, route: Route) -> None:
        self.stopped: Stop | None = None
        self._route, self._lock = route, Lock()
        self._outcomes: dict[str, Outcome | None] = {}

    @property
    def outcomes(self) -> list[tuple[str, Outcome]]:
        return [(id_, outcome) for id_, outcome in self._outcomes.items() if outcome is not None]

    def all(self, parcels: list[Parcel]) -> None:
        """Send *parcels*, several at once; when it returns, nothing is on its way."""
        waiting = iter(parcels)
        if len(parcels) < 2:
            self._send(waiting)
            return
        with ThreadPoolExecutor(TOGETHER, "parcel") as threads:
            for sender in [threads.submit(self._send, waiting) for _each in parcels[:TOGETHER]]:
                sender.result()

    def _send(self, waiting: Iterator[Parcel]) -> None:
        while parcel := self._next(waiting):
            outcome = self._route.send(parcel)
            with self._lock:
                self._outcomes[parcel.id] = outcome
                if isinstance(outcome, Stop):
                    self.stopped = self.stopped or outcome

    def _next(self, waiting: Iterator[Parcel]) -> Parcel | None:
        with self._lock:
            parcel = next(waiting, None) if self.stopped is None else None
            if parcel:
                self._outcomes[parcel.id] = None  # its place
            return parcel
