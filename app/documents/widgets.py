"""The fields of an AcroForm where they stand on a page: what they are, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

COMB, LINES = 1 << 24, 1 << 12
"""Flags of a field: one cell a letter; several lines."""
PRINTED = 4
"""Flags of a box: it is printed, and nothing hides it."""
SIZE = 10.0
"""Of letters, where the field leaves it to the program that shows it."""


@dataclass(frozen=True)
class Widget:
    """A *box* on a page, and the *field* whose value it shows: often one object of the file."""

    name: str
    box: Any
    field: Any

    def _said(self, key: str) -> Any:
        """What the field says under *key*, or what it is part of."""
        held = self.box
        while key not in held and "/Parent" in held:
            held = held["/Parent"]
        return below(held, key)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """What a box to tick may be, besides off; none for a field to write in."""
        if self._said("/FT") != "/Btn":
            return ()
        looks = below(below(self.box, "/AP", {}), "/N", {})
        return tuple(state[1:] for state in looks if state != "/Off")

    @cached_property
    def size(self) -> tuple[float, float]:
        """How wide and how high it is."""
        left, bottom, right, top = (float(side) for side in self.box["/Rect"])
        return abs(right - left), abs(top - bottom)

    @property
    def cells(self) -> int:
        """How many letters its comb has; 0 is no comb."""
        return int(self._said("/MaxLen") or 0) if int(self._said("/Ff") or 0) & COMB else 0

    @property
    def lines(self) -> bool:
        """Whether it is written in on several lines."""
        return bool(int(self._said("/Ff") or 0) & LINES)

    @property
    def letters(self) -> float:
        """The size of its letters."""
        found = re.search(r"([\d.]+) +Tf", str(self._said("/DA") or ""))
        return float(found[1]) if found and float(found[1]) else min(SIZE, self.size[1] * 0.7)

    def tick(self, state: str) -> None:
        """Make it and its like show *state*; those that do not have it are off."""
        self.field[_name("/V")] = _name(f"/{state}")
        self._print()
        self.box[_name("/AS")] = _name(f"/{state}" if state in self.states else "/Off")

    def show(self, said: str, drawn: Any, file: Any) -> None:
        """Give it the value *said*, shown as it is *drawn* on a page of its size, in letters that have it all."""
        from pypdf import generic

        look = drawn["/Contents"].clone(file)
        look[_name("/Type")], look[_name("/Subtype")] = _name("/XObject"), _name("/Form")
        look[_name("/BBox")] = generic.ArrayObject([generic.FloatObject(side) for side in (0, 0, *self.size)])
        look[_name("/Resources")] = drawn["/Resources"].clone(file)
        self.field[_name("/V")] = generic.TextStringObject(said)
        self.field.pop("/RV", None)
        self._print()
        self.box[_name("/AP")] = generic.DictionaryObject({_name("/N"): look.indirect_reference})

    def _print(self) -> None:
        """Let it be seen, and printed: a blank may hide what it does not need."""
        from pypdf.generic import NumberObject

        self.box[_name("/F")] = NumberObject(PRINTED)


def below(held: Any, key: str, otherwise: Any = None) -> Any:
    """What *held* has under *key*, wherever in the file that stands."""
    return held[key] if key in held else otherwise  # noqa: SIM401  pypdf's ``get`` answers where it is, not what


def _name(said: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject(said)


def widgets(pages: Iterable[Any]) -> Iterator[Widget]:
    """Every field of *pages*, page after page; one that stands in several places is there for each."""
    for page in pages:
        for box in (each.get_object() for each in below(page, "/Annots", ())):
            if below(box, "/Subtype") == "/Widget":
                field = box if "/T" in box else box["/Parent"]
                yield Widget(_whole_name(field), box, field)


def _whole_name(field: Any) -> str:
    """Its whole name, from the outermost field on."""
    above = f"{_whole_name(field['/Parent'])}." if "/Parent" in field else ""
    return f"{above}{field['/T']}" if "/T" in field else above.rstrip(".")
