"""A file that was changed at random is cleaned or refused, and nothing else happens."""

from tests.faults import mutated


def test_forty_changed_files_of_each_kind_are_cleaned_or_refused():
    tally = mutated.run(40, seed=1)
    assert tally.failures == []
    assert tally.files == 40 * len(mutated.SEEDS)
    assert tally.ends["cleaned"] > 10
    assert tally.ends["damaged"] > 40


def test_the_same_number_gives_the_same_file():
    for kind in mutated.SEEDS:
        made = [mutated.mutated(kind, number) for number in range(30)]
        assert made == [mutated.mutated(kind, number) for number in range(30)]
        assert len(set(made)) > 25
