"""When to try next: pure, so that the window, the command and the tests share it.

Seconds are those of a clock that only goes forward (``time.monotonic``); *chance* is random, from 0 to 1: terminals
that lost the same network must not all come back in the same second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.sync.deliver import NotEnrolled, Stop, Unreachable

POLL = 300.0
"""Between two looks for news (protocol.md, events)."""
FIRST, LONGEST = 5.0, 300.0
"""After a failure: the wait doubles from one to the other."""
HOPELESS = 3600.0
"""Until somebody enrols the terminal again."""
SCATTER = 5.0
"""When the network is back, everybody comes within so many seconds."""


@dataclass(frozen=True)
class Clock:
    """*next*: when to try; *quiet_until*: what the gateway asked for, which nothing overrides."""

    next: float = 0.0
    quiet_until: float = 0.0
    failures: int = 0

    def after(self, stopped: Stop | None, now: float, chance: float) -> Clock:
        """The clock after a pass that ended at *now*, *stopped* by that or by nothing."""
        if stopped is None:
            return Clock(next=now + POLL * (1 + 0.1 * chance))
        if isinstance(stopped, NotEnrolled):
            return Clock(next=now + HOPELESS * (1 + 0.1 * chance))
        return self._after_silence(stopped, now, chance)

    def _after_silence(self, stopped: Unreachable, now: float, chance: float) -> Clock:
        if stopped.later is not None:
            moment = now + stopped.later + SCATTER * chance
            return Clock(next=moment, quiet_until=moment, failures=self.failures + 1)
        wait = min(FIRST * 2 ** min(self.failures, 10), LONGEST)
        return Clock(next=now + wait * (0.5 + 0.5 * chance), failures=self.failures + 1)

    def network_back(self, now: float, chance: float) -> Clock:
        """The system says that there is a network again: soon, unless the gateway asked for more."""
        return replace(self, next=max(self.quiet_until, min(self.next, now + SCATTER * chance)), failures=0)

    def asked(self, now: float) -> Clock:
        """Something was just queued, or somebody touched « Envoyer maintenant »: now, with the same reserve."""
        return replace(self, next=max(self.quiet_until, min(self.next, now)))
