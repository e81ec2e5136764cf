"""``guichet rights``: the months and the days that the rules of the C2S count."""

from __future__ import annotations

import re
from datetime import date

import click

from app.commands.common import Call, Refusal, shared
from app.models.period import MONTHS_SINCE, RENEWAL_SINCE, Period, Renewal, renewal, twelve_months
from app.models.reading import in_words
from app.models.text import speaking

STATES = {"early": "pas encore", "open": "possible", "late": "délai passé, la caisse peut encore accepter"}
"""Whether a right can be renewed today; the director may take a late request (LAW R861-18)."""


@click.group()
def rights() -> None:
    """Les règles de la Complémentaire santé solidaire, sans écran."""


@rights.command()
@click.argument("months", metavar="AAAA-MM…", nargs=-1, required=True)
@shared
def period(call: Call, months: tuple[str, ...]) -> None:
    """Les douze mois dont les ressources comptent, pour une demande faite en AAAA-MM (ou un jour de ce mois)."""
    for month, found in [(month, _period(month)) for month in months]:
        told = {"month": month[:7], "from": str(found.first), "to": str(found.last)}
        call.answer(told, f"{month[:7]} : {_between(*found)}")


@rights.command("renewal")
@click.argument("ends", metavar="AAAA-MM-JJ…", nargs=-1, required=True)
@shared
def renewal_(call: Call, ends: tuple[str, ...]) -> None:
    """Quand renouveler un droit qui finit le AAAA-MM-JJ, et si c’est possible au jour de --date."""
    for end, found in [(end, _renewal(end)) for end in ends]:
        state = _state(found, call.today)
        told = {
            "end": end,
            "from": str(found.first),
            "to": str(found.last),
            "effect": str(found.effect),
            "state": state,
        }
        call.answer(told, f"{end} : {_between(found.first, found.last)} ; le {_said(call.today)} : {STATES[state]}")


def _period(month: str) -> Period:
    found = twelve_months(_day(month if len(month) > 7 else f"{month}-01", month, "AAAA-MM"))
    if found is None:
        raise Refusal("before_rule", f"{month} : cette règle vaut depuis le {_said(MONTHS_SINCE)}.")
    return found


def _renewal(end: str) -> Renewal:
    found = renewal(_day(end, end, "AAAA-MM-JJ"))
    if found is None:
        raise Refusal("before_rule", f"{end} : cette règle vaut depuis le {_said(RENEWAL_SINCE)}.")
    return found


def _day(written: str, given: str, form: str) -> date:
    """A day of four-digit years that the calendars of the forms know, 1000 to 2999."""
    try:
        if re.fullmatch(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass  # 31 February
    raise Refusal("bad_date", f"« {given} » n’est pas une date. Écrivez {form}.")


def _between(first: date, last: date) -> str:
    return f"du {_said(first)} au {_said(last)}"


def _said(day: date) -> str:
    """In French, as the sentence around it."""
    with speaking("fr"):
        return in_words(day)


def _state(window: Renewal, today: date) -> str:
    return "early" if today < window.first else "late" if today > window.last else "open"
