"""S1110, « Demande de prise en charge des frais de santé à titre personnel », cerfa 15680*01 (forms.md 2; source S2).

A young person of 16 or 17 asks it alone, of the fund of the parent they are attached to (LAW D160-1, people.md P8).
"""

from __future__ import annotations

from datetime import date

from app.forms import after, before, civil, contact, given, identity, papers, signing
from app.forms.s1110_parent import ADDRESS as PARENT_ADDRESS
from app.forms.s1110_parent import NUMBER as PARENT_NUMBER
from app.forms.s1110_parent import PARENT
from app.models import nir as numbers
from app.models.checks import birth_date
from app.models.fields import Choice, Date, Nir
from app.models.form import Answers, Caution, Finding, Form, Official, Paper, Problem, Section, Step, Told, Worded
from app.models.rules import age, equals
from app.models.text import _

YOURS = "Vos coordonnées"
ATTEST = "Attestation sur l’honneur"

IN_CARE = Caution(
    _("Faites cette demande avec votre éducateur. Vous avez des droits sans attendre."), page="puma-sans-delai"
)

care = Choice(
    name="care",
    label=_("ASE ou PJJ"),
    missing=_("Répondez par oui ou par non."),
    options={"yes": _("Oui"), "no": _("Non")},
    checks=(lambda value, today: IN_CARE if value == "yes" else None,),
)
CARE = Step(
    name="care",
    title=_("Êtes-vous suivi par l’ASE ou la PJJ ?"),
    hint=_("ASE : aide sociale à l’enfance. PJJ : protection judiciaire de la jeunesse."),
    why=_("Dans ce cas, un éducateur vous aide, et vous avez des droits sans attendre."),
    fields=(care,),
    headline=care,
)


def _sixteen(born: date, today: date) -> Finding | None:
    """At least 16 on the day of the signature (LAW L160-2); an adult is insured by themselves (LAW D160-1)."""
    years = age(born, today)
    if years < 16:
        return Problem(_("Il faut avoir 16 ans pour cette demande. Avant 16 ans, vous dépendez d’un parent assuré."))
    if years >= 18:
        return Caution(_("À 18 ans, vous êtes assuré à votre nom sans cette demande. Vous pouvez continuer."))
    return None


def _number_and_birth_agree(answers: Answers) -> tuple[str, Finding] | None:
    """Said of the number here: the date of birth has its own remarks."""
    number, day = answers.value(nir), answers.value(born)
    if number and day and numbers.disagrees(number, day):
        return nir.name, Caution(
            _("Le numéro de sécurité sociale indique une autre date. Vérifiez les deux. Vous pouvez continuer.")
        )
    return None


names = civil.names(Official(YOURS, "Vos nom et prénoms"))
nir = Nir(
    name="nir",
    label=_("Numéro de sécurité sociale"),
    hint=_("Si vous le connaissez : 13 chiffres, puis la clé de 2 chiffres."),
    required=False,
    checks=(numbers.caution,),
    official=Official(YOURS, "Votre n° de sécurité sociale (si vous le connaissez)"),
)
born = Date(
    name="birth_date",
    label=_("Date de naissance"),
    hint=_("Exemple : 14 03 2009"),
    missing=_("Écrivez la date de naissance."),
    checks=(birth_date, _sixteen),
    official=Official(YOURS, "Votre date de naissance"),
)
address = civil.address(YOURS, ("Votre adresse", "Code Postal", "Commune"))
account = Choice(
    name="account",
    label=_("Compte bancaire"),
    missing=_("Dites si vous avez un compte. Vous pouvez répondre « Je n’ai pas de compte »."),
    options={"yes": _("J’ai un compte à mon nom"), "no": _("Je n’ai pas de compte")},
    icons={"yes": "bank", "no": "prohibit"},
)

NAMES = Step(name="names", title=identity.NAMES.title, fields=names)
NUMBER = Step(
    name="number",
    title=identity.NUMBER.title,
    fields=(nir, born),
    checks=(_number_and_birth_agree,),
)
HOME = Step(
    name="home",
    title=Worded(_("Où habitez-vous ?"), ((identity.OTHER, _("Où habite cette personne ?")),)),
    fields=civil.as_asked(address),
)
ACCOUNT = Step(
    name="account",
    title=_("Avez-vous un compte bancaire à votre nom ?"),
    hint=_("Sans compte, la demande part quand même."),
    why=_("Pour vous rembourser vos soins, à vous et pas à votre parent."),
    fields=(account,),
    headline=account,
)

FORM = Form(
    id="s1110",
    version=1,
    title=_("Demande pour être assuré à votre nom dès 16 ans"),
    short_title=_("Assuré dès 16 ans"),
    lead=_("Vos soins sont remboursés à vous, et plus à votre parent."),
    icon="user",
    official_title=(
        "Demande de prise en charge des frais de santé à titre personnel en cas de maladie ou de maternité"
    ),
    told=Told(
        purpose=_("Pour rembourser vos soins à vous, et non plus au parent dont vous dépendez."),
        there=_("La caisse peut vérifier votre situation à tout moment et vous demander des papiers."),
        optional=_("Les numéros de sécurité sociale, ce que vous ne voulez pas dire de votre parent, le téléphone."),
    ),
    given=given.FIELDS,
    fills={
        "phone": Official(YOURS, "Votre n° de téléphone"),
        "signature": Official(ATTEST, "Signature du demandeur"),
        "signed_on": Official(ATTEST, "Le"),
    },
    sections=(
        before.section(
            _("Quelle est la caisse du parent dont vous dépendez ?"),
            _("La demande va à sa caisse. Elle est écrite sur son attestation de droits, avec votre nom."),
            CARE,
        ),
        Section(
            title=_("Identité"),
            icon="identification-card",
            steps=(NAMES, NUMBER, HOME, ACCOUNT, identity.IDENTITY),
        ),
        Section(title=_("Votre parent"), icon="users-three", steps=(PARENT, PARENT_NUMBER, PARENT_ADDRESS)),
        contact.section(contact.WAYS, contact.REACH, contact.LANGUAGE, contact.AVOID),
    ),
    signing=signing.section(
        signing.declaration_step(_("Je certifie que ces informations sont exactes."), ATTEST),
    ),
    papers=(
        Paper(
            key="rib",
            label=_("RIB avec l’IBAN, à vos nom et prénom"),
            what=_("Relevé d’identité bancaire de votre compte, pas de celui d’un parent. Votre banque le donne."),
            when=equals(account, "yes"),
        ),
        Paper(
            key="placement",
            label=_("Papier qui montre que l’ASE ou la PJJ vous suit"),
            what=_("Votre éducateur peut vous le donner."),
            needed=False,
            when=equals(care, "yes"),
        ),
        papers.SIGNED_PAPER,
    ),
    afterwards=(after.SILENCE,),
    source="Cerfa 15680*01, S2",
)
