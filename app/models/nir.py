"""The social security number, NIR, and the waiting numbers (forms.md 0.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.models.form import Caution, Unreadable
from app.models.text import Plural, Text, _

NONE = "none"
"""What is typed for « je n'ai pas ce numéro, ou il est provisoire »."""

Kind = Literal["definitive", "waiting", "legacy"]

NUMBER = re.compile(r"[1-478]\d{2}\d{2}(?:\d{2}|2[AB])\d{6}", re.ASCII)
LEGACY = re.compile(r"[5-8][12]\d{11}", re.ASCII)
"""NNP and « migrant de passage »: 13 digits and no key, withdrawn at the end of 2022."""


@dataclass(frozen=True)
class Nir:
    """A number of 13 characters and its key; both empty when the person has none."""

    number: str = ""
    key: str = ""
    kind: Kind | None = None

    def __str__(self) -> str:
        return spaced(f"{self.number}/{self.key}")


def key_of(number: str) -> str:
    """The two-digit key of a 13-character *number*: 97 less (n mod 97), 2A read 19 and 2B read 18 (cnam-nir)."""
    digits = number[:5] + number[5:7].replace("2A", "19").replace("2B", "18") + number[7:]
    return f"{97 - int(digits) % 97:02d}"


def split(typed: str) -> tuple[str, str]:
    """Number and key as typed in their two boxes, or written in one go; without spaces, in capitals."""
    number, _slash, key = re.sub(r"[\s.\-]", "", typed.upper()).partition("/")
    return (number[:13], key or number[13:])


def spaced(typed: str) -> str:
    """*typed* as it is printed: 1 2 2 2 3 3, then the key."""
    number, key = split(typed)
    groups = (number[0:1], number[1:3], number[3:5], number[5:7], number[7:10], number[10:13], key)
    return " ".join(group for group in groups if group)


def read(typed: str) -> Nir:
    """The number that *typed* is, or Unreadable with what is missing and in which box."""
    if typed == NONE:
        return Nir()
    number, key = split(typed)
    if LEGACY.fullmatch(number) and not key:
        return Nir(number, "", "legacy")
    _whole(number)
    if not re.fullmatch(r"\d{2}", key):
        raise Unreadable(_("Ajoutez la clé : les 2 derniers chiffres du numéro."), "key")
    if key != key_of(number):
        raise Unreadable(_("Le numéro et la clé ne vont pas ensemble. Relisez chaque chiffre."), "number")
    return Nir(number, key, "definitive" if number[0] in "12" else "waiting")


def _whole(number: str) -> None:
    if lacking := 13 - len(number):
        raise Unreadable(missing_digits(lacking), "number")
    if not NUMBER.fullmatch(number):
        raise Unreadable(_("Ce numéro n’est pas complet ou contient une lettre. Relisez chaque chiffre."), "number")
    if not (1 <= int(number[3:5]) <= 12 or 20 <= int(number[3:5]) <= 99):
        raise Unreadable(_("Le mois de naissance dans le numéro n’existe pas. Relisez les chiffres 4 et 5."), "number")
    if number[5:7] == "00":
        raise Unreadable(_("Le département dans le numéro n’existe pas. Relisez les chiffres 6 et 7."), "number")


def missing_digits(lacking: int) -> Text:
    """What to say when *lacking* digits are missing."""
    return Plural(
        "Il manque {count} chiffre au numéro de sécurité sociale.",
        "Il manque {count} chiffres au numéro de sécurité sociale.",
        lacking,
    )


def cautions(nir: Nir) -> tuple[Text, ...]:
    """What is unusual in *nir* without being wrong."""
    if nir.kind == "legacy":
        return (_("C’est un ancien numéro provisoire. La caisse vous donnera un nouveau numéro."),)
    if nir.kind == "waiting":
        return (_("C’est un numéro d’attente. La caisse vous donnera un numéro définitif."),)
    if nir.kind and 43 <= int(nir.number[3:5]) <= 49:
        return (_("Le mois de naissance dans le numéro est rare. Relisez les chiffres 4 et 5."),)
    return ()


def caution(nir: Nir, today: date) -> Caution | None:
    """The check of a form: the first of ``cautions``."""
    return next((Caution(message) for message in cautions(nir)), None)


def disagrees(nir: Nir, born: date) -> bool:
    """Whether *nir* tells another birth year or month than *born*; months 20 to 99 tell nothing."""
    if not nir.kind or nir.kind == "legacy":
        return False
    year, month = int(nir.number[1:3]), int(nir.number[3:5])
    return year != born.year % 100 or (month <= 12 and month != born.month)
