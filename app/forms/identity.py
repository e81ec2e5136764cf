"""Who the person is, as they say it (people.md P8, P9; forms.md 0.1, 0.2)."""

from __future__ import annotations

from app.forms.before import AT_POSTE, REMOTE, for_whom
from app.models import nir as numbers
from app.models.checks import birth_date, latin_letters
from app.models.fields import Choice, Date, Name, Nir
from app.models.form import Answers, Caution, Finding, Official, Problem, Section, Step, Worded
from app.models.rules import age, all_of, any_of, equals, one_of, unless, younger_than
from app.models.text import _

INSURED = "Coordonnées de l’assuré(e)"

CHILD = equals(for_whom, "child")
OTHER = one_of(for_whom, "helped", "absent", "guardian")

name = Name(
    name="name",
    label=_("Nom"),
    hint=_("Écrivez comme sur la pièce d’identité."),
    missing=_("Écrivez le nom."),
    checks=(latin_letters,),
    official=Official(INSURED, "Nom"),
)
first_name = Name(
    name="first_name",
    label=_("Prénom"),
    missing=_("Écrivez le prénom."),
    checks=(latin_letters,),
    official=Official(INSURED, "Prénom"),
)
nir = Nir(
    name="nir",
    label=_("Numéro de sécurité sociale"),
    hint=_("13 chiffres, puis la clé de 2 chiffres. Il est sur la carte Vitale ou l’attestation de droits."),
    missing=_("Écrivez le numéro, ou touchez « Je n’ai pas ce numéro, ou il est provisoire »."),
    checks=(numbers.caution,),
    official=Official(INSURED, "NIR"),
)
born = Date(
    name="birth_date",
    label=_("Date de naissance"),
    hint=_("Exemple : 14 03 1988"),
    missing=_("Écrivez la date de naissance."),
    checks=(birth_date,),
    official=Official(INSURED, "Date de naissance"),
)

UNDER_16 = younger_than(born, 16)
MINOR = younger_than(born, 18)
REPRESENTED = any_of(equals(for_whom, "guardian"), UNDER_16)
"""Someone else signs: the guardian, or for a child under 16 a parent or guardian (P8)."""

identity = Choice(
    name="identity",
    label=_("Identité"),
    missing=_("Dites si vous avez vu une pièce d’identité."),
    options={"declared": _("Déclarée, sans pièce"), "seen": _("Pièce vue par l’agent")},
    when=all_of(AT_POSTE, unless(REMOTE)),
)
paper_seen = Choice(
    name="paper_seen",
    label=_("Pièce vue"),
    hint=_("Ni numéro ni copie."),
    missing=_("Dites quelle pièce vous avez vue."),
    options={
        "card": _("Carte d’identité"),
        "passport": _("Passeport"),
        "permit": _("Titre de séjour"),
        "aps": _("APS, protection temporaire"),
        "other": _("Autre pièce avec photo"),
    },
    when=equals(identity, "seen"),
)
signer_name = Name(
    name="signer_name",
    label=_("Nom de la personne qui signe"),
    missing=_("Écrivez le nom de la personne qui signe."),
    checks=(latin_letters,),
)
signer_first_name = Name(
    name="signer_first_name",
    label=_("Prénom de la personne qui signe"),
    missing=_("Écrivez le prénom de la personne qui signe."),
    checks=(latin_letters,),
)
signer_link = Choice(
    name="signer_link",
    label=_("Cette personne est"),
    missing=_("Dites qui signe."),
    options={"parent": _("Un parent"), "guardian": _("Le tuteur ou la tutrice")},
)


def _number_and_birth_agree(answers: Answers) -> tuple[str, Finding] | None:
    """The NIR tells year and month of birth: said when they differ, never in the way (forms.md 0.2)."""
    number, day = answers.value(nir), answers.value(born)
    if number and day and numbers.disagrees(number, day):
        return born.name, Caution(
            _("Le numéro de sécurité sociale indique une autre date. Vérifiez les deux. Vous pouvez continuer.")
        )
    return None


def _a_child_is_a_minor(answers: Answers) -> tuple[str, Finding] | None:
    """An adult signs alone: nobody asks in their place as a parent."""
    day = answers.value(born)
    if day and answers.value(for_whom) == "child" and age(day, answers.today) >= 18:
        return born.name, Problem(
            _("À 18 ans, la personne fait sa demande elle-même. Revenez à « Pour qui faites-vous cette demande ? ».")
        )
    return None


NAMES = Step(
    name="names",
    title=Worded(
        _("Comment vous appelez-vous ?"),
        ((CHILD, _("Comment s’appelle votre enfant ?")), (OTHER, _("Comment s’appelle cette personne ?"))),
    ),
    fields=(name, first_name),
)
NUMBER = Step(
    name="number",
    title=Worded(
        _("Votre numéro et votre date de naissance"),
        (
            (CHILD, _("Le numéro et la date de naissance de votre enfant")),
            (OTHER, _("Le numéro et la date de naissance de cette personne")),
        ),
    ),
    fields=(nir, born),
    checks=(_a_child_is_a_minor, _number_and_birth_agree),
)
IDENTITY = Step(
    name="identity",
    title=_("Avez-vous vu une pièce d’identité ?"),
    fields=(identity, paper_seen),
    headline=identity,
    when=all_of(AT_POSTE, unless(REMOTE)),
)
SIGNER = Step(
    name="signer",
    title=_("Qui signe la demande ?"),
    hint=Worded(
        _("Le tuteur ou la tutrice signe."),
        ((UNDER_16, _("Avant 16 ans, un parent ou le tuteur signe la demande.")),),
    ),
    fields=(signer_name, signer_first_name, signer_link),
    when=REPRESENTED,
)

SECTION = Section(title=_("Identité"), icon="identification-card", steps=(NAMES, NUMBER, IDENTITY, SIGNER))
