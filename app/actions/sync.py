"""Sending what waits and hearing what comes back, in three steps that run where they belong.

``parcels`` and ``settle`` are short and use the store; ``deliver`` uses the network only. ``once`` is all three. A pass
sends forms; when none waits, it sends a few MiB of one pièce, so that what is queued meanwhile never waits for long.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.protocol.events import Event
from app.store import enrolment, outbox, parts
from app.store.database import transaction
from app.store.enrolment import Enrolled
from app.store.outbox import Parcel
from app.store.parts import Upload
from app.sync import deliver as loop
from app.sync.deliver import Held, Lost, NotEnrolled, Outcome, Received, Refused, Stop, Unreachable
from app.sync.https import Https, connected
from app.sync.tus import RESTARTS

if TYPE_CHECKING:
    from sqlite_utils import Database

BATCH = 32
"""Parcels in one pass: a few megabytes in memory."""
PAGE = 4 * 1024 * 1024
"""Bytes of a pièce in one pass."""


@dataclass(frozen=True)
class Outgoing:
    """What is to be sent next, and as whom: parcels, or else some of a pièce."""

    enrolled: Enrolled
    parcels: tuple[Parcel, ...]
    upload: Upload | None = None

    def after(self, delivery: Delivery) -> Outgoing:
        """The same, when that *delivery*, not settled yet, has brought news: they are not asked for again."""
        cursor = max([self.enrolled.cursor, *(event.cursor for event in delivery.events)])
        return replace(self, enrolled=replace(self.enrolled, cursor=cursor))


@dataclass(frozen=True)
class Delivery:
    """What came of it. *heard*: the gateway's time and ours, when it last answered; *moved*: how far a pièce is."""

    outcomes: list[tuple[str, Outcome]]
    untried: tuple[str, ...]
    stopped: Stop | None
    events: list[Event]
    heard: tuple[datetime, datetime] | None
    moved: Upload | None = None

    def without(self, following: Outgoing) -> Delivery:
        """The same, when *following* was taken and does not leave."""
        return replace(self, untried=(*self.untried, *(parcel.id for parcel in following.parcels)))


@dataclass(frozen=True)
class Report:
    """A pass, for people. *more*: others wait, or pièces do, that nothing holds back; go on at once."""

    received: int
    refused: int
    waiting: int
    stopped: Stop | None

    @property
    def connected(self) -> bool:
        """« Connecté »: the gateway itself has answered, and takes what it is sent."""
        return self.stopped is None

    @property
    def more(self) -> bool:
        return self.stopped is None and self.waiting > 0


def parcels(db: Database, limit: int = BATCH) -> Outgoing | None:
    """The next parcels, or a pièce; nothing when nothing waits, and None on a terminal that is not enrolled."""
    enrolled = enrolment.enrolled(db)
    if enrolled is None:
        return None
    taken = outbox.take(db, limit)
    return Outgoing(enrolled, taken, None if taken else parts.upload(db, PAGE, RESTARTS))


def route(enrolled: Enrolled) -> AbstractContextManager[Https]:
    """The way to the gateway of this terminal; opened without a word to anybody."""
    return connected(enrolled.gateway, enrolled.token, enrolled.receipt_key)


def deliver(outgoing: Outgoing, gateway: Https) -> Delivery:
    """Send the parcels, then ask what is new, unless the way is closed. No expected trouble is raised."""
    if outgoing.upload:
        return _upload(outgoing.upload, gateway)
    outcomes, stopped = loop.deliver(outgoing.parcels, gateway)
    tried = {id_ for id_, _outcome in outcomes}
    untried = tuple(parcel.id for parcel in outgoing.parcels if parcel.id not in tried)
    if stopped is None:
        news = gateway.events(outgoing.enrolled.cursor)
        if isinstance(news, list):
            return Delivery(outcomes, untried, None, news, gateway.heard)
        stopped = news
    return Delivery(outcomes, untried, stopped, [], gateway.heard)


