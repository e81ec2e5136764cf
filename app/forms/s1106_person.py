"""Frame A of the S1106 but the address: who asks, born where, of what nationality (forms.md 1, A1–A6)."""

from __future__ import annotations

from datetime import date

from app.forms import civil, identity
from app.models import nir as numbers
from app.models.checks import birth_date, latin_letters
from app.models.fields import Choice, Date, Line, Nir
from app.models.form import Answers, Caution, Official, Paper, Rule, Step, Worded
from app.models.kinds import Place
from app.models.rules import age, any_of, equals, one_of
from app.models.text import Text, _

PERSON = "Identification du demandeur"
BORN_IN = Official(PERSON, "Commune et pays de naissance")

SOMEONE_ELSE = any_of(identity.CHILD, identity.OTHER)


def asked_of(you: Text, them: Text) -> Worded:
    """A question to the person, *you*, or about who is helped, *them*."""
    return Worded(you, ((SOMEONE_ELSE, them),))


def _for_a_right_of_ones_own(born: date, today: date) -> Caution | None:
    """Under 16 a child is covered with a parent: said, never in the way (forms.md 1, INF)."""
    if age(born, today) >= 16:
        return None
    return Caution(
        _("Avant 16 ans, un enfant est le plus souvent rattaché à un parent assuré. Vous pouvez continuer."),
        page="rattachement-enfant",
    )


names = civil.names(Official(PERSON, "VOS NOM ET PRÉNOMS"))
nir = Nir(
    name="nir",
    label=_("Numéro de sécurité sociale"),
    hint=_("Si vous en avez un : 13 chiffres, puis la clé de 2 chiffres."),
    required=False,
    checks=(numbers.caution,),
    official=Official(PERSON, "Votre n° de sécurité sociale (si vous en avez un)"),
)
born = Date(
    name="birth_date",
    label=_("Date de naissance"),
    hint=_("Exemple : 14 03 1988"),
    missing=_("Écrivez la date de naissance."),
    checks=(birth_date, _for_a_right_of_ones_own),
    official=Official(PERSON, "Votre date de naissance"),
)
birth_place = Choice(
    name="birth_place",
    label=_("Naissance"),
    missing=_("Dites où a eu lieu la naissance."),
    options={
        "france": _("En France"),
        "wallis": _("À Wallis-et-Futuna"),
        "abroad": _("Dans un autre pays"),
    },
    official=BORN_IN,
)
COUNTRIES = {"france": "France", "wallis": "Wallis-et-Futuna"}
"""What the paper says where the country is not asked."""
birth_town = Place(
    name="birth_town",
    label=_("Commune de naissance"),
    hint=_("La ville ou le village"),
    missing=_("Écrivez la ville ou le village de naissance."),
    checks=(latin_letters,),
    official=BORN_IN,
    limit=60,
)
birth_country = Line(
    name="birth_country",
    label=_("Pays de naissance"),
    missing=_("Écrivez le pays de naissance."),
    checks=(latin_letters,),
    when=equals(birth_place, "abroad"),
    official=BORN_IN,
    limit=45,
    width=24,
)


def _not_past(expiry: date, today: date) -> Caution | None:
    """What counts is the permit in force on the day of the request (LAW R111-3)."""
    if expiry >= today:
        return None
    return Caution(
        _("Ce titre de séjour n’est plus valable. Joignez un titre valable le jour de la demande, si vous en avez un.")
    )


nationality = Choice(
    name="nationality",
    label=_("Nationalité"),
    missing=_("Choisissez une nationalité."),
    options={
        "french": _("Française"),
        "europe": _("D’un pays de l’Union européenne, d’Islande, du Liechtenstein, de Norvège ou de Suisse"),
        "other": _("D’un autre pays"),
    },
    boxes={"french": "française", "europe": "UE/EEE/Suisse", "other": "autre"},
    official=Official(PERSON, "Votre nationalité"),
)
OTHER_COUNTRY = equals(nationality, "other")
other_nationality = Line(
    name="other_nationality",
    label=_("Laquelle ?"),
    hint=_("Exemples : ukrainienne, algérienne"),
    missing=_("Écrivez votre nationalité."),
    checks=(latin_letters,),
    when=OTHER_COUNTRY,
    official=Official(PERSON, "Laquelle ?"),
    limit=45,
    width=24,
)
permit_expiry = Date(
    name="permit_expiry",
    label=_("Fin de validité de votre titre de séjour"),
    hint=_("Carte de séjour, visa, APS ou autre document. Exemple : 14 09 2027"),
    required=False,
    checks=(_not_past,),
    when=OTHER_COUNTRY,
    official=Official(PERSON, "Fin de validité du titre de séjour"),
)

NAMES = Step(name="names", title=identity.NAMES.title, fields=names)
NUMBER = Step(name="number", title=identity.NUMBER.title, fields=(nir, born), checks=identity.NUMBER.checks)
BIRTH = Step(
    name="birth",
    title=asked_of(_("Quel est votre lieu de naissance ?"), _("Quel est le lieu de naissance de cette personne ?")),
    fields=(birth_place, birth_town, birth_country),
    headline=birth_place,
)
NATIONALITY = Step(
    name="nationality",
    title=asked_of(_("Quelle est votre nationalité ?"), _("Quelle est la nationalité de cette personne ?")),
    fields=(nationality, other_nationality, permit_expiry),
    headline=nationality,
)


def _in_ukraine(answers: Answers) -> bool:
    return answers.text(birth_country).casefold() in ("ukraine", "україна", "украина")


BORN_IN_UKRAINE = Rule((birth_country,), _in_ukraine)
"""Ukrainian is the one language known to be missing from those that need no translation (PUB puma-doctorant)."""

PAPERS = (
    Paper(
        key="identity",
        label=_("Copie de la carte d’identité ou du passeport"),
        what=_("Les deux côtés de la carte, ou la page du passeport avec la photo."),
        when=one_of(nationality, "french", "europe"),
    ),
    Paper(
        key="residence_permit",
        label=_("Copie du titre de séjour, ou de l’APS, valable le jour de la demande"),
        what=_("Carte de séjour, visa de long séjour, APS ou attestation de demande d’asile. Les deux côtés."),
        when=OTHER_COUNTRY,
    ),
    Paper(
        key="birth_certificate",
        label=_("Copie intégrale de l’acte de naissance, ou extrait avec le nom des parents, ou papier du consulat"),
        what=_("La mairie du lieu de naissance le donne, ou le consulat de ce pays."),
        needed=False,
        when=one_of(birth_place, "wallis", "abroad"),
    ),
    Paper(
        key="translation",
        label=_("Traduction de l’acte de naissance par un traducteur assermenté"),
        what=_("Un traducteur de la liste officielle : la cour d’appel la donne."),
        needed=False,
        when=BORN_IN_UKRAINE,
    ),
)
