"""The kinds of field that only some forms have: towns, sums, a person among those listed, the day of a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.models.fields import Choice, Date, Line, Name
from app.models.form import Answers, Field, Repeat, Unreadable
from app.models.text import Plural, Text, _, locale

MONTHS = 12
SUM = re.compile(r"\d{1,7}(?:[.,]\d{1,2})?", re.ASCII)
"""Euros, and cents after a comma or a point; nobody here received ten million."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Town(Line):
    """A commune; *code* is the field of its postal code, whose communes are proposed and never imposed."""

    code: str = "postcode"
    limit: int = 45
    width: int = 30


@dataclass(frozen=True, eq=False, kw_only=True)
class Place(Name):
    """The name of a place anywhere in the world: figures and brackets too; proposed in Latin letters as names are."""

    def read(self, typed: str) -> str:
        return Line.read(self, typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Amount(Field[Decimal]):
    """A sum in euros, 0 or more; spaces may part its thousands."""

    def read(self, typed: str) -> Decimal:
        return money(typed)

    def show(self, typed: str) -> str:
        try:
            return euros(self.read(typed))
        except Unreadable:
            return typed


@dataclass(frozen=True, eq=False, kw_only=True)
class Months(Field[tuple[Decimal, ...]]):
    """A sum for each of the twelve months that count, typed ``870;870,50;;…``, the oldest first; all have one.

    Which months they are follows from the day of the request (``period.twelve_months``).
    """

    def read(self, typed: str) -> tuple[Decimal, ...]:
        if typed.count(";") >= MONTHS:
            raise Unreadable(_("Écrivez 12 sommes, une par mois."))
        return tuple(self._month(number, text) for number, text in enumerate(self.parts(typed), 1))

    def show(self, typed: str) -> str:
        sums = self.parts(typed)
        try:
            return str(_("{total} pour 12 mois").with_(total=euros(sum(map(money, sums), Decimal(0)))))
        except Unreadable:
            filled = sum(map(bool, sums))
            return str(Plural("{count} mois rempli sur 12", "{count} mois remplis sur 12", filled))

    @staticmethod
    def parts(typed: str) -> tuple[str, ...]:
        """The twelve sums as typed, each possibly empty."""
        return tuple(part.strip() for part in (*typed.split(";"), *[""] * MONTHS)[:MONTHS])

    def _month(self, number: int, text: str) -> Decimal:
        if not text:
            raise Unreadable(_("Écrivez une somme pour chaque mois. Écrivez 0 si vous n’avez rien reçu."), str(number))
        try:
            return money(text)
        except Unreadable as error:
            raise Unreadable(error.message, str(number)) from error


def money(typed: str) -> Decimal:
    """The euros that *typed* says, or Unreadable."""
    plain = re.sub(r"[\s€]", "", typed)
    if not SUM.fullmatch(plain):
        raise Unreadable(_("Écrivez une somme en chiffres. Exemple : 870 ou 870,50."))
    return Decimal(plain.replace(",", "."))


def euros(amount: Decimal) -> str:
    """*amount* as people read it, cents only when there are some."""
    from babel.numbers import format_decimal

    from app.models.amounts import PATTERNS

    whole = amount == amount.to_integral_value()
    said = format_decimal(amount, format="#,##0" if whole else "#,##0.00", locale=locale())
    return PATTERNS["eur"][locale()].format(said)


@dataclass(frozen=True, eq=False, kw_only=True)
class Agreement(Choice):
    """A consent that may be refused and steers what is asked: « yes » or another answer, recorded as agreed or not."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Among(Choice):
    """One of *options*, or one of the rows of *repeat*, by row id; *named*: the fields that name a row."""

    repeat: Repeat
    named: tuple[Field[str], ...]

    def read(self, typed: str) -> str:
        """Which rows there are only the path knows: it lets nothing else through."""
        return typed

    def rows(self, answers: Answers) -> Iterator[tuple[str, Text]]:
        """Each row that has a name by now, and that name; every row asks the first of *named*."""
        typed, start, end = answers.typed, f"{self.repeat.name}/", f"/{self.named[0].name}"
        for path in typed:
            if path.endswith(end) and path.startswith(start):
                row = path[len(start) : -len(end)]
                parts = (typed.get(f"{start}{row}/{field.name}", "").strip() for field in self.named)
                if name := " ".join(filter(None, parts)):
                    yield row, Text(name)


@dataclass(frozen=True, eq=False, kw_only=True)
class SigningDay(Date):
    """The day on which the signature at *of* was drawn: kept with it, never asked (forms.md 0.3)."""

    of: str = "signature"
    required: bool = False

    @staticmethod
    def typed(day: date) -> str:
        """*day* in the grammar of dates."""
        return f"{day.day}/{day.month}/{day.year}"
