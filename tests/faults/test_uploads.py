"""A pièce on a line that breaks twenty times: it arrives whole, and hardly a byte is sent twice."""

from tests.faults import uploads


def test_a_piece_survives_twenty_cuts_and_arrives_once():
    tally = uploads.run(6, seed=1)
    assert tally.failures == []
    assert (tally.cuts, tally.kills) == (20, 10)
