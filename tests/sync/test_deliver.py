"""The loop, with routes that answer what they are told: one outcome each, and where it stops."""

from dataclasses import dataclass

import pytest

from app.sync.deliver import NotEnrolled, Outcome, Parcel, Received, Refused, Unreachable, deliver


@dataclass(frozen=True)
class Box:
    id: str
    manifest: bytes = b""
    package: bytes = b""


class Scripted:
    """A route that answers *outcomes* in turn."""

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


@pytest.mark.parametrize("closed", [NotEnrolled(), Unreachable("network"), Unreachable("busy", 7)])
def test_a_closed_way_stops_all_and_nothing_is_tried_twice(closed):
    route = Scripted(Received(), closed, Received())
    assert deliver(BOXES, route) == ([("a", Received()), ("b", closed)], closed)
    assert route.outcomes == [Received()]