def _upload(upload: Upload, gateway: Https) -> Delivery:
    """Send some of a pièce. News are asked for with its receipt: that is a parcel again."""
    moved, outcome = gateway.upload(upload)
    stopped = outcome if isinstance(outcome, Stop) else None
    if stopped is None and moved.restarts > RESTARTS:  # the gateway loses it again and again
        stopped = Unreachable("incomplete")
    said: list[tuple[str, Outcome]] = (
        [] if outcome is None or isinstance(outcome, Stop) else [(upload.saisine, outcome)]
    )
    return Delivery(said, (), stopped, [], gateway.heard, replace(upload, **moved._asdict(), bytes=b""))


def settle(db: Database, delivery: Delivery) -> Report:
    """Keep what came of a delivery, all in one transaction; when it returns, received bodies are gone."""
    with transaction(db):
        if delivery.moved:
            outbox.moved(db, delivery.moved)
        for id_, outcome in delivery.outcomes:
            _settle(db, id_, outcome)
        outbox.not_sent(db, delivery.untried)
        for event in delivery.events:
            _hear(db, event)
        if delivery.heard:
            enrolment.heard(db, *delivery.heard)
    kinds = [type(outcome) for _id, outcome in delivery.outcomes]
    return Report(kinds.count(Received), kinds.count(Refused), outbox.waiting(db), delivery.stopped)


def _settle(db: Database, id_: str, outcome: Outcome) -> None:
    if isinstance(outcome, Received):
        outbox.received(db, id_, outcome.receipt, outcome.at)
    elif isinstance(outcome, Refused):
        outbox.refused(db, id_, outcome.why)
    elif isinstance(outcome, Held):
        outbox.held(db, id_, outcome.missing)
    elif isinstance(outcome, Lost):
        outbox.lost(db, id_)
    elif isinstance(outcome, NotEnrolled) or outcome.unsent:
        outbox.not_sent(db, [id_])


def _hear(db: Database, event: Event) -> None:
    if event.saisine and event.status and event.at:
        outbox.said(db, event.saisine, event.status, event.code, event.at)
    if event.recipients is not None:
        enrolment.replace_recipients(db, event.recipients)
    enrolment.read_up_to(db, event.cursor)


def once(db: Database, told: Callable[[Report], None] = lambda report: None) -> Report:
    """Send all that waits, until nothing does or the way is closed; *told* hears of each step.

    On a terminal that is not enrolled: NotEnrolled.
    """
    outgoing = parcels(db)
    if outgoing is None:
        return Report(0, 0, outbox.waiting(db), NotEnrolled())
    with ThreadPoolExecutor(1, "network") as network, route(outgoing.enrolled) as gateway:

        def leave(some: Outgoing) -> Future[Delivery]:
            return network.submit(deliver, some, gateway)

        report = _all(db, outgoing, leave, told)
        while report.more and (outgoing := parcels(db)):  # queued meanwhile
            report = _sum(report, _all(db, outgoing, leave, told))
    return report


def _all(
    db: Database, outgoing: Outgoing, leave: Callable[[Outgoing], Future[Delivery]], told: Callable[[Report], None]
) -> Report:
    """Deliver *outgoing* and what follows: while parcels are on the network, the store is at work for others."""
    report, under_way = Report(0, 0, 0, None), leave(outgoing)
    while True:
        following = Outgoing(outgoing.enrolled, outbox.take(db, BATCH, [parcel.id for parcel in outgoing.parcels]))
        delivery = under_way.result()
        last = delivery.stopped is not None or not following.parcels
        if last:
            delivery = delivery.without(following)
        else:
            under_way = leave(following.after(delivery))
        report = _sum(report, settle(db, delivery))
        told(report)
        if last:
            return report
        outgoing = following


def _sum(before: Report, after: Report) -> Report:
    received, refused = before.received + after.received, before.refused + after.refused
    return Report(received, refused, after.waiting, after.stopped)
