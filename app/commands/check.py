"""``guichet check``: what the forms would say of a number or an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from app.catalogue.communes import communes
from app.commands.common import Call, shared
from app.models import iban as accounts
from app.models import nir as numbers
from app.models import postcode as codes
from app.models import reach
from app.models.form import Unreadable

VALUES = click.argument("values", metavar="VALUE…", nargs=-1, required=True)


@click.group()
def check() -> None:
    """Juge des valeurs, une ligne chacune ; « -- » avant une valeur qui commence par un tiret."""


@check.command()
@VALUES
@shared
def nir(call: Call, values: tuple[str, ...]) -> None:
    """Numéros de sécurité sociale : 13 caractères et la clé, avec ou sans espaces."""
    for value in values:
        _answer(call, judge_nir(value))


@check.command()
@VALUES
@shared
def phone(call: Call, values: tuple[str, ...]) -> None:
    """Numéros de téléphone ; rendus en E.164."""
    for value in values:
        _answer(call, judge(value, reach.phone))


@check.command()
@VALUES
@shared
def email(call: Call, values: tuple[str, ...]) -> None:
    """Adresses e-mail ; le réseau n’est pas interrogé."""
    for value in values:
        _answer(call, judge(value, reach.email))


@check.command()
@VALUES
@shared
def iban(call: Call, values: tuple[str, ...]) -> None:
    """Comptes bancaires : longueur, forme et clé de leur pays ; la banque n’est pas interrogée."""
    for value in values:
        _answer(call, judge_iban(value))


@check.command()
@VALUES
@shared
def postcode(call: Call, values: tuple[str, ...]) -> None:
    """Codes postaux, et leurs communes dans la liste officielle ; un code qui n’y est pas reste valide."""
    for value in values:
        said = judge_postcode(value)
        _answer(call, said, ", ".join(said["communes"]))


def judge(value: str, read: Callable[[str], str]) -> dict[str, object]:
    """What is said of one *value*."""
    try:
        return {"valid": True, "reason": None, "normalised": read(value.strip())}
    except Unreadable as error:
        return {"valid": False, "reason": str(error.message), "normalised": None}


def judge_iban(value: str) -> dict[str, object]:
    """What is said of one account: also as it is printed, and its country."""
    said = judge(value, accounts.read)
    whole = str(said["normalised"] or "")
    return {**said, "printed": accounts.spaced(whole) or None, "country": whole[:2] or None}


def judge_postcode(value: str) -> dict[str, Any]:
    """What is said of one code; *warnings* say so when the list does not have it."""
    said = judge(value, codes.read)
    found = communes(str(said["normalised"] or ""))
    unlisted = [str(codes.UNLISTED)] if said["valid"] and not found else []
    return {**said, "communes": list(found), "warnings": unlisted}


def judge_nir(value: str) -> dict[str, object]:
    """What is said of one number; an account ameli takes a definitive one (forms.md 0.2)."""
    number, key = numbers.split(value)
    reason, found = None, numbers.Nir()
    try:
        found = numbers.read(f"{number}/{key}")  # never the word of a form for « I have none »
    except Unreadable as error:
        reason = str(error.message)
    return {
        "valid": reason is None,
        "kind": found.kind,
        "reason": reason,
        "normalised": found.number + found.key or None,
        "computed_key": _computed_key(number, found),
        "ameli_account_possible": found.kind == "definitive",
        "warnings": [str(caution) for caution in numbers.cautions(found)],
    }


def _computed_key(number: str, found: numbers.Nir) -> str | None:
    """The key that goes with 13 well-formed characters; an old provisional number never had one."""
    return numbers.key_of(number) if numbers.NUMBER.fullmatch(number) and found.kind != "legacy" else None


def _answer(call: Call, said: dict[str, Any], more: str = "") -> None:
    verdict = (
        f"valide : {said.get('printed') or said['normalised']}" if said["valid"] else f"non valide : {said['reason']}"
    )
    call.answer(said, " — ".join(part for part in (verdict, more, *said.get("warnings", ())) if part))
