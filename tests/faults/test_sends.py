"""The plug is pulled while a request is sent: it is neither lost nor sent twice."""

from tests.faults import sends


def test_a_request_survives_twenty_kills_and_arrives_once():
    tally = sends.run(20, seed=1)
    assert tally.failures == []
    assert tally.kills == tally.queued + tally.kept == 20
    assert tally.queued >= 5
