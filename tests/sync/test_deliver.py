"""The loop, with routes that answer what they are told: one outcome each, and where it stops."""

import threading
from dataclasses import dataclass

import pytest

from app.sync.deliver import TOGETHER, NotEnrolled, Outcome, Parcel, Received, Refused, Unreachable, deliver


@dataclass(frozen=True)
class Box:
    id: str
    manifest: bytes = b""
    package: bytes = b""
    urgent: bool = False


class Scripted:
    """A route that answers *outcomes* in turn; nothing was heard on it before."""

    heard = None

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)

    def send(self, parcel: Parcel) -> Outcome:
        return self.outcomes.pop(0)


BOXES = [Box("a"), Box("b"), Box("c")]


def test_nothing_to_send_is_no_trouble():
    assert deliver([], Scripted()) == ([], None)


def test_a_refusal_does_not_stop_the_others():
    said: list[Outcome] = [Received(b"r"), Refused("too-large"), Received(b"r")]
    assert deliver(BOXES, Scripted(*said)) == (list(zip("abc", said, strict=True)), None)


CLOSED = [NotEnrolled(), Unreachable("network"), Unreachable("busy", 7)]


@pytest.mark.parametrize("closed", CLOSED)
def test_a_way_that_is_closed_is_found_so_by_the_first_alone(closed):
    route = Scripted(closed, Received())
    assert deliver(BOXES, route) == ([("a", closed)], closed)
    assert route.outcomes == [Received()]


@pytest.mark.parametrize("closed", CLOSED)
def test_a_way_that_closes_lets_no_other_leave_and_nothing_is_tried_twice(closed):
    many = [Box(str(number)) for number in range(20)]
    route = Scripted(Received(), closed, *[Received()] * 18)
    outcomes, stopped = deliver(many, route)
    assert stopped == closed
    assert 2 <= len(outcomes) <= 1 + TOGETHER
    assert [id_ for id_, _outcome in outcomes] == [box.id for box in many[: len(outcomes)]]
    assert len(route.outcomes) == 20 - len(outcomes)


class Crowded:
    """A route on which each waits for TOGETHER of them; not the first when nothing was *heard*, nor urgent ones."""

    def __init__(self, heard: object = None) -> None:
        self.heard = heard
        self.together = threading.Barrier(TOGETHER, timeout=10)
        self.lock = threading.Lock()
        self.under_way: list[Box] = []
        self.most = 0
        self.sent: list[str] = []

    def send(self, parcel) -> Outcome:
        with self.lock:
            self.under_way.append(parcel)
            self.sent.append(parcel.id)
            self.most = max(self.most, len(self.under_way))
            assert len({box.urgent for box in self.under_way}) == 1
        if (self.heard or len(self.sent) > 1) and not parcel.urgent:
            self.together.wait()
        with self.lock:
            self.under_way.remove(parcel)
        return Received()


def test_several_are_on_their_way_at_once():
    route = Crowded()
    many = [Box(str(number)) for number in range(1 + 2 * TOGETHER)]
    outcomes, stopped = deliver(many, route)
    assert (len(outcomes), stopped, route.most) == (len(many), None, TOGETHER)
    assert route.sent[0] == "0"


def test_on_a_way_where_the_gateway_was_heard_nobody_has_to_leave_alone():
    route = Crowded(heard="yes")
    outcomes, stopped = deliver([Box(str(number)) for number in range(TOGETHER)], route)
    assert (len(outcomes), stopped, route.most) == (TOGETHER, None, TOGETHER)


def test_urgent_ones_are_gone_before_any_other_leaves():
    route = Crowded()
    urgent = [Box(f"u{number}", urgent=True) for number in range(6)]
    others = [Box(str(number)) for number in range(TOGETHER)]
    outcomes, _stopped = deliver(urgent + others, route)
    assert [id_ for id_, _outcome in outcomes] == [box.id for box in urgent + others]
    assert set(route.sent[:6]) == {box.id for box in urgent}
