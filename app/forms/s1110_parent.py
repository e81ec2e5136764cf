"""Whom the young person of the S1110 is attached to, as far as they want to say it (forms.md 2, people.md P8)."""

from __future__ import annotations

from app.forms import civil, identity
from app.models import nir as numbers
from app.models.checks import birth_date
from app.models.fields import Choice, Date, Nir
from app.models.form import Answers, Caution, Finding, Official, Problem, Step
from app.models.rules import equals, unless
from app.models.text import _

INSURED = "Les coordonnées de l’assuré(e) auquel (à laquelle) vous étiez rattaché(e)"
UNKNOWN, SILENT = _("Je ne sais pas"), _("Je ne veux pas l’indiquer")

told = Choice(
    name="insured_told",
    label=_("Nom du parent"),
    missing=_("Choisissez une réponse. Vous pouvez répondre « Je ne veux pas l’indiquer »."),
    options={"yes": _("Je peux donner son nom"), "unknown": UNKNOWN, "silent": SILENT},
    icons={"yes": "note-pencil", "unknown": "question", "silent": "prohibit"},
)
NAMED = equals(told, "yes")
names = civil.names(Official(INSURED, "Ses nom et prénoms"), prefix="insured_", when=NAMED)
nir = Nir(
    name="insured_nir",
    label=_("Son numéro de sécurité sociale"),
    hint=_("Si vous le connaissez : 13 chiffres, puis la clé de 2 chiffres."),
    required=False,
    checks=(numbers.caution,),
    official=Official(INSURED, "Son n° de sécurité sociale (si vous le connaissez)"),
)
born = Date(
    name="insured_birth_date",
    label=_("Sa date de naissance"),
    hint=_("Si vous la connaissez. Exemple : 14 03 1979"),
    required=False,
    checks=(birth_date,),
    official=Official(INSURED, "Sa date de naissance (si vous la connaissez)"),
)
home = Choice(
    name="insured_home",
    label=_("Adresse du parent"),
    missing=_("Choisissez une réponse. Vous pouvez répondre « Je ne veux pas l’indiquer »."),
    options={
        "same": _("À la même adresse que moi"),
        "other": _("Une autre adresse"),
        "unknown": UNKNOWN,
        "silent": SILENT,
    },
    icons={"same": "users-three", "other": "map-pin", "unknown": "question", "silent": "prohibit"},
    official=Official(INSURED, "Même adresse"),
)
ELSEWHERE = equals(home, "other")
address = civil.address(INSURED, ("Son adresse", "Code Postal", "Commune"), prefix="insured_", when=ELSEWHERE)


def _another_number(answers: Answers) -> tuple[str, Finding] | None:
    """The parent's number is theirs alone."""
    theirs = answers.value(nir)
    if theirs and theirs.number and theirs == answers.value(identity.nir):
        return nir.name, Problem(_("C’est aussi votre numéro. Le numéro de votre parent est différent du vôtre."))
    return None


def _older(answers: Answers) -> tuple[str, Finding] | None:
    """Said, never in the way: who raises a young person is older."""
    theirs, yours = answers.value(born), answers.value(identity.born)
    if theirs and yours and theirs >= yours:
        return born.name, Caution(_("Votre parent serait plus jeune que vous. Vérifiez sa date de naissance."))
    return None


PARENT = Step(
    name="parent",
    title=_("Quel parent vous assure maintenant ?"),
    hint=_("Celui dont l’attestation de droits porte votre nom."),
    why=_("La caisse vous retrouve plus vite. Vous pouvez ne rien dire."),
    fields=(told, *names),
    headline=told,
)
NUMBER = Step(
    name="parent_number",
    title=_("Son numéro et sa date de naissance, si vous les connaissez"),
    fields=(nir, born),
    when=NAMED,
    checks=(_another_number, _older),
)
ADDRESS = Step(
    name="parent_address",
    title=_("Où habite votre parent ?"),
    fields=(home, *civil.as_asked(address)),
    headline=home,
    when=unless(equals(told, "silent")),
)
