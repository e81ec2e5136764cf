"""``kill -9`` at random moments of submitting and sending: each saisine is wholly a draft or wholly queued, and at the
gateway exactly once.

A chain is one terminal: each of its processes begins a request, sends it, and is killed on the way; the next ones send
what is left, by a network that loses questions and answers. In the end nothing waits, and the gateway is asked.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from sqlite_utils import Database

from app.actions import drafts, sync
from app.actions.drafts import WrongCode
from app.models.draft import SIGNED
from app.store import outbox
from app.store.database import check
from app.store.drafts import salt
from tests.faults.plug import CHAIN, Plug, Told, chains, stay
from tests.faults.plug import Tally as Counted
from tests.journeys.halls import enrolled
from tests.sync.hall import Behaviour, Hall, pass_on
from tests.sync.hostile import cut, half_an_answer, swallow

LONGEST = 1.2
"""Seconds after the last page stands, at most."""
IN_THE_WAY: tuple[Behaviour, ...] = (cut, swallow, half_an_answer)
PASSES = 20
"""Passes of the command at the end, at most: what is in the way goes away before."""


@dataclass
class Tally(Counted):
    """*queued* and *kept* requests, of those that were begun; *shown*: those whose last screen was seen."""

    queued: int = 0
    kept: int = 0
    shown: int = 0


def run(kills: int, seed: int) -> Tally:
    """At least *kills* of them, several terminals at once, all from *seed*."""
    return chains(chain, Tally(), kills, seed)


def chain(seed: int) -> Tally:
    """One terminal through ``CHAIN`` kills, then all that it still has to send."""
    dice, tally = Random(seed), Tally()  # noqa: S311  to be played again from its seed
    with tempfile.TemporaryDirectory(prefix="guichet-sends-") as place:
        folder, gateway = Path(place) / "data", Path(place) / "gateway"
        for one in (folder, gateway):
            one.mkdir(mode=0o700)
        hall = Hall(gateway)
        try:
            enrolled(folder, hall)
            wrong = _kills(dice, folder, hall, tally) or _empties(folder, hall)
        finally:
            hall.close()
    if wrong:
        tally.failures.append(f"seed {seed}: {wrong}")
    return tally


def _kills(dice: Random, folder: Path, hall: Hall, tally: Tally) -> str:
    for turn in range(CHAIN):
        hall.crowd[:] = [dice.choice(IN_THE_WAY) if dice.random() < 0.3 else pass_on for _question in range(40)]
        before = len(_rows(folder))
        told = stay(["tests.faults.sender", str(folder), f"SENDER{'ABCDE'[turn]}"], _plug(dice))
        tally.kills += 1
        if wrong := _judge(folder, told, before, tally):
            return f"turn {turn}: {wrong}"
    return ""


def _plug(dice: Random) -> Plug:
    """Any moment; while it is made and queued; while it is on the network."""
    line = dice.choice(("", "touched", "touched", "sent"))
    delay = {"": 0.0, "touched": dice.uniform(0, 0.4), "sent": dice.uniform(0, 0.2)}[line]
    return Plug(line, 1, dice.uniform(0, LONGEST) if not line else 20, delay)


def _judge(folder: Path, told: Told, before: int, tally: Tally) -> str:
    """Wholly a draft, or wholly queued; queued for certain when the last screen was shown."""
    began = next((line for line in told.lines if "began" in line), None)
    if not told.ours or began is None:
        return f"the program ended by itself, or never came to the last page: {told.words}"
    db = drafts.connect(folder)
    check(db)
    new = len(outbox.listed(db)) - before
    draft = _draft(db, began["began"])
    db.close()
    shown = [line["sent"] for line in told.lines if "sent" in line]
    tally.add(Tally(queued=new, kept=draft is not None, shown=len(shown)))
    if new not in (0, 1) or (draft is None) != (new == 1):
        return f"{new} queued, and the draft is {'gone' if draft is None else 'there'}"
    if shown and not new:
        return "the last screen was shown, and nothing is queued"
    return "" if draft in (None, began["typed"]) else f"the draft holds {draft}, and was {began['typed']}"


def _draft(db: Database, code: str) -> dict[str, str] | None:
    try:
        found = drafts.resume(db, drafts.lock_for(code, salt(db)), datetime.now().astimezone())
    except WrongCode:
        return None
    return {path: text for path, text in found.draft.typed.items() if path != SIGNED}


def _rows(folder: Path) -> list[outbox.Row]:
    db = drafts.connect(folder)
    rows = outbox.listed(db)
    db.close()
    return rows


def _empties(folder: Path, hall: Hall) -> str:
    """Send the rest: then every request that was queued is at the gateway, once, and nothing else is."""
    hall.crowd[:] = []
    db = drafts.connect(folder)
    for _pass in range(PASSES):
        if not sync.once(db).waiting:
            break
    rows = outbox.listed(db)
    db.close()
    states = Counter(row.state for row in rows)
    if set(states) - {"received"}:
        return f"at the end: {dict(states)}"
    wanted, there = sorted(row.reference for row in rows), sorted(hall.has())
    return "" if wanted == there else f"queued {wanted}, and at the gateway {there}"
