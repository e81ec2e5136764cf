"""The plug is pulled: nothing that was shown as saved is lost."""

from tests.faults import kills
from tests.faults.kills import Promise


def test_what_was_shown_as_saved_survives_twenty_kills():
    tally = kills.run(20, seed=1)
    assert tally.failures == []
    assert tally.kills == 20
    assert tally.checked >= 10


def test_a_draft_that_lost_something_shown_as_saved_is_seen():
    promise = Promise(base={"name": "A"}, asked=[{"name": "B"}, {"phone": "1"}], shown=1)
    assert not promise.keeps({"name": "A"})
    assert not promise.keeps({"name": "B", "phone": "2"})
    assert promise.keeps({"name": "B", "phone": "1"})


def test_later_changes_come_back_in_their_order_or_not_at_all():
    promise = Promise(base={"name": "A"}, asked=[{"name": "B"}, {"phone": "1"}])
    assert list(promise.states()) == [{"name": "A"}, {"name": "B"}, {"name": "B", "phone": "1"}]
    assert not promise.keeps({"name": "A", "phone": "1"})
