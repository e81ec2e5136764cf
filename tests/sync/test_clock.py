"""When to try next: later and later, scattered, never before the gateway's own wish."""

import pytest

from app.sync.clock import FIRST, HOPELESS, LONGEST, POLL, SCATTER, Clock
from app.sync.deliver import NotEnrolled, Unreachable

SILENCE = Unreachable("network")


def test_the_first_pass_is_at_once():
    assert Clock().next == 0


def test_after_a_success_news_are_asked_for_every_five_minutes():
    assert Clock(failures=4).after(None, 100, 0) == Clock(100 + POLL)
    assert Clock().after(None, 100, 1).next == pytest.approx(100 + POLL * 1.1)


def test_the_wait_doubles_up_to_five_minutes():
    clock, waits = Clock(), []
    for _try in range(20):
        clock = clock.after(SILENCE, 0, 1)
        waits.append(clock.next)
    assert waits[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert set(waits[6:]) == {LONGEST}


def test_the_wait_is_scattered_over_its_second_half():
    assert (Clock().after(SILENCE, 0, 0).next, Clock().after(SILENCE, 0, 1).next) == (FIRST / 2, FIRST)


def test_the_gateways_wish_is_a_lower_bound_that_nothing_shortens():
    clock = Clock().after(Unreachable("busy", 60), 10, 0.5)
    assert clock.next == clock.quiet_until == 70 + SCATTER / 2
    assert clock.network_back(20, 0).next == clock.next
    assert clock.asked(20).next == clock.next
    assert clock.after(None, 80, 0).quiet_until == 0


def test_a_terminal_that_is_not_enrolled_waits_for_somebody():
    assert Clock().after(NotEnrolled(), 0, 0).next == HOPELESS


def test_when_the_network_is_back_everybody_comes_soon_but_not_at_once():
    waiting = Clock(next=1000, failures=8)
    assert waiting.network_back(10, 0.5) == Clock(next=10 + SCATTER / 2)
    assert Clock(next=11).network_back(10, 1).next == 11


def test_something_new_leaves_now():
    assert Clock(next=1000).asked(10).next == 10
