"""``python -m tests.faults``: short; ``--long``: 300 kills a kind, more traces, 10,000 searches, leaks anywhere.

And 1,000 changed files of each kind, 100,000 answers for each field that judges, 300 walks through each form, its every
page in every dress.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults import (
    checkers,
    kills,
    leaks,
    mutated,
    order,
    queries,
    rooms,
    scans,
    sends,
    tusclients,
    tusservers,
    uploads,
    walks,
)


def main() -> int:
    """Run all; 1 when one of them found something."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--long", action="store_true")
    asked.add_argument("--seed", type=int, default=1)
    said = asked.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, seed {said.seed}")
    wrong = _timed(lambda: _kills(300 if said.long else 20, said.seed))
    wrong += _timed(lambda: _sends(300 if said.long else 20, said.seed))
    wrong += _timed(lambda: _uploads(50 if said.long else 6, said.seed))
    wrong += _timed(lambda: _order(10 if said.long else 2, said.seed))
    wrong += _timed(lambda: _queries(10_000 if said.long else 300, said.seed))
    wrong += _timed(lambda: _checkers(100_000 if said.long else 300, said.seed))
    wrong += _timed(lambda: _scans(100 if said.long else 5, said.seed))
    wrong += _timed(lambda: _walks(300 if said.long else 20, said.seed))
    wrong += _timed(lambda: _mutated(1000 if said.long else 40, said.seed))
    if said.long:
        wrong += _timed(_rooms)
        wrong += _timed(_tusclients)
        wrong += _timed(_tusservers)
    wrong += _timed(lambda: _leaks(said.seed, everywhere=said.long))
    for failure in wrong:
        print(f"FAILED {failure}")
    return bool(wrong)


def _timed(errand: Callable[[], list[str]]) -> list[str]:
    begun = time.monotonic()
    wrong = errand()
    print(f"  {len(wrong)} failures, {time.monotonic() - begun:.0f} s")
    return wrong


def _kills(count: int, seed: int) -> list[str]:
    tally = kills.run(count, seed)
    print(f"kill -9: {tally.kills} kills, {tally.checked} drafts resumed, {tally.answers} answers compared")
    return tally.failures


def _sends(count: int, seed: int) -> list[str]:
    tally = sends.run(count, seed)
    print(
        f"kill -9 while sending: {tally.kills} kills, {tally.kept} whole drafts, {tally.queued} queued "
        f"({tally.shown} of them seen on the last screen), each at the gateway once"
    )
    return tally.failures


def _uploads(megabytes: int, seed: int) -> list[str]:
    tally = uploads.run(megabytes, seed)
    print(
        f"a pièce of {tally.size} bytes: {tally.cuts} cuts, {tally.kills} of them kill -9, {tally.begun} bytes sent, "
        f"{tally.grown} MB of memory"
    )
    return tally.failures


def _order(traces: int, seed: int) -> list[str]:
    if not order.can_trace():
        print("sync order: not tried, strace is missing or may not trace here")
        return []
    commits = marks = 0
    wrong = []
    for one in range(seed, seed + traces):
        with tempfile.TemporaryDirectory() as place, order.record(Path(place), one, seconds=4).open() as trace:
            seen = order.judge(trace)
        commits, marks = commits + seen.commits, marks + seen.marks
        wrong += [f"sync order, seed {one}: {early}" for early in seen.early]
    print(f"sync order: {traces} traces, {commits} commits, « Enregistré » shown {marks} times")
    return wrong


def _queries(count: int, seed: int) -> list[str]:
    print(f"searches for anything: {count}")
    return queries.run(count, seed)


def _checkers(count: int, seed: int) -> list[str]:
    print(f"anything typed into a field that judges: {count} for each")
    return checkers.run(count, seed)


def _scans(count: int, seed: int) -> list[str]:
    tally = scans.run(count, seed)
    print(f"a scanner that fails, is unplugged, is stopped: {tally.scans} scans, {tally.pages} whole pages kept")
    return tally.failures


def _walks(count: int, seed: int) -> list[str]:
    print(f"walks through each form, in no order: {count}")
    return walks.run(count, seed)


def _mutated(count: int, seed: int) -> list[str]:
    tally = mutated.run(count, seed)
    ends = ", ".join(f"{number} {end}" for end, number in tally.ends.most_common())
    print(f"changed files of {len(mutated.SEEDS)} kinds: {tally.files} ({ends}), {len(tally.crashes)} processes ended")
    for crash in tally.crashes:
        print(f"  ended by {crash}")
    return tally.failures


def _rooms() -> list[str]:
    print(f"every page of the four forms in {rooms.PAGES} dresses, every other screen in {rooms.SCREENS}")
    return rooms.run()


def _tusclients() -> list[str]:
    sent = tusclients.run()
    names = sorted({one.client for one in sent})
    print(f"other people's tus clients: {', '.join(names) or 'not tried, none could be installed'}")
    for one in sent:
        print(f"  {one.client}: {tusclients.SIZE} bytes, {one.cuts} cuts, {one.carried} bytes carried")
    return [f"{one.client}, bodies of {one.chunk or 'any size'}: {one.wrong}" for one in sent if one.wrong]


def _tusservers() -> list[str]:
    tally = tusservers.run()
    if tally is None:
        print("another tus server: not tried, npm is missing or cannot install it")
        return []
    print(f"{tally.server}: {tally.size} bytes, {tally.cuts} cuts, {tally.sent} bytes sent")
    return tally.failures


def _leaks(seed: int, *, everywhere: bool) -> list[str]:
    wrong = []
    for kind in leaks.VISITS:
        person = leaks.somebody(time.time_ns() + seed)
        wanted = leaks.needles(person)
        with tempfile.TemporaryDirectory() as place:
            left = leaks.visit(kind, person, Path(place) / "machine")
            wrong += [f"leak after {kind}: {hit}" for hit in leaks.found(wanted, left, everywhere=everywhere)]
    where = "the whole machine" if everywhere else "the folders of the visit"
    print(f"leaks: {len(leaks.VISITS)} visits ({', '.join(leaks.VISITS)}), {where}, what it said, the database")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
