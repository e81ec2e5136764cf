"""The loop of delivery: each parcel ends in exactly one outcome, and nothing is tried twice in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


class Parcel(Protocol):
    """A saisine that is ready to leave: its id, and bytes that never change."""

    @property
    def id(self) -> str: ...
    @property
    def manifest(self) -> bytes: ...
    @property
    def package(self) -> bytes: ...


@dataclass(frozen=True)
class Received:
    """The gateway holds all of it, by its signed *receipt*; without one, it held it and has erased it since."""

    receipt: bytes | None = field(default=None, repr=False)
    at: str | None = None


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
Outcome = Received | Refused | Stop


class Route(Protocol):
    """A way to the caisse."""

    def send(self, parcel: Parcel) -> Outcome:
        """Try once to bring *parcel*; no trouble that can be expected is raised."""
        ...


def deliver(parcels: Iterable[Parcel], route: Route) -> tuple[list[tuple[str, Outcome]], Stop | None]:
    """Send *parcels* in their order until one finds the way closed: (id, outcome) of each that was tried, and why."""
    outcomes: list[tuple[str, Outcome]] = []
    for parcel in parcels:
        outcome = route.send(parcel)
        outcomes.append((parcel.id, outcome))
        if isinstance(outcome, Stop):
            return outcomes, outcome
    return outcomes, None
