"""A line of the table: what was measured, beside the limit that it is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """*limit* in the unit of *measured*; *beside*: the other figure of the same run, and how both were taken."""

    name: str
    measured: float
    limit: float
    unit: str
    beside: str = ""

    @property
    def ratio(self) -> float:
        """What share of the limit is used."""
        return self.measured / self.limit

    @property
    def verdict(self) -> str:
        """In words."""
        return "within" if self.ratio <= 1 else "just over" if self.ratio <= 1.1 else "OVER"


def table(rows: Sequence[Row]) -> str:
    """Every row on a line, its remarks under it."""
    lines = [f"{'':44} {'measured':>11} {'limit':>11} {'ratio':>6}  verdict"]
    for row in rows:
        figures = f"{row.measured:>7.1f} {row.unit:<3} {row.limit:>7.1f} {row.unit:<3} {row.ratio:>6.2f}"
        lines.append(f"{row.name:44} {figures}  {row.verdict}")
        lines += [f"    {row.beside}"] * bool(row.beside)
    return "\n".join(lines)


def at(share: float, values: Sequence[float]) -> float:
    """The value below which *share* of *values* lie: 0.95 for p95."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
