"""S1106, « Demande d’ouverture des droits à l’assurance maladie », cerfa 15763*02 (forms.md 1; source S2).

Who is covered otherwise is sent elsewhere on the first page; frame A is in ``s1106_person.py``, frame B in
``s1106_stay.py``.
"""

from __future__ import annotations

from datetime import date

from app.forms import after, before, contact, given, identity, papers, signing
from app.forms.s1106_person import BIRTH, NAMES, NATIONALITY, NUMBER, PERSON
from app.forms.s1106_person import PAPERS as PERSON_PAPERS
from app.forms.s1106_stay import ALLOCATIONS, ARRIVAL, EXEMPT, HOME, JOB
from app.forms.s1106_stay import PAPERS as STAY_PAPERS
from app.models.checks import not_in_future
from app.models.fields import Choice, Date
from app.models.form import Form, Official, Problem, Section, Step, Told
from app.models.period import shifted
from app.models.rules import equals
from app.models.text import _

UKRAINE = "ukraine-protection-temporaire"
ATTEST = "Attestation sur l’honneur à compléter par le demandeur"

ELSEWHERE = Problem(
    _("Un autre pays paie vos soins : cette demande n’est pas pour vous. Lisez la page « Assuré d’un autre pays »."),
    page="assure-autre-pays-s1",
)
NO_FORM = Problem(
    _(
        "Pendant les 12 premiers mois de cette APS, il n’y a pas de formulaire à remplir. "
        "Lisez la page « Personnes déplacées d’Ukraine » (règle de 2022)."
    ),
    page=UKRAINE,
)
PREFECTURE = Problem(
    _("Demandez d’abord l’APS à la préfecture. Lisez la page « Personnes déplacées d’Ukraine » (règle de 2022)."),
    page=UKRAINE,
)
INSTEAD = {"waiting": PREFECTURE, "abroad": ELSEWHERE}
"""What to do instead of this form, by the case of who does it."""
PROTECTED_FOR = 12
"""The months of temporary protection without any form (P12; S4)."""


def _covered_without_a_form(since: date, today: date) -> Problem | None:
    return NO_FORM if today < shifted(since, PROTECTED_FOR) else None


case = Choice(
    name="case",
    label=_("Votre cas"),
    missing=_("Choisissez une réponse. Vous pouvez répondre « Aucun de ces cas »."),
    options={
        "aps": _("J’ai une APS avec les mots « bénéficiaire de la protection temporaire »"),
        "waiting": _("Je viens d’Ukraine et je n’ai pas encore de titre de séjour"),
        "abroad": _("Un autre pays paie mes soins : travail détaché ou retraite d’un autre pays, par exemple"),
        "none": _("Aucun de ces cas"),
    },
    icons={"aps": "identification-card", "waiting": "question", "abroad": "globe-hemisphere-west", "none": "user"},
    checks=(lambda value, today: INSTEAD.get(value),),
)
protected_since = Date(
    name="protected_since",
    label=_("Date de votre première APS"),
    hint=_("Elle est écrite sur ce papier. Exemple : 14 03 2024"),
    missing=_("Écrivez la date de votre première APS."),
    checks=(not_in_future, _covered_without_a_form),
    when=equals(case, "aps"),
)
CASE = Step(
    name="case",
    title=_("Êtes-vous dans un de ces cas ?"),
    hint=_("APS : autorisation provisoire de séjour, donnée par la préfecture aux personnes venues d’Ukraine."),
    why=_("Dans certains cas, il ne faut pas remplir cette demande."),
    fields=(case, protected_since),
    headline=case,
)

FORM = Form(
    id="1106",
    version=1,
    title=_("Demande d’ouverture de droits à l’Assurance Maladie"),
    short_title=_("Ouverture de droits"),
    lead=_("L’Assurance Maladie paie une partie de vos soins en France."),
    icon="stethoscope",
    official_title="Demande d’ouverture des droits à l’assurance maladie",
    told=Told(
        purpose=_("Pour que l’Assurance Maladie paie vos soins en France."),
        there=_("La caisse peut vérifier votre situation à tout moment et vous demander des papiers."),
        optional=_("Le numéro de sécurité sociale, le numéro de la Caf et les questions marquées « facultatif »."),
    ),
    given=given.FIELDS,
    fills={
        "phone": Official(PERSON, "Votre n° de téléphone"),
        "signature": Official(ATTEST, "Signature du demandeur"),
        "signed_on": Official(ATTEST, "le"),
    },
    sections=(
        before.section(
            _("Quelle est la caisse de l’endroit où vous habitez ?"),
            _("La demande va à la caisse d’Assurance Maladie de cet endroit."),
            CASE,
        ),
        Section(
            title=_("Identité"),
            icon="identification-card",
            steps=(NAMES, NUMBER, BIRTH, NATIONALITY, identity.IDENTITY, identity.SIGNER),
        ),
        Section(
            title=_("Votre situation"),
            icon="briefcase",
            steps=(HOME, JOB, ARRIVAL, EXEMPT, ALLOCATIONS),
        ),
        contact.section(contact.WAYS, contact.REACH, contact.LANGUAGE, contact.AVOID),
    ),
    signing=signing.section(
        signing.declaration_step(
            _(
                "Je certifie que ces informations sont exactes. Je préviens tout de suite ma caisse si elles changent, "
                "ou si je pars vivre à l’étranger."
            ),
            ATTEST,
        )
    ),
    papers=(*PERSON_PAPERS, *STAY_PAPERS, *papers.SPEAKING),
    afterwards=(_("La caisse a besoin des pièces à joindre pour étudier votre demande."), after.SILENCE),
    source="Cerfa 15763*02, S2 et S3",
)
