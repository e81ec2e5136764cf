"""The address of the S1106 (frame A, A3, A7–A9) and its frame B: work, arrival, who waits three months or not."""

from __future__ import annotations

import re
from datetime import date

from app.forms import civil, papers
from app.forms.s1106_person import PERSON, asked_of, born
from app.models.checks import not_in_future
from app.models.fields import Choice, Date, Line
from app.models.form import Answers, Caution, Finding, Official, Paper, Problem, Rule, Step
from app.models.period import shifted
from app.models.rules import all_of, equals, one_of, unless
from app.models.text import Text, _

WORK = "Situation du demandeur au regard de l’emploi"
HOST = (
    "Si vous n’avez pas d’adresse personnelle, nom et adresse de l’organisme auprès duquel vous avez été domicilié "
    "(CCAS, association agréée)"
)
WAIT = 3
"""The months in France that are needed without work: more than three, without interruption (LAW D160-2)."""

# Where the person lives, or where they are domiciled (LAW L160-5): one of the two.
home = Choice(
    name="home",
    label=_("Votre adresse"),
    missing=_("Dites si vous avez une adresse. Sans adresse, il faut une domiciliation (CCAS, association)."),
    options={
        "own": _("J’ai une adresse, ou j’habite chez quelqu’un"),
        "elected": _("Je n’ai pas d’adresse : un organisme reçoit mon courrier (CCAS, association)"),
    },
    icons={"own": "map-pin", "elected": "handshake"},
)
OWN, ELECTED = equals(home, "own"), equals(home, "elected")
address = civil.address(PERSON, ("Votre adresse", "Code Postal", "Commune"), when=OWN)
elected = Line(
    name="elected",
    label=_("Nom de l’organisme"),
    hint=_("Exemple : CCAS de votre commune"),
    missing=_("Écrivez le nom de l’organisme."),
    when=ELECTED,
    official=Official(PERSON, HOST),
)
elected_address = civil.address(PERSON, (HOST, "Code Postal", "Commune"), prefix="elected_", when=ELECTED)

job = Choice(
    name="job",
    label=_("Situation"),
    missing=_("Choisissez une réponse."),
    options={
        "work": _("Oui, je travaille"),
        "idle": _("Non, je ne travaille pas"),
        "other": _("Autre situation"),
    },
    icons={"work": "briefcase", "idle": "prohibit", "other": "dots-three-circle"},
    boxes={"work": "Activité professionnelle", "idle": "Sans activité", "other": "Autre"},
    official=Official(WORK, WORK),
)
IDLE = one_of(job, "idle", "other")
trade = Line(
    name="trade",
    label=_("Quel travail ?"),
    hint=_("Exemples : aide à domicile, maçon"),
    missing=_("Écrivez quel est votre travail."),
    when=equals(job, "work"),
    official=Official(WORK, "précisez laquelle"),
)
other_job = Line(
    name="other_job",
    label=_("Quelle situation ?"),
    hint=_("Exemples : élève, en formation, à la retraite"),
    missing=_("Écrivez quelle est votre situation."),
    when=equals(job, "other"),
    official=Official(WORK, "précisez"),
)
arrived_on = Date(
    name="arrived_on",
    label=_("Date d’arrivée en France"),
    hint=_("Exemple : 14 03 2024"),
    missing=_("Écrivez la date d’arrivée en France."),
    checks=(not_in_future,),
    official=Official(WORK, "date d’arrivée en France"),
)
exempt = Choice(
    name="exempt",
    label=_("Sans attendre 3 mois"),
    missing=_("Choisissez une réponse. Vous pouvez répondre « Aucun de ces cas »."),
    options={
        "benefits": _("Je reçois une aide : allocations familiales, aide au logement, RSA, AAH, Aspa, ASI"),
        "studies": _("Je vais à l’école ou à l’université, ou je suis en stage dans un accord entre pays"),
        "family": _("Je rejoins quelqu’un de ma famille qui est assuré en France"),
        "refugee": _("J’ai le statut de réfugié, ou la protection subsidiaire"),
        "minor": _("J’ai moins de 18 ans et je demande l’asile, ou la personne qui s’occupe de moi le demande"),
        "care": _("Un établissement de l’ASE ou de la PJJ s’occupe de moi"),
        "volunteer": _("Je reviens d’un volontariat international"),
        "none": _("Aucun de ces cas"),
    },
)
EXEMPTED = all_of(IDLE, Rule((exempt,), lambda answers: answers.value(exempt) not in (None, "none")))


def _short(number: str, today: date) -> Caution | None:
    """A number of the Caf has 7 digits at most (forms.md 0.3, INF)."""
    if re.fullmatch(r"\d{1,7}", number.replace(" ", ""), re.ASCII):
        return None
    return Caution(_("Un numéro de la Caf a 7 chiffres au plus. Relisez-le."))


