"""``kill -9`` at random moments of typing and page changes: what was shown as saved is there again, or we hear of it.

A chain is one draft: a process begins it and is killed, the next resumes it by its code, is checked, types on and is
killed in its turn. What comes back must be exactly what was shown as saved, followed by none, some or all of the
changes that were asked for after that, in their order.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app.models.draft import PLACE, SIGNED
from tests.faults.plug import CHAIN, PATIENCE, Plug, Told, chains, stay
from tests.faults.plug import Tally as Counted

LONGEST = 0.9
"""Seconds that a process types before it is killed, at most."""


@dataclass
class Promise:
    """A draft as its window showed it: *base*, found at the last resume; *asked* since, *shown* of them as saved."""

    code: str = ""
    base: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    shown: int = 0

    @property
    def made(self) -> bool:
        """Whether anything was promised."""
        return bool(self.base or self.shown)

    def states(self) -> Iterator[dict[str, str]]:
        """What may be found: all that was shown as saved, then one more change at a time."""
        state = dict(self.base)
        for number, changes in enumerate([{}, *self.asked]):
            state |= {path: text for path, text in changes.items() if path != SIGNED}
            if number >= self.shown:
                yield dict(state)

    def births(self) -> list[str]:
        """The dates that the guard at the screen may ask for, as typed."""
        return list(dict.fromkeys(state["birth_date"] for state in self.states() if state.get("birth_date")))

    def keeps(self, found: Mapping[str, str]) -> bool:
        """Whether *found* is one of those; it is the base from now on."""
        if found not in list(self.states()):
            return False
        self.base, self.asked, self.shown = dict(found), [], 0
        return True


@dataclass
class Tally(Counted):
    """Drafts *checked* when they were opened again, and their *answers*."""

    checked: int = 0
    answers: int = 0


def run(kills: int, seed: int) -> Tally:
    """At least *kills* of them, several chains at once, all from *seed*."""
    return chains(chain, Tally(), kills, seed)


def chain(seed: int) -> Tally:
    """One draft through ``CHAIN`` kills, and opened a last time."""
    dice, tally, promise = Random(seed), Tally(), Promise()  # noqa: S311  to be played again from its seed
    with tempfile.TemporaryDirectory(prefix="guichet-kills-") as place:
        for turn in range(CHAIN + 1):
            plug = _plug(dice) if turn < CHAIN else Plug("intact", 1, 0)
            if not promise.made:
                promise = Promise()  # killed before anything was promised: the next process begins another draft
            told = _stay(Path(place) / "data", dice.randrange(2**32), promise, plug)
            wrong = _judge(told, promise, tally)
            tally.kills += turn < CHAIN
            if wrong:
                tally.failures.append(f"seed {seed}, turn {turn}: {wrong}")
                break
    return tally


def _plug(dice: Random) -> Plug:
    """Any moment; just when a commit sets out; just when it is shown."""
    line = dice.choice(("", "asked", "committing", "saved"))
    return Plug(line, dice.randint(1, 6), dice.uniform(0, LONGEST) if not line else LONGEST)


def _stay(folder: Path, seed: int, promise: Promise, plug: Plug) -> Told:
    births = promise.births()[::-1] if promise.made else []
    code = [promise.code, *births] if promise.made else []
    return stay(["tests.faults.typist", str(folder), str(seed), *code], plug)


def _judge(told: Told, promise: Promise, tally: Tally) -> str:
    """Compare what came back with what was promised, then note what is promised now; says what is wrong."""
    if not told.ours:
        return f"the program ended by itself: {told.words}"
    if not any("began" in line or "intact" in line for line in told.lines):
        return f"nothing to see after {PATIENCE} s, or the database is not intact: {told.words}"
    for line in told.lines:
        if "resumed" in line:
            if wrong := _compare(line, promise):
                return wrong
            tally.checked += 1
            tally.answers += len(line["resumed"])
        elif "asked" in line:
            promise.asked.append(line["asked"])
            promise.code = line["code"]
        elif "saved" in line:
            promise.shown = max(promise.shown, line["saved"])
    return ""


def _compare(line: Mapping[str, Any], promise: Promise) -> str:
    """Answers, page and field; and that the boxes on the screen hold those answers."""
    found = {**line["resumed"], PLACE: line["place"]}
    promised = next(promise.states())
    if not promise.keeps(found):
        return f"found {found}; promised {promised} and perhaps {len(promise.asked)} changes more"
    blank = {path: text for path, text in line["shown"].items() if text != found.get(path, "")}
    return f"on the screen: {blank}; kept: {found}" if blank else ""
