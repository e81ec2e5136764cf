"""The kinds of field: how each answer is typed, read and shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.models import iban, nir, postcode, reach, strokes
from app.models.form import Field, Rule, Unreadable
from app.models.text import Text, _, calendar, locale

LETTERS = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*[.]?")
"""Names: letters of any alphabet, space, hyphen, apostrophes U+0027 U+2019 U+02BC (forms.md 0.1).

U+02BC is a letter to Python; among the separators too, it would make a long row of them take for ever.
"""


@dataclass(frozen=True, eq=False, kw_only=True)
class Line(Field[str]):
    """A line of free text, *limit* characters at most; *width* is the expected number of characters."""

    limit: int = 80
    width: int = 40

    def read(self, typed: str) -> str:
        if len(typed) > self.limit:
            raise Unreadable(_("Écrivez {limit} lettres au plus.").with_(limit=self.limit))
        return unicodedata.normalize("NFC", typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Paragraph(Line):
    """Free text on several lines."""

    limit: int = 400


@dataclass(frozen=True, eq=False, kw_only=True)
class Name(Line):
    """A name or first names, kept in the letters typed, composed (NFC)."""

    def read(self, typed: str) -> str:
        name = super().read(typed)
        if not LETTERS.fullmatch(_without_marks(name)):
            raise Unreadable(_("Écrivez seulement des lettres. Tirets et apostrophes sont possibles."))
        return name


def _without_marks(name: str) -> str:
    """*name* without the accents that NFC leaves apart, as in Yoruba: they belong to their letter."""
    return "".join(character for character in name if not unicodedata.category(character).startswith("M"))


@dataclass(frozen=True, eq=False, kw_only=True)
class PostCode(Line):
    """A French postal code, 5 digits; Corsica is 20xxx (forms.md 0.3)."""

    width: int = 6

    def read(self, typed: str) -> str:
        return postcode.read(typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Iban(Line):
    """A bank account number; its value is in capitals, without spaces."""

    width: int = 34

    def read(self, typed: str) -> str:
        return iban.read(typed)

    def show(self, typed: str) -> str:
        return iban.spaced(typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Nir(Field[nir.Nir]):
    """A social security number, typed ``number/key``; ``none`` is « je n'ai pas ce numéro, ou il est provisoire »."""

    def read(self, typed: str) -> nir.Nir:
        return nir.read(typed)

    def show(self, typed: str) -> str:
        return str(_("Pas encore de numéro, ou numéro provisoire")) if typed == nir.NONE else nir.spaced(typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Date(Field[date]):
    """A date, typed ``d/m/y`` with empty parts allowed."""

    def read(self, typed: str) -> date:
        day, month, year = self.parts(typed)
        for part, digits, message in (
            ("day", day, _("Ajoutez le jour. Exemple : 14.")),
            ("month", month, _("Ajoutez le mois. Exemple : 3.")),
            ("year", year, _("Ajoutez l’année. Exemple : 1988.")),
        ):
            if not digits:
                raise Unreadable(message, part)
        return _date(day, _month(month), year)

    def show(self, typed: str) -> str:
        from babel.dates import format_date

        try:
            return format_date(self.read(typed), "long", locale=calendar(locale()))
        except Unreadable:
            return typed.strip("/")

    @staticmethod
    def parts(typed: str) -> tuple[str, str, str]:
        """Day, month and year as typed, each possibly empty."""
        day, month, year = (*typed.split("/"), "", "", "")[:3]
        return day.strip(), month.strip(), year.strip()


def _date(day: str, month: str, year: str) -> date:
    if not (re.fullmatch(r"\d{1,2}", day, re.ASCII) and 1 <= int(day) <= 31):
        raise Unreadable(_("Écrivez le jour en chiffres, de 1 à 31."), "day")
    if not (re.fullmatch(r"\d{1,2}", month, re.ASCII) and 1 <= int(month) <= 12):
        raise Unreadable(_("Écrivez le mois en chiffres, de 1 à 12."), "month")
    if not re.fullmatch(r"[12]\d{3}", year, re.ASCII):
        raise Unreadable(_("Écrivez l’année en 4 chiffres. Exemple : 1988."), "year")
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise Unreadable(_("Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois."), "day") from error


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january січня січень", "février fevrier february лютого лютий", "mars march березня березень",
            "avril april квітня квітень", "mai may травня травень", "juin june червня червень",
            "juillet july липня липень", "août aout august серпня серпень", "septembre september вересня вересень",
            "octobre october жовтня жовтень", "novembre november листопада листопад",
            "décembre decembre december грудня грудень",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Month names people type in the three languages (visual.md 1: month names are accepted)."""


def _month(typed: str) -> str:
    return str(MONTHS.get(unicodedata.normalize("NFC", typed.lower()), typed))


@dataclass(frozen=True, eq=False, kw_only=True)
class Phone(Field[str]):
    """A telephone number; its value is in E.164."""

    def read(self, typed: str) -> str:
        return reach.phone(typed)

    def show(self, typed: str) -> str:
        return reach.phone_as_people_read_it(typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Email(Field[str]):
    """An e-mail address; whether it exists is not asked of the network."""

    def read(self, typed: str) -> str:
        return reach.email(typed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice(Field[str]):
    """One of *options*; *only* says when an option may be chosen; *boxes* is the official box each one ticks."""

    options: Mapping[str, Text]
    icons: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, Rule] = field(default_factory=dict)
    boxes: Mapping[str, str] = field(default_factory=dict)

    def read(self, typed: str) -> str:
        if typed not in self.options:
            raise Unreadable(self.missing)
        return typed

    def show(self, typed: str) -> str:
        return str(self.options[typed]) if typed in self.options else ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Choices(Field[tuple[str, ...]]):
    """Several of *options*, typed as keys joined by a space; *alone*, chosen, excludes the others."""

    options: Mapping[str, Text]
    icons: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, Rule] = field(default_factory=dict)
    boxes: Mapping[str, str] = field(default_factory=dict)
    alone: str = ""

    def read(self, typed: str) -> tuple[str, ...]:
        chosen = set(typed.split())
        if not chosen or chosen - set(self.options):
            raise Unreadable(self.missing)
        if self.alone in chosen and len(chosen) > 1:
            raise Unreadable(_("« {option} » ne va avec aucune autre réponse.").with_(option=self.options[self.alone]))
        return tuple(option for option in self.options if option in chosen)

    def show(self, typed: str) -> str:
        chosen = typed.split()
        return "\n".join(str(label) for option, label in self.options.items() if option in chosen)


@dataclass(frozen=True, eq=False, kw_only=True)
class Tick(Field[bool]):
    """A box to tick, never ticked beforehand; typed ``yes`` or nothing."""

    def read(self, typed: str) -> bool:
        if typed != "yes":
            raise Unreadable(self.missing)
        return True

    def show(self, typed: str) -> str:
        return str(_("Oui")) if typed == "yes" else str(_("Non"))


@dataclass(frozen=True, eq=False, kw_only=True)
class Consent(Tick):
    """A tick without which nothing goes further; *given* and *signer* are recorded beside it."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Notice(Tick):
    """The notice that is read before anything is kept (people.md P3); going on says that it was read."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Signature(Field[strokes.Strokes]):
    """A drawn signature, typed as its strokes (``strokes.py``)."""

    def read(self, typed: str) -> strokes.Strokes:
        drawn = strokes.read(typed)
        if sum(len(stroke) for stroke in drawn) < strokes.ENOUGH:
            raise Unreadable(self.missing)
        return drawn

    def show(self, typed: str) -> str:
        return str(_("Signature dessinée")) if typed else ""
