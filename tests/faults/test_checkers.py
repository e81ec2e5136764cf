"""A field that judges says yes or no to anything."""

from tests.faults import checkers


def test_nothing_typed_breaks_a_checker():
    assert checkers.run(300, seed=1) == []
