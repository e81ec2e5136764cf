"""Anything typed into the fields that judge: real answers with signs changed, and plain noise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from app.catalogue.communes import communes
from app.models.fields import Date, Email, Iban, Name, Nir, Phone, PostCode
from app.models.form import Field, Unreadable
from app.models.text import Text
from app.models.translit import is_cyrillic, latin, left

NOBODY = Text("?")
FIELDS: Mapping[str, tuple[Field[Any], str]] = {
    "nir": (Nir(name="f", label=NOBODY), "2880399999012/35"),
    "iban": (Iban(name="f", label=NOBODY), "FR14 2004 1010 0505 0001 3M02 606"),
    "postcode": (PostCode(name="f", label=NOBODY), "91100"),
    "phone": (Phone(name="f", label=NOBODY), "+33 6 39 98 12 34"),
    "email": (Email(name="f", label=NOBODY), "nom@exemple.fr"),
    "date": (Date(name="f", label=NOBODY), "29/2/2028"),
    "name": (Name(name="f", label=NOBODY), "Мар’яна Щербак-Юрченко"),
}
SIGNS = "0123456789 /-.+@'’ʼABFRabéїЇєЁ٣²\u0301\u202f\0\n\udcff"


def run(count: int, seed: int) -> list[str]:
    """*count* answers for each checker; what raised, with what was typed."""
    dice = Random(seed)  # noqa: S311  to be played again from its seed
    checkers: dict[str, tuple[Callable[[str], None], str]] = {
        name: (_judges(field), example) for name, (field, example) in FIELDS.items()
    }
    checkers["translit"] = _writes, FIELDS["name"][1]
    checkers["communes"] = _finds, FIELDS["postcode"][1]
    return [
        wrong
        for name, (check, example) in checkers.items()
        for _turn in range(count)
        if (wrong := _tried(check, _typed(dice, example), name))
    ]


def _judges(field: Field[Any]) -> Callable[[str], None]:
    """Reads and shows, as a screen does."""

    def check(typed: str) -> None:
        try:
            field.read(typed)
        except Unreadable as error:
            str(error.message)
        field.show(typed)

    return check


def _writes(typed: str) -> None:
    written = latin(typed)
    if latin(written) != written or is_cyrillic(written) != bool(left(typed)):
        raise ValueError(written)


def _finds(typed: str) -> None:
    communes(typed)


def _tried(check: Callable[[str], None], typed: str, name: str) -> str:
    try:
        check(typed)
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        return f"{name} {typed!r}: {error!r}"
    return ""


def _typed(dice: Random, example: str) -> str:
    """*example* with up to five signs changed, put in or left out; one time in four, noise of up to twenty."""
    if dice.random() < 0.25:
        return "".join(_sign(dice) for _place in range(dice.randrange(21)))
    signs = list(example)
    for _change in range(dice.randrange(6)):
        at = dice.randrange(len(signs) + 1)
        signs[at : at + dice.randrange(2)] = [_sign(dice)][: dice.randrange(2)]
    return "".join(signs)


def _sign(dice: Random) -> str:
    return chr(dice.randrange(0x110000)) if dice.random() < 0.3 else dice.choice(SIGNS)
