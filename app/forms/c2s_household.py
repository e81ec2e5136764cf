"""Frame 1 of the C2S, « La composition de votre foyer »: the applicant and the others (forms.md 5.2; LAW R861-2)."""

from __future__ import annotations

from app.forms import civil, contact, identity
from app.forms.c2s_person import HOUSEHOLD, birth, caf_number, names, nationality, number
from app.models import nir as numbers
from app.models.fields import Choice, Tick
from app.models.form import Answers, Caution, Finding, Official, Problem, Repeat, Rule, Step, Worded
from app.models.path import rows
from app.models.rules import age, one_of
from app.models.text import _

DEPENDANT = 25
"""A dependant counts below this age, on the day of the request (LAW R861-2; rules.md 3)."""
MINOR = 18

NUMBER_AND_BIRTH = _("Le numéro de sécurité sociale indique une autre date. Vérifiez les deux. Vous pouvez continuer.")


# The applicant

first_name, name = names("")
nir, born = number(""), birth("")
nation, caf = nationality(""), caf_number("")
family = Choice(
    name="family",
    label=_("Situation familiale"),
    missing=_("Dites si la personne vit seule ou en couple."),
    options={"alone": _("Seul(e)"), "couple": _("En couple : mariage, PACS ou vie commune")},
    boxes={"alone": "seul(e)", "couple": "en couple"},
    icons={"alone": "user", "couple": "users-three"},
    official=Official(HOUSEHOLD, "Situation familiale"),
)
address = civil.address(HOUSEHOLD, ("Adresse", "Code postal", "Commune"))

# The others

member_first_name, member_name = names("member_")
member_nir, member_born = number("member_"), birth("member_")
member_nation, member_caf = nationality("member_"), caf_number("member_")
link = Choice(
    name="member_link",
    label=_("Lien avec la personne qui demande"),
    missing=_("Dites qui est cette personne pour la personne qui demande."),
    options={
        "partner": _("Mari, femme ou partenaire"),
        "child": _("Enfant de moins de 25 ans"),
        "other": _("Autre personne à charge de moins de 25 ans"),
    },
    boxes={
        "partner": "conjoint/concubin/PACS",
        "child": "enfant de moins de 25 ans",
        "other": "autre personne à charge de moins de 25 ans",
    },
    icons={"partner": "users-three", "child": "baby", "other": "user"},
    official=Official(HOUSEHOLD, "Lien de parenté"),
)
shared_custody = Tick(
    name="member_shared_custody",
    label=_("En garde alternée, une partie du temps chez l’autre parent"),
    required=False,
    when=one_of(link, "child", "other"),
    official=Official(HOUSEHOLD, "Garde alternée"),
)
member_rsa = Tick(
    name="member_rsa_asked",
    label=_("A demandé le RSA et attend la réponse"),
    required=False,
    official=Official(HOUSEHOLD, "Demande de RSA en cours"),
)
member_c2s = Tick(
    name="member_c2s_asked",
    label=_("A déjà demandé la C2S et attend la réponse"),
    required=False,
    official=Official(HOUSEHOLD, "Demande de complémentaire santé en cours"),
)


def _adult(answers: Answers) -> bool:
    day = answers.value(member_born)
    return day is not None and age(day, answers.today) >= MINOR


ADULT = Rule((member_born,), _adult)
"""In the row of a member: of 18 or more."""


def _young_enough(answers: Answers) -> tuple[str, Finding] | None:
    """Whoever is no partner is under 25 on the day of the request."""
    day = answers.value(member_born)
    if day and answers.text(link) in ("child", "other") and age(day, answers.today) >= DEPENDANT:
        return member_born.name, Problem(
            _("À 25 ans ou plus, cette personne fait sa propre demande. Retirez-la de la liste, ou corrigez la date.")
        )
    return None


def _shared_as_a_minor(answers: Answers) -> tuple[str, Finding] | None:
    if answers.value(shared_custody) and ADULT.holds(answers):
        return shared_custody.name, Problem(_("La garde alternée compte seulement avant 18 ans. Décochez la case."))
    return None


def _number_and_birth_agree(answers: Answers) -> tuple[str, Finding] | None:
    told, day = answers.value(member_nir), answers.value(member_born)
    return (member_born.name, Caution(NUMBER_AND_BIRTH)) if told and day and numbers.disagrees(told, day) else None


