"""The parents of the S3705, one or both: what fills their frames (forms.md 3, fields 1–12, 14 and 15).

The first parent's answers are those of the applicant, as in every form; the second's begin with ``second_``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from app.forms import before, civil, identity
from app.forms.recipient import Recipient
from app.models.fields import Choice, Line, Name, Nir, PostCode
from app.models.form import ALWAYS, Answers, Official, Paper, Rule
from app.models.kinds import Town
from app.models.rules import any_of, equals, one_of
from app.models.text import _

BODY = "Nom et adresse de l’organisme d’assurance maladie qui règle vos prestations"
CHOICE = "Choix"
"""The frame of the choice, of the letters and of the signatures; this name of it is ours."""
ADDRESS = ("Adresse", "Adresse", "Adresse")

attached = Choice(
    name="attached",
    label=_("Les enfants seront rattachés"),
    missing=_("Choisissez un parent ou les deux."),
    options={"one": _("À un parent"), "both": _("Aux deux parents")},
    icons={"one": "user", "both": "users-three"},
    boxes={"one": "au parent désigné ci-dessus", "both": "aux deux parents désignés ci-dessus"},
    official=Official(CHOICE, "rattaché(s)"),
)
BOTH = equals(attached, "both")


@dataclass(frozen=True, eq=False)
class Parent:
    """The frame of one parent on the paper, and the answers that fill it."""

    frame: str
    names: tuple[Name, Name, Name]
    nir: Nir
    link: Choice
    address: tuple[Line, PostCode, Town]
    body: Line


def _parent(frame: str, prefix: str, lives_apart: Rule, has_body: Rule) -> Parent:
    """Names of birth and of usage are in one box of the paper, first names in another."""
    name, usage_name, first_name = civil.names(Official(frame, "NOM"), prefix)
    return Parent(
        frame=frame,
        names=(name, usage_name, replace(first_name, official=Official(frame, "PRÉNOM(S)"))),
        nir=replace(identity.nir, name=f"{prefix}nir", official=Official(frame, "Numéro de sécurité sociale")),
        link=_link(frame, f"{prefix}link"),
        address=civil.address(frame, ADDRESS, prefix, lives_apart),
        body=_body(frame, f"{prefix}body", has_body),
    )


def _link(frame: str, name: str) -> Choice:
    return Choice(
        name=name,
        label=_("Lien avec les enfants"),
        missing=_("Choisissez un lien avec les enfants."),
        options={
            "father": _("Père"),
            "mother": _("Mère"),
            "adopter": _("Parent adoptif"),
            "guardian": _("Tuteur ou tutrice des enfants"),
            "other": _("Autre lien (par exemple, enfants recueillis)"),
        },
        boxes={"father": "père", "mother": "mère", "adopter": "adoptant", "guardian": "tuteur", "other": "autre"},
        official=Official(frame, "Lien de parenté"),
    )


def _body(frame: str, name: str, when: Rule) -> Line:
    return Line(
        name=name,
        label=_("Nom et adresse de la caisse"),
        hint=_("Si vous ne savez pas l’adresse, écrivez seulement le nom."),
        missing=_("Écrivez le nom de la caisse."),
        when=when,
        official=Official(frame, BODY),
        limit=120,
    )


second_home = Choice(
    name="second_home",
    label=_("Adresse du second parent"),
    missing=_("Dites si l’adresse est la même."),
    options={"same": _("À la même adresse"), "other": _("À une autre adresse")},
    icons={"same": "users-three", "other": "map-pin"},
)
second_fund = Choice(
    name="second_fund",
    label=_("Caisse du second parent"),
    missing=_("Dites si la caisse est la même. Vous pouvez répondre « Je ne sais pas »."),
    options={"same": _("La même caisse"), "other": _("Une autre caisse"), "unknown": _("Je ne sais pas")},
    icons={"same": "users-three", "other": "bank", "unknown": "question"},
)
# Of the caisse of this place the name and the address are known; who does not know theirs cannot name it.
FIRST = _parent("Parent 1", "", ALWAYS, one_of(before.caisse, "elsewhere", "msa", "other"))
SECOND = _parent("Parent 2", "second_", equals(second_home, "other"), equals(second_fund, "other"))
letters = Choice(
    name="letters",
    label=_("Les courriers sur les enfants vont"),
    missing=_("Choisissez le parent qui reçoit les courriers."),
    options={"first": _("Au premier parent"), "second": _("Au second parent")},
    boxes={"first": "parent 1", "second": "parent 2"},
    official=Official(CHOICE, "Choix du parent destinataire des courriers"),
)


def asking(answers: Answers) -> tuple[Parent, ...]:
    """The parents to whom the children are to be attached."""
    return (FIRST, SECOND) if BOTH.holds(answers) else (FIRST,)


def addressee(answers: Answers) -> Parent:
    """The parent whom letters about the children go to: the first, unless both ask and choose."""
    return SECOND if answers.value(letters) == "second" else FIRST


def home(parent: Parent, answers: Answers) -> tuple[Line, PostCode, Town]:
    """The fields that tell where *parent* lives."""
    return FIRST.address if parent is SECOND and answers.value(second_home) == "same" else parent.address


def body(parent: Parent, answers: Answers, to: Recipient) -> str:
    """The body that pays the refunds of *parent*, as the paper wants it; ``""`` when nobody knows."""
    if parent is SECOND:
        same = answers.value(second_fund) == "same"
        return body(FIRST, answers, to) if same else answers.text(SECOND.body)
    if answers.value(before.caisse) != "here" or to.caisse is None:
        return answers.text(FIRST.body)
    address = to.caisse.postal_address
    return address if address.startswith(to.caisse.name) else ", ".join(filter(None, (to.caisse.name, address)))


def only_letters(text: str) -> str:
    """*text* without what may be written one way or another: case, accents, spaces, hyphens, apostrophes."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text).casefold() if letter.isalpha())


PAPERS = (
    Paper(
        key="guardianship",
        label=_("Papier qui montre la tutelle, ou que les enfants ont été recueillis"),
        what=_("Par exemple une décision du juge, ou un papier de l’ASE."),
        when=any_of(*(one_of(parent.link, "guardian", "other") for parent in (FIRST, SECOND))),
    ),
    Paper(
        key="adoption",
        label=_("Jugement d’adoption"),
        what=_("La décision du tribunal, pour chaque enfant adopté."),
        when=any_of(*(equals(parent.link, "adopter") for parent in (FIRST, SECOND))),
    ),
)
