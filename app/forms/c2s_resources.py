"""What the C2S asks once of the household’s resources: what spares them, the consent, housing (forms.md 5.3, 5.4).

It asks little (people.md P10): nothing of the resources with the RSA. What is asked by the month is in
``c2s_incomes.py``.
"""

from __future__ import annotations

from datetime import date

from app.forms.c2s_household import family, member_first_name, members
from app.forms.c2s_person import HOUSEHOLD
from app.models.fields import Choice, Choices, Tick
from app.models.form import Answers, Official, Reckoned, Rule, Step
from app.models.kinds import Agreement, Amount
from app.models.path import rows
from app.models.period import twelve_months
from app.models.rules import equals, includes, unless
from app.models.shown import Day
from app.models.text import Text, _

SPARE = "Situations particulières liées au RSA"
RESOURCES = "Ressources"
ENGAGEMENT = "Engagement et signature"

SPARED_SINCE = {"aspa": date(2022, 4, 1), "asi": date(2024, 7, 1), "aah": date(2025, 7, 1)}
"""Since when who receives it, and has not worked for 3 months, is deemed under the ceiling (LAW L861-2, R861-11)."""

benefits = Choices(
    name="benefits",
    label=_("Aides reçues"),
    missing=_("Choisissez au moins une réponse. Vous pouvez répondre « Aucune »."),
    options={
        "rsa": _("RSA (revenu de solidarité active)"),
        "aah": _("AAH (allocation aux adultes handicapés)"),
        "aspa": _("ASPA (allocation de solidarité aux personnes âgées)"),
        "asv": _("ASV (allocation supplémentaire vieillesse)"),
        "asi": _("ASI (allocation supplémentaire d’invalidité)"),
        "none": _("Aucune"),
    },
    boxes={"rsa": "RSA", "aah": "AAH", "aspa": "ASPA", "asv": "ASV", "asi": "ASI"},
    alone="none",
    official=Official(SPARE, "Prestations reçues"),
)
RSA = includes(benefits, "rsa")
worked = Choice(
    name="worked",
    label=_("Du travail dans les 3 derniers mois ?"),
    missing=_("Dites s’il y a eu du travail dans les 3 derniers mois."),
    options={"yes": _("Oui"), "no": _("Non")},
    when=includes(benefits, "aah", "aspa", "asi"),
    official=Official(SPARE, "Travail dans les trois derniers mois"),
)
rsa_asked = Tick(
    name="rsa_asked",
    label=_("J’ai demandé le RSA et j’attends la réponse"),
    required=False,
    when=unless(RSA),
    official=Official(HOUSEHOLD, "Demande de RSA en cours"),
)


def _spared(answers: Answers) -> bool:
    """No resources to declare: the RSA, or a benefit deemed under the ceiling; the AAH only alone, without children."""
    received = set(answers.text(benefits).split())
    if "rsa" in received or answers.value(worked) != "no":
        return "rsa" in received
    if "aah" in received and (answers.value(family) == "couple" or rows(members, answers.typed)):
        received.remove("aah")
    return any(answers.today >= since for benefit, since in SPARED_SINCE.items() if benefit in received)


SPARED = Rule((benefits, worked, family, member_first_name), _spared)

collection = Agreement(
    name="collection",
    label=_("Revenus demandés par la caisse"),
    missing=_("Dites si votre caisse peut demander vos revenus."),
    options={
        "yes": _("J’autorise ma caisse à demander mes revenus aux organismes"),
        "no": _("Je refuse : j’écris chaque somme moi-même"),
    },
    icons={"yes": "bank", "no": "note-pencil"},
    official=Official(ENGAGEMENT, "J’autorise la collecte de mes ressources"),
)
REFUSED = equals(collection, "no")

housing = Choice(
    name="housing",
    label=_("Logement"),
    missing=_("Choisissez votre logement."),
    options={
        "tenant": _("Locataire, sans aide au logement"),
        "aid": _("Avec une aide au logement (APL, ALF ou ALS)"),
        "owner": _("Propriétaire"),
        "free": _("Logé gratuitement"),
    },
    boxes={
        "tenant": "locataire sans aide au logement",
        "aid": "avec une aide au logement",
        "owner": "propriétaire",
        "free": "logé gratuitement",
    },
    official=Official(RESOURCES, "Logement"),
)
lived_abroad = Choice(
    name="lived_abroad",
    label=_("Vie dans un autre pays"),
    missing=_("Répondez par oui ou par non."),
    options={"yes": _("Oui"), "no": _("Non")},
)
alimony_paid = Amount(
    name="alimony_paid",
    label=_("Pension alimentaire versée en un an"),
    hint=_("Comme sur votre dernier avis d’impôt. Exemple : 1200"),
    required=False,
    official=Official(RESOURCES, "Pensions alimentaires versées"),
)


def over_twelve_months(said: Text, otherwise: Text) -> Reckoned:
    """*said* with the ``{first}`` and ``{last}`` day that count for a request made today; *otherwise*, before 2022."""

    def say(answers: Answers) -> Text:
        found = twelve_months(answers.today)
        return said.with_(first=Day(found.first), last=Day(found.last)) if found else otherwise

    return Reckoned(say)


OF_YOU = _("Vous, ou votre mari, votre femme ou votre partenaire.")

BENEFITS = Step(
    name="benefits",
    title=_("Recevez-vous une de ces aides ?"),
    hint=OF_YOU,
    note=_("Avec le RSA, la C2S est automatique : vous n’avez pas de ressources à déclarer."),
    fields=(benefits, worked, rsa_asked),
    headline=benefits,
)
COLLECTION = Step(
    name="collection",
    title=_("Votre caisse peut-elle demander vos revenus ?"),
    hint=over_twelve_months(
        _("Ceux de tout votre foyer, du {first} au {last}."), _("Ceux de tout votre foyer, sur 12 mois.")
    ),
    why=_(
        "Elle les demande aux impôts, à France Travail, aux caisses de retraite, à la Caf ou à la MSA. Vous n’écrivez "
        "alors ni salaires, ni chômage, ni indemnités, ni retraites, ni aides de la Caf."
    ),
    fields=(collection,),
    headline=collection,
    when=unless(RSA),
)
HOUSING = Step(
    name="housing",
    title=_("Comment êtes-vous logé ?"),
    why=_("Le logement peut ajouter un forfait, une somme fixe, à vos ressources."),
    fields=(housing,),
    headline=housing,
    when=unless(RSA),
)
ABROAD = Step(
    name="abroad",
    title=_("Avez-vous vécu dans un autre pays ?"),
    hint=over_twelve_months(
        _("Vous ou un adulte du foyer, du {first} au {last}, ou l’année de votre dernier avis d’impôt."),
        _("Vous ou un adulte du foyer, pendant ces 12 mois, ou l’année de votre dernier avis d’impôt."),
    ),
    why=_("La caisse demande alors les papiers d’impôt et de sécurité sociale de ce pays."),
    fields=(lived_abroad,),
    headline=lived_abroad,
    when=unless(RSA),
)
ALIMONY = Step(
    name="alimony",
    title=_("Versez-vous une pension alimentaire ?"),
    hint=_("Si vous n’en versez pas, n’écrivez rien et continuez."),
    why=_("Elle est retirée de vos ressources."),
    fields=(alimony_paid,),
    when=unless(SPARED),
)
