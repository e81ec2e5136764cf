"""Before the first question of every request: whose caisse, for whom and by whom, the notice (people.md P1–P3)."""

from __future__ import annotations

from dataclasses import replace

from app.forms import given
from app.models.checks import latin_letters, not_in_future
from app.models.fields import Choice, Date, Line, Name, Notice
from app.models.form import Answers, Finding, Problem, Section, Step, Worded
from app.models.rules import all_of, any_of, equals, one_of, unless
from app.models.text import Text, _

AT_POSTE = equals(given.mode, "poste")
MAS = equals(given.form, "mas")

# P1. The recipient is the person's own fund, never the terminal's by default.
caisse = Choice(
    name="caisse",
    label=_("Votre caisse"),
    missing=_("Choisissez votre caisse. Vous pouvez répondre « Je ne sais pas »."),
    options={
        "here": _("La caisse de ce département"),
        "elsewhere": _("La caisse d’un autre département"),
        "msa": _("La MSA (agriculture)"),
        "other": _("Un autre régime"),
        "unknown": _("Je ne sais pas"),
    },
    icons={"here": "map-pin", "elsewhere": "bank", "msa": "briefcase", "other": "files", "unknown": "question"},
)
department = Line(
    name="department",
    label=_("Département de votre caisse"),
    hint=_("Son nom ou son numéro. Exemple : Loire ou 42"),
    missing=_("Écrivez le département de votre caisse."),
    when=one_of(caisse, "elsewhere", "msa"),
    limit=40,
    width=24,
)
scheme = Line(
    name="scheme",
    label=_("Nom du régime"),
    hint=_("Exemples : ENIM, CNMSS, CRPCEN, SNCF"),
    missing=_("Écrivez le nom de votre régime."),
    when=equals(caisse, "other"),
    limit=60,
    width=24,
)
LOCAL = one_of(caisse, "here", "unknown")
"""The request goes to the caisse of this place; « je ne sais pas » too, marked « rattachement à vérifier »."""

# P2. Who typed, in what capacity, on what basis is kept and sent.
for_whom = Choice(
    name="for_whom",
    label=_("La demande est pour"),
    missing=_("Dites pour qui est la demande."),
    options={
        "me": _("Moi"),
        "child": _("Mon enfant de moins de 18 ans"),
        "helped": _("Une personne que j’aide, avec moi ici"),
        "absent": _("Une personne que j’aide, absente"),
        "guardian": _("Une personne dont je suis le tuteur"),
    },
    # A young person asks the S1110 alone, without a guardian (LAW D160-1), a parent the S3705, an adult the C2S.
    only={"child": one_of(given.form, "mas", "1106"), "guardian": unless(equals(given.form, "s1110"))},
    icons={"me": "user", "child": "baby", "helped": "handshake", "absent": "lifebuoy", "guardian": "scales"},
)
meeting = Choice(
    name="meeting",
    label=_("L’entretien se passe"),
    missing=_("Dites comment se passe l’entretien."),
    options={"here": _("Sur place"), "phone": _("Par téléphone")},
    icons={"here": "users-three", "phone": "phone"},
    when=all_of(AT_POSTE, MAS),
)
REMOTE = equals(meeting, "phone")
ABSENT = equals(for_whom, "absent")
FOR_ME = equals(for_whom, "me")

NO_PAPER = _(
    "Sans un papier signé par elle ou une procuration, la demande n’est pas possible. "
    "Revenez avec la personne, ou avec un papier qu’elle a signé."
)
NO_DECISION = _("Sans la décision du juge, la demande n’est pas possible. Revenez avec ce papier.")

basis = Choice(
    name="basis",
    label=_("Son accord"),
    missing=_("Dites quel papier vous avez."),
    options={
        "paper": _("J’ai un papier signé par cette personne"),
        "procuration": _("J’ai une procuration sur son compte ameli"),
        "none": _("Je n’ai pas de papier"),
    },
    checks=(lambda value, today: Problem(NO_PAPER) if value == "none" else None,),
    when=ABSENT,
)
decision = Choice(
    name="decision",
    label=_("La décision du juge"),
    missing=_("Dites si vous avez la décision du juge."),
    options={"yes": _("J’ai la décision du juge"), "no": _("Je n’ai pas ce papier")},
    checks=(lambda value, today: Problem(NO_DECISION) if value == "no" else None,),
    when=equals(for_whom, "guardian"),
)
helper_name = Name(
    name="helper_name",
    label=_("Vos nom et prénom, à vous qui remplissez"),
    missing=_("Écrivez vos nom et prénom."),
    checks=(latin_letters,),
    when=unless(FOR_ME),
    limit=80,
)
interpreter = Name(
    name="interpreter",
    label=_("Nom de la personne qui traduit"),
    required=False,
    checks=(latin_letters,),
)
mandate = Line(
    name="mandate",
    label=_("Numéro du mandat Aidants Connect"),
    required=False,
    when=AT_POSTE,
    limit=40,
    width=24,
)

# P3, P13. No row is written before this page; by telephone it is read aloud.
notice = Notice(name="notice", label=_("J’ai lu ces informations"))
informed_on = Date(
    name="informed_on",
    label=_("Personne informée le"),
    missing=_("Écrivez le jour où vous avez lu ce texte à la personne."),
    checks=(not_in_future,),
    when=REMOTE,
)
informed_by = Name(
    name="informed_by",
    label=_("Informée par"),
    hint=_("Vos nom et prénom"),
    missing=_("Écrivez vos nom et prénom."),
    when=REMOTE,
)


def _nobody_signs_by_telephone_for_another(answers: Answers) -> tuple[str, Finding] | None:
    """By telephone an agent speaks with the person, or with who represents them in law: nobody else can agree."""
    if REMOTE.holds(answers) and one_of(for_whom, "helped", "absent").holds(answers):
        return for_whom.name, Problem(_("Par téléphone, parlez à la personne elle-même, à son parent ou à son tuteur."))
    return None


PERSON = Step(
    name="person",
    title=_("Pour qui faites-vous cette demande ?"),
    fields=(meeting, for_whom),
    checks=(_nobody_signs_by_telephone_for_another,),
)
HELPER = Step(
    name="helper",
    title=_("Qui remplit la demande ?"),
    hint=_("Votre nom est écrit sur la demande."),
    fields=(basis, decision, helper_name, interpreter, mandate),
    when=any_of(unless(FOR_ME), all_of(AT_POSTE, FOR_ME)),
)
NOTICE = Step(
    name="notice",
    title=Worded(_("Avant de commencer"), ((REMOTE, _("À lire à la personne, à voix haute")),)),
    hint=_("Rien n’est encore gardé sur cet appareil."),
    fields=(notice, informed_on, informed_by),
)


def section(question: Text, hint: Text, *first: Step, whom: Text | None = None) -> Section:
    """The beginning of a form: what it asks *first*, in memory only; its *question* of whose caisse; the notice.

    *whom*: what it has to say of for whom it is.
    """
    fund = Step(name="caisse", title=question, hint=hint, fields=(caisse, department, scheme), headline=caisse)
    steps = (*first, fund, replace(PERSON, hint=whom), HELPER, NOTICE)
    return Section(title=_("Avant de commencer"), icon="info", steps=steps)
