"""Bank account numbers, IBAN (ISO 13616; forms.md 0.3): what is missing, and where to look."""

from __future__ import annotations

import re

from app.models.form import Unreadable
from app.models.text import Plural, Text, _

SIGNS = re.compile(r"[A-Za-z0-9]*")
START = re.compile(r"[A-Z]{2}[0-9]{2}")
KINDS = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}
"""How the register of ISO 13616 writes digits, letters, and either."""

ONLY_SIGNS = _("Un IBAN n’a que des lettres de A à Z et des chiffres. Effacez le reste.")
NO_START = _("Un IBAN commence par 2 lettres et 2 chiffres. Exemple en France : FR76.")
NO_COUNTRY = _("Aucun IBAN ne commence par {country}. Relisez les 2 premières lettres.")
NO_PLACE = _("Une lettre ou un chiffre n’est pas à sa place. La lettre O et le chiffre 0 se ressemblent.")
NO_SUM = _("Les signes de cet IBAN ne vont pas ensemble. Relisez-le, quatre par quatre.")


def compact(typed: str) -> str:
    """*typed* in capitals, without spaces, dots, hyphens, nor the word IBAN that a bank prints before it."""
    return re.sub(r"^IBAN:?", "", re.sub(r"[\s.\-]", "", typed).upper())


def spaced(typed: str) -> str:
    """*typed* as it is printed, in fours."""
    whole = compact(typed)
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def read(typed: str) -> str:
    """The IBAN that *typed* is, in capitals and without spaces, or Unreadable with what to repair."""
    whole = compact(typed)
    if not SIGNS.fullmatch(whole):
        raise Unreadable(ONLY_SIGNS)
    if not START.match(whole):
        raise Unreadable(NO_START)
    _of_its_country(whole)
    if whole[2:4] != check_digits(whole):
        raise Unreadable(NO_SUM)
    return whole


def check_digits(whole: str) -> str:
    """The two digits after the country that go with the rest; never 00, 01 or 99, which have the same remainder."""
    from stdnum.iban import calc_check_digits

    return str(calc_check_digits(whole))


def _of_its_country(whole: str) -> None:
    """Its length first, since a sign too few or too many puts all the others out of place."""
    from stdnum import numdb

    country = whole[:2]
    structure = numdb.get("iban").info(whole)[0][1].get("bban")
    if structure is None:
        raise Unreadable(NO_COUNTRY.with_(country=country))
    parts = [(int(count), kind) for count, kind in re.findall(r"(\d+)!([nac])", structure)]
    length = 4 + sum(count for count, _kind in parts)
    if lacking := length - len(whole):
        raise Unreadable(_miscounted(lacking, country, length))
    if not re.fullmatch("".join(f"{KINDS[kind]}{{{count}}}" for count, kind in parts), whole[4:]):
        raise Unreadable(NO_PLACE)


def _miscounted(lacking: int, country: str, length: int) -> Text:
    missing = Plural(
        "Il manque {count} signe : un IBAN qui commence par {country} en a {length}.",
        "Il manque {count} signes : un IBAN qui commence par {country} en a {length}.",
        lacking,
    )
    many = Plural(
        "Il y a {count} signe de trop : un IBAN qui commence par {country} en a {length}.",
        "Il y a {count} signes de trop : un IBAN qui commence par {country} en a {length}.",
        -lacking,
    )
    return (missing if lacking > 0 else many).with_(country=country, length=length)
