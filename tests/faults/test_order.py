"""« Enregistré » is never shown before its commit is on the disk."""

import pytest

from tests.faults import order

RESUMED = "1 fdatasync(9 <unfinished ...>", "1 <... fdatasync resumed>) = 0 (DELAYED)"


@pytest.mark.skipif(not order.can_trace(), reason="strace is missing, or may not trace here")
def test_no_mark_comes_before_the_sync_of_its_commit(tmp_path):
    with order.record(tmp_path, seed=1, seconds=5).open() as trace:
        seen = order.judge(trace)
    assert seen.early == []
    assert seen.commits >= 3
    assert seen.marks >= 3


@pytest.mark.parametrize(
    ("lines", "early"),
    [
        (["1 fdatasync(9) = 0", 'committed\\": 1', 'saved\\": 1'], 0),
        ([*RESUMED, 'committed\\": 1', 'saved\\": 1'], 0),
        (["1 fdatasync(9 <unfinished ...>", 'saved\\": 1'], 1),
        (["1 fdatasync(9) = -1 EIO", 'committed\\": 1', 'saved\\": 1'], 1),
        (["2 fdatasync(9) = 0", 'committed\\": 1', 'saved\\": 1'], 1),
        (["1 fdatasync(9) = 0", 'committed\\": 1', 'saved\\": 2'], 1),
    ],
    ids=["in order", "resumed", "too early", "failed", "of another thread", "of another commit"],
)  # fmt: skip
def test_a_mark_that_comes_too_early_is_seen(lines, early):
    told = [
        line if line[0].isdigit() else f'1 write(1, "{{\\"{line}}}\\n", 9) = 9' for line in ['committing\\": 1', *lines]
    ]
    assert len(order.judge(told).early) == early
