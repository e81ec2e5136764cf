"""What the C2S asks of the request itself: protection first (P12), made before, renewed, urgent, managed by whom."""

from __future__ import annotations

from datetime import date

from app.forms import urgency
from app.forms.c2s_person import HOUSEHOLD
from app.models.checks import not_in_future
from app.models.fields import Choice, Date, Line
from app.models.form import Answers, Caution, Finding, Official, Problem, Rule, Section, Step
from app.models.period import renewal, shifted
from app.models.rules import equals
from app.models.shown import Day
from app.models.text import _

BODY = "Choix de l’organisme gestionnaire"
UKRAINE = "ukraine-protection-temporaire"
PROTECTED_FOR = 12
"""The months of temporary protection without any form, from the first APS (S4)."""


def _protected_without_a_form(since: date, today: date) -> Finding:
    """What follows the twelve months no source says: the ordinary request, dated as the rule is (rules.md 7)."""
    if today < shifted(since, PROTECTED_FOR):
        return Problem(
            _(
                "Pendant les 12 premiers mois, la C2S est donnée sans formulaire et sans déclarer de ressources. Lisez "
                "la page « Personnes déplacées d’Ukraine » (règle de 2022)."
            ),
            page=UKRAINE,
        )
    return Caution(
        _("Après 12 mois, faites la demande comme tout le monde, avec votre nouvelle APS (règle de 2022)."),
        page=UKRAINE,
    )


def _prefecture_first(value: str, today: date) -> Problem | None:
    if value != "waiting":
        return None
    return Problem(
        _("Demandez d’abord l’APS à la préfecture. Lisez la page « Personnes déplacées d’Ukraine » (règle de 2022)."),
        page=UKRAINE,
    )


protected = Choice(
    name="protected",
    label=_("APS, protection temporaire"),
    missing=_("Choisissez une réponse. Si cela ne vous concerne pas, répondez « Non »."),
    options={
        "yes": _("Oui, j’ai cette APS"),
        "waiting": _("Pas encore : je viens d’Ukraine, sans titre de séjour"),
        "no": _("Non, cela ne me concerne pas"),
    },
    icons={"yes": "identification-card", "waiting": "question", "no": "user"},
    checks=(_prefecture_first,),
)
protected_since = Date(
    name="protected_since",
    label=_("Date de votre première APS"),
    hint=_("Elle est écrite sur ce papier. Exemple : 14 03 2024"),
    missing=_("Écrivez la date de votre première APS."),
    checks=(not_in_future, _protected_without_a_form),
    when=equals(protected, "yes"),
)


def _no_form_yet(answers: Answers) -> bool:
    since = answers.value(protected_since)
    return since is not None and answers.today < shifted(since, PROTECTED_FOR)


NO_FORM_YET = Rule((protected_since,), _no_form_yet)
"""Under twelve months of temporary protection: nothing is filled in, the APS is shown."""

PROTECTION = Step(
    name="protection",
    title=_("Avez-vous une APS « bénéficiaire de la protection temporaire » ?"),
    hint=_("APS : autorisation provisoire de séjour, donnée par la préfecture aux personnes venues d’Ukraine."),
    why=_("Avec ce papier, il ne faut parfois rien remplir."),
    fields=(protected, protected_since),
    headline=protected,
)

WAITING = Caution(
    _(
        "La caisse répond dans les 2 mois après le dossier complet. Sans réponse, la demande est acceptée : appelez le "
        "3646. Vous pouvez quand même continuer."
    ),
    page="c2s-ouverture-droit",
)
"""Advice, never in the way: it travels with the request (P10)."""

already_filed = Choice(
    name="already_filed",
    label=_("Demande déjà faite"),
    missing=_("Répondez par oui ou par non."),
    options={"no": _("Non"), "yes": _("Oui, et j’attends la réponse")},
    checks=(lambda value, today: WAITING if value == "yes" else None,),
    official=Official(HOUSEHOLD, "Demande de complémentaire santé en cours"),
)
covered = Choice(
    name="covered",
    label=_("C2S en cours"),
    missing=_("Répondez par oui ou par non."),
    options={"no": _("Non"), "yes": _("Oui, je la renouvelle")},
)


def _in_time(end: date, today: date) -> Caution:
    """When to renew a right that ends on *end* (LAW R861-18); late, the director may still accept."""
    window = renewal(end)
    if window is None:
        return Caution(_("Cette date est ancienne. Vérifiez l’année."))
    if today < window.first:
        said = _("Vous pourrez renouveler du {first} au {last}. Avant, la caisse peut refuser. Gardez ces dates.")
    elif today <= window.last:
        said = _("Vous êtes à temps. Le dernier jour pour renouveler est le {last}.")
    else:
        said = _("Le dernier jour était le {last}. Faites quand même la demande : la caisse peut encore accepter.")
    return Caution(said.with_(first=Day(window.first), last=Day(window.last)), page="c2s-renouvellement")


covered_until = Date(
    name="covered_until",
    label=_("Dernier jour de votre C2S"),
    hint=_("Il est écrit sur votre attestation de droits. Exemple : 31 08 2026"),
    required=False,
    checks=(_in_time,),
    when=equals(covered, "yes"),
)

body = Choice(
    name="body",
    label=_("Qui gère votre C2S ?"),
    required=False,
    options={"fund": _("Ma caisse d’Assurance Maladie"), "listed": _("Un organisme de la liste officielle")},
    boxes={"fund": "la caisse d’assurance maladie", "listed": "un organisme de la liste"},
    icons={"fund": "bank", "listed": "files"},
    official=Official(BODY, "Choix de l’organisme"),
)
LISTED = equals(body, "listed")
body_name = Line(
    name="body_name",
    label=_("Nom de l’organisme"),
    missing=_("Écrivez le nom de l’organisme."),
    when=LISTED,
    official=Official(BODY, "Nom de l’organisme"),
)
body_address = Line(
    name="body_address",
    label=_("Adresse de l’organisme"),
    hint=_("Rue, code postal et ville"),
    missing=_("Écrivez l’adresse de l’organisme."),
    when=LISTED,
    official=Official(BODY, "Adresse de l’organisme"),
    limit=120,
)

SECTION = Section(
    title=_("Votre demande"),
    icon="file-text",
    steps=(
        Step(
            name="filed",
            title=_("Avez-vous déjà fait cette demande ?"),
            fields=(already_filed,),
            headline=already_filed,
        ),
        Step(
            name="covered",
            title=_("Avez-vous la C2S en ce moment ?"),
            note=_("La C2S dure un an. Il faut la redemander entre 4 et 2 mois avant la fin."),
            fields=(covered, covered_until),
            headline=covered,
        ),
        urgency.STEP,
        Step(
            name="body",
            title=_("Qui va gérer votre C2S ?"),
            hint=_("Sans réponse, votre caisse gère votre C2S."),
            note=_("La liste est sur complementaire-sante-solidaire.gouv.fr : mutuelles, assureurs, prévoyance."),
            fields=(body, body_name, body_address),
            headline=body,
        ),
    ),
)