caf_number = Line(
    name="caf_number",
    label=_("Numéro d’allocataire"),
    hint=_("7 chiffres au plus, sur les courriers de la Caf"),
    required=False,
    checks=(_short,),
    official=Official(PERSON, "Votre n° d’allocataire (allocations familiales, si vous en avez un)"),
    limit=15,
    width=10,
)
caf = Line(
    name="caf",
    label=_("Caf de"),
    hint=_("Le département ou la ville de cette Caf"),
    missing=_("Écrivez le département ou la ville de la Caf."),
    when=Rule((caf_number,), lambda answers: bool(answers.text(caf_number))),
    official=Official(PERSON, "CAF de"),
    limit=45,
    width=24,
)


def _not_before_the_birth(answers: Answers) -> tuple[str, Finding] | None:
    arrival, birth = answers.value(arrived_on), answers.value(born)
    if arrival and birth and arrival < birth:
        return arrived_on.name, Problem(_("Cette date est avant la naissance. Vérifiez les deux dates."), "year")
    return None


def _three_months(answers: Answers) -> tuple[str, Finding] | None:
    """Who neither works nor is exempt may ask, and is told what the caisse will look at."""
    arrival = answers.value(arrived_on)
    if arrival and answers.value(exempt) == "none" and answers.today <= shifted(arrival, WAIT):
        return exempt.name, Caution(
            _("Sans travail, il faut plus de 3 mois en France, sans interruption. Vous pouvez continuer."),
            page="puma-sans-delai",
        )
    return None


HOME = Step(
    name="home",
    title=asked_of(_("Où habitez-vous ?"), _("Où habite cette personne ?")),
    fields=(home, *civil.as_asked(address), elected, *civil.as_asked(elected_address)),
    headline=home,
)
JOB = Step(
    name="job",
    title=asked_of(_("Travaillez-vous en France ?"), _("Cette personne travaille-t-elle en France ?")),
    fields=(job, trade, other_job),
    headline=job,
)
ARRIVAL = Step(
    name="arrival",
    title=_("Quelle est la date d’arrivée en France ?"),
    hint=arrived_on.hint,
    fields=(arrived_on,),
    headline=arrived_on,
    when=IDLE,
    checks=(_not_before_the_birth,),
)
EXEMPT = Step(
    name="exempt",
    title=asked_of(_("Êtes-vous dans un de ces cas ?"), _("Cette personne est-elle dans un de ces cas ?")),
    hint=_("Dans ces cas, il ne faut pas attendre 3 mois en France."),
    fields=(exempt,),
    headline=exempt,
    when=IDLE,
    checks=(_three_months,),
)
ALLOCATIONS = Step(
    name="allocations",
    title=_("Y a-t-il un numéro d’allocataire à la Caf ?"),
    hint=_("S’il n’y en a pas, continuez sans rien écrire."),
    fields=(caf_number, caf),
)


def _exempt_proof(case: str, label: Text, what: Text) -> Paper:
    """What shows the *case* that spares the three months (S2, LAW D160-2); which papers do is INF."""
    return Paper(key="exempt_proof", label=label, what=what, when=all_of(IDLE, equals(exempt, case)))


PAPERS = (
    papers.domiciliation(ELECTED, needed=True),
    Paper(
        key="work_proof",
        label=_("Contrat de travail ou fiche de paie"),
        what=_("Le contrat signé, ou la dernière fiche de paie. À votre compte : l’inscription de l’activité."),
        when=equals(job, "work"),
    ),
    Paper(
        key="residence_proof",
        label=_("Preuve que vous habitez en France depuis plus de 3 mois sans interruption"),
        what=_("Tous les papiers comptent : loyer, factures, attestation d’hébergement ou d’un organisme."),
        when=all_of(IDLE, unless(EXEMPTED)),
    ),
    _exempt_proof(
        "benefits",
        _("Papier qui montre l’aide que vous recevez"),
        _("Une attestation de paiement de la Caf, de la MSA ou de la caisse de retraite."),
    ),
    _exempt_proof(
        "studies",
        _("Certificat de scolarité ou convention de stage"),
        _("L’école, l’université ou le lieu du stage le donne."),
    ),
    _exempt_proof(
        "family",
        _("Papier qui montre le lien avec la personne assurée que vous rejoignez"),
        _("Acte de mariage, PACS ou livret de famille. Avec son attestation de droits, si vous l’avez."),
    ),
    _exempt_proof(
        "refugee",
        _("Décision qui donne le statut de réfugié ou la protection subsidiaire"),
        _("La lettre de l’Ofpra, ou la décision de la Cour nationale du droit d’asile."),
    ),
    _exempt_proof(
        "minor",
        _("Attestation de demande d’asile"),
        _("La vôtre, ou celle de la personne qui s’occupe de vous. La préfecture la donne."),
    ),
    _exempt_proof(
        "care",
        _("Papier de l’établissement de l’ASE ou de la PJJ"),
        _("L’éducateur ou l’établissement qui s’occupe de vous le donne."),
    ),
    _exempt_proof(
        "volunteer",
        _("Attestation de volontariat international"),
        _("L’organisme avec qui vous êtes parti la donne."),
    ),
    Paper(
        key="rib",
        label=_("RIB à votre nom"),
        what=_("Relevé d’identité bancaire : votre banque le donne, au guichet ou sur Internet."),
        needed=False,
    ),
)
