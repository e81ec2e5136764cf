"""Checks that any form may use; each gives a problem, a caution, or nothing."""

from __future__ import annotations

from datetime import date

from app.models import translit
from app.models.form import Caution, Problem
from app.models.text import _


def not_in_future(value: date, today: date) -> Problem | None:
    """A date that has come (forms.md 0.3)."""
    return Problem(_("Cette date n’est pas encore arrivée. Vérifiez l’année."), "year") if value > today else None


def birth_date(value: date, today: date) -> Problem | None:
    """A birth: not in the future, and not 125 years ago (forms.md 0.3)."""
    if value.year < today.year - 125:
        return Problem(_("Vérifiez l’année de naissance. Exemple : 1988."), "year")
    return not_in_future(value, today)


def latin_letters(value: str, today: date) -> Caution | None:
    """Official names are in Latin letters; Cyrillic is said, and does not stop (forms.md 0.1, wording.md 12)."""
    if translit.is_cyrillic(value):
        return Caution(_("Si vous le pouvez, écrivez en lettres latines, comme sur votre pièce d’identité."))
    return None
