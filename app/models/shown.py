"""What a text names and no catalogue can translate: days and sums, written in the language it is shown in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.models.kinds import euros


@dataclass(frozen=True)
class Day:
    """A day, as a sentence has it."""

    day: date

    def __str__(self) -> str:
        from app.models.reading import in_words

        return in_words(self.day)


@dataclass(frozen=True)
class Sum:
    """A sum of money."""

    amount: Decimal

    def __str__(self) -> str:
        return euros(self.amount)