members = Repeat(
    name="members",
    title=_("Une personne de votre foyer"),
    add=_("Ajouter une personne"),
    fields=(
        member_first_name, member_name, link, member_born, member_nation, member_nir, member_caf, shared_custody,
        member_rsa, member_c2s,
    ),
    headline=(member_first_name, member_name),
    details=(link, member_born),
    checks=(_young_enough, _shared_as_a_minor, _number_and_birth_agree),
    icon="user",
)  # fmt: skip
everybody = Tick(
    name="everybody",
    label=_("Toutes les personnes de mon foyer sont dans cette liste"),
    missing=_("Ajoutez les autres personnes de votre foyer, puis cochez la case. Seul(e) ? Cochez la case."),
)


def each(answers: Answers) -> tuple[Answers, ...]:
    """The answers of each member, in the order of the list."""
    found = (f"{members.name}/{row}/" for row in rows(members, answers.typed))
    return tuple(Answers(answers.typed, answers.today, prefix) for prefix in found)


def _one_partner(answers: Answers) -> tuple[str, Finding] | None:
    partners = [one.row for one in each(answers) if one.value(link) == "partner"]
    if len(partners) < 2:
        return None
    return partners[1] + link.name, Problem(_("Un foyer compte un seul mari, une seule femme ou un seul partenaire."))


def _one_number_each(answers: Answers) -> tuple[str, Finding] | None:
    """The number of a parent is often written for a child: said, and never in the way (forms.md 0.2)."""
    seen = {answers.text(nir)}
    for one in each(answers):
        told = one.text(member_nir)
        if told in seen and told not in ("", numbers.NONE):
            return one.row + member_nir.name, Caution(_("Ce numéro est déjà celui d’une autre personne du foyer."))
        seen.add(told)
    return None


def _a_couple_is_two(answers: Answers) -> tuple[str, Finding] | None:
    paired = any(one.value(link) == "partner" for one in each(answers))
    if answers.value(family) == "couple" and not paired:
        return everybody.name, Caution(_("Vous avez répondu « en couple ». Votre partenaire n’est pas dans la liste."))
    if answers.value(family) == "alone" and paired:
        return everybody.name, Caution(_("Vous avez répondu « seul(e) ». Un partenaire est dans la liste."))
    return None


def _on_their_own(answers: Answers) -> tuple[str, Finding] | None:
    """Under 25, a dependant counts in the household of the parents: said, never in the way."""
    day = answers.value(born)
    if day and age(day, answers.today) < DEPENDANT:
        return born.name, Caution(
            _("Avant 25 ans, une personne à la charge de ses parents est dans leur demande. Sinon, continuez.")
        )
    return None


STEPS = (
    Step(name="names", title=identity.NAMES.title, fields=(first_name, name)),
    Step(
        name="number",
        title=identity.NUMBER.title,
        fields=(nir, born),
        checks=(_on_their_own, *identity.NUMBER.checks),
    ),
    Step(
        name="situation",
        title=Worded(_("Votre situation"), ((identity.OTHER, _("La situation de cette personne")),)),
        fields=(nation, family, caf),
    ),
    Step(
        name="home",
        title=Worded(_("Quelle est votre adresse ?"), ((identity.OTHER, _("Quelle est son adresse ?")),)),
        hint=_("Sans adresse, donnez celle de l’organisme qui reçoit le courrier."),
        fields=(contact.home, contact.elected, *civil.as_asked(address)),
    ),
    identity.IDENTITY,
    identity.SIGNER,
    Step(
        name="household",
        title=Worded(_("Qui compte dans votre foyer ?"), ((identity.OTHER, _("Qui compte dans ce foyer ?")),)),
        hint=_("La personne qui demande est déjà comptée. Ajoutez les autres, une personne à la fois."),
        note=_(
            "Comptez : mari, femme ou partenaire ; enfants et autres personnes à charge de moins de 25 ans, même un "
            "enfant qui étudie ailleurs. Ne comptez pas : vos parents, un colocataire, ni un jeune qui vit en couple "
            "ou qui a un enfant."
        ),
        fields=(members, everybody),
        checks=(_one_partner, _one_number_each, _a_couple_is_two),
    ),
)
