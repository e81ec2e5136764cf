"""What the C2S asks of each person of the household, the applicant and the others alike (forms.md 5.2; S4).

The applicant's answers have no prefix, as in every form; a member's begin with ``member_``.
"""

from __future__ import annotations

from app.models import nir as numbers
from app.models.checks import birth_date, latin_letters
from app.models.fields import Choice, Date, Line, Name, Nir
from app.models.form import Official
from app.models.text import _

HOUSEHOLD = "La composition de votre foyer"


def names(prefix: str) -> tuple[Name, Name]:
    """First name and name, in the order of the online form (S4)."""
    return (
        Name(
            name=f"{prefix}first_name",
            label=_("Prénom"),
            missing=_("Écrivez le prénom."),
            checks=(latin_letters,),
            official=Official(HOUSEHOLD, "Prénom"),
        ),
        Name(
            name=f"{prefix}name",
            label=_("Nom"),
            hint=_("Écrivez comme sur la pièce d’identité."),
            missing=_("Écrivez le nom."),
            checks=(latin_letters,),
            official=Official(HOUSEHOLD, "Nom"),
        ),
    )


def number(prefix: str) -> Nir:
    """Thirteen digits and the key, in one box here; a waiting number goes, and none too (forms.md 0.2)."""
    return Nir(
        name=f"{prefix}nir",
        label=_("Numéro de sécurité sociale"),
        hint=_("13 chiffres, puis la clé de 2 chiffres. Il est sur la carte Vitale ou l’attestation de droits."),
        missing=_("Écrivez le numéro, ou touchez « Je n’ai pas ce numéro, ou il est provisoire »."),
        checks=(numbers.caution,),
        official=Official(HOUSEHOLD, "N° de sécurité sociale (13 chiffres)"),
    )


def birth(prefix: str) -> Date:
    """The day of birth."""
    return Date(
        name=f"{prefix}birth_date",
        label=_("Date de naissance"),
        hint=_("Exemple : 14 03 1988"),
        missing=_("Écrivez la date de naissance."),
        checks=(birth_date,),
        official=Official(HOUSEHOLD, "Date de naissance"),
    )


def nationality(prefix: str) -> Choice:
    """French, of Europe, or other."""
    return Choice(
        name=f"{prefix}nationality",
        label=_("Nationalité"),
        missing=_("Choisissez une nationalité."),
        options={
            "french": _("Française"),
            "europe": _("D’un pays de l’Union européenne, d’Islande, du Liechtenstein, de Norvège ou de Suisse"),
            "other": _("D’un autre pays"),
        },
        boxes={"french": "française", "europe": "UE/EEE/Suisse", "other": "autre"},
        official=Official(HOUSEHOLD, "Nationalité"),
    )


def caf_number(prefix: str) -> Line:
    """Of whom has one."""
    return Line(
        name=f"{prefix}caf_number",
        label=_("Numéro d’allocataire"),
        hint=_("7 chiffres au plus, sur les courriers de la Caf"),
        required=False,
        official=Official(HOUSEHOLD, "N° allocataire CAF"),
        limit=15,
        width=10,
    )
