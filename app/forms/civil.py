"""Names and addresses as the cerfa ask them, for whoever a frame is about (forms.md 0.1, 0.3).

The applicant's answers have no prefix: ``name``, ``usage_name``, ``first_name``, ``street``, ``postcode``, ``town``, as
in every form, so that who signs, the contact sheet and the next form of the visit find them.
"""

from __future__ import annotations

from app.models.checks import latin_letters
from app.models.fields import Line, Name, PostCode
from app.models.form import ALWAYS, Field, Official, Rule
from app.models.kinds import Town
from app.models.text import _


def names(official: Official, prefix: str = "", when: Rule = ALWAYS) -> tuple[Name, Name, Name]:
    """Birth name, usage name, first names in the order of the civil status: one box of the paper."""
    return (
        Name(
            name=f"{prefix}name",
            label=_("Nom de naissance"),
            hint=_("Écrivez comme sur la pièce d’identité."),
            missing=_("Écrivez le nom de naissance."),
            checks=(latin_letters,),
            official=official,
            when=when,
        ),
        Name(
            name=f"{prefix}usage_name",
            label=_("Nom d’usage"),
            hint=_("Par exemple le nom du mari ou de la femme, s’il est différent."),
            required=False,
            checks=(latin_letters,),
            official=official,
            when=when,
        ),
        Name(
            name=f"{prefix}first_name",
            label=_("Prénoms"),
            hint=_("Tous les prénoms, dans l’ordre de la pièce d’identité."),
            missing=_("Écrivez les prénoms."),
            checks=(latin_letters,),
            official=official,
            when=when,
        ),
    )


def address(
    frame: str, labels: tuple[str, str, str], prefix: str = "", when: Rule = ALWAYS
) -> tuple[Line, PostCode, Town]:
    """Number and street, postal code, commune, in the boxes of the paper that *labels* names."""
    street, code, town = labels
    return (
        Line(
            name=f"{prefix}street",
            label=_("Numéro et rue"),
            hint=_("Exemple : 12 rue des Tilleuls"),
            missing=_("Écrivez le numéro et la rue."),
            official=Official(frame, street),
            when=when,
        ),
        PostCode(
            name=f"{prefix}postcode",
            label=_("Code postal"),
            missing=_("Écrivez les 5 chiffres du code postal."),
            official=Official(frame, code),
            when=when,
        ),
        Town(
            name=f"{prefix}town",
            label=_("Commune"),
            missing=_("Écrivez le nom de la commune."),
            code=f"{prefix}postcode",
            official=Official(frame, town),
            when=when,
        ),
    )


def as_asked(address: tuple[Line, PostCode, Town]) -> tuple[Field[str], ...]:
    """The fields of *address* in the order of the page: the postal code first, which proposes the communes."""
    street, code, town = address
    return code, town, street
