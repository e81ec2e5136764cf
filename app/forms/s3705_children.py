"""The children of the S3705, one a row: under 18 on the day of the last signature (forms.md 3; LAW L160-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.forms import identity, signing
from app.forms.s3705_parents import asking, only_letters
from app.models.checks import birth_date, latin_letters
from app.models.fields import Date, Name
from app.models.form import Answers, Caution, Finding, Official, Paper, Problem, Repeat, Section, Step
from app.models.nir import Nir
from app.models.path import rows
from app.models.rules import age
from app.models.text import _

CHILDREN = "Identification des enfants mineurs à rattacher"
PARENT = 12
"""Years between a parent and a child below which a date is to be read again (forms.md 3, INF)."""

OF_AGE = Problem(
    _("À 18 ans, l’enfant est assuré à son propre nom. Revenez à la liste et retirez-le de cette demande."), "year"
)
ON_THEIR_OWN = Caution(
    _("Dès 16 ans, un jeune peut aussi demander à être assuré à son propre nom. Vous pouvez continuer."),
    page="assure-autonome-16-18",
)
CLOSE = Caution(_("Il y a moins de 12 ans entre un parent et cet enfant. Vérifiez la date. Vous pouvez continuer."))

name = Name(
    name="child_name",
    label=_("Nom de famille"),
    hint=_("Écrivez comme sur l’acte de naissance ou le livret de famille."),
    missing=_("Écrivez le nom de famille de l’enfant."),
    checks=(latin_letters,),
    official=Official(CHILDREN, "NOM DE FAMILLE"),
)
first_name = Name(
    name="child_first_name",
    label=_("Prénoms"),
    missing=_("Écrivez les prénoms de l’enfant."),
    checks=(latin_letters,),
    official=Official(CHILDREN, "PRÉNOM(S)"),
)
born = Date(
    name=identity.born.name,
    label=_("Date de naissance"),
    hint=_("Exemple : 14 03 2015"),
    missing=_("Écrivez la date de naissance de l’enfant."),
    checks=(birth_date,),
    official=Official(CHILDREN, "DATE DE NAISSANCE"),
)


def _of_age(answers: Answers) -> tuple[str, Finding] | None:
    """A child is attached until the day they turn 18 (LAW D160-1)."""
    day = answers.value(born)
    return (born.name, OF_AGE) if day and age(day, signing.signing_day(answers)) >= 18 else None


def _close_to_a_parent(answers: Answers) -> tuple[str, Finding] | None:
    """The paper asks no birth date of the parents: their numbers tell the year, and the month when it is one."""
    day = answers.value(born)
    if day and any(age(parent, day) < PARENT for parent in _parents_births(answers)):
        return born.name, CLOSE
    return None


def _parents_births(answers: Answers) -> Iterator[date]:
    """The earliest day on which each may be born; a guardian may be of any age."""
    for parent in asking(answers):
        number = answers.value(parent.nir)
        if number and answers.text(parent.link) in ("father", "mother", "adopter"):
            yield from _earliest(number, answers.today)


def _earliest(number: Nir, today: date) -> Iterator[date]:
    if number.kind in ("definitive", "waiting"):
        year, month = int(number.number[1:3]), int(number.number[3:5])
        century = 2000 if 2000 + year <= today.year else 1900
        yield date(century + year, month if month <= 12 else 1, 1)


def _old_enough_to_ask(answers: Answers) -> tuple[str, Finding] | None:
    """From 16 on the S1110 is the other way, and the young person's own choice (LAW L160-2)."""
    day = answers.value(born)
    return (born.name, ON_THEIR_OWN) if day and age(day, signing.signing_day(answers)) >= 16 else None


children = Repeat(
    name="children",
    title=_("Enfant"),
    add=_("Ajouter un enfant"),
    fields=(born, name, first_name),  # the date first: what is said of an age is read before the rest is written
    headline=(first_name, name),
    details=(born,),
    checks=(_of_age, _close_to_a_parent, _old_enough_to_ask),
    icon="baby",
)


def every(answers: Answers) -> tuple[Answers, ...]:
    """The answers about each child, in the order they were added."""
    prefixes = (f"{children.name}/{row}/" for row in rows(children, answers.typed))
    return tuple(Answers(answers.typed, answers.today, prefix) for prefix in prefixes)


def _somebody(answers: Answers) -> tuple[str, Finding] | None:
    return None if every(answers) else (children.name, Problem(_("Ajoutez au moins un enfant.")))


def _nobody_twice(answers: Answers) -> tuple[str, Finding] | None:
    """The same name, first names and day are the same child."""
    known = set()
    for child in every(answers):
        who = (only_letters(child.text(name)), only_letters(child.text(first_name)), child.value(born))
        if all(who) and who in known:
            return f"{child.row}{name.name}", Problem(_("Cet enfant est écrit deux fois. Retirez-le une fois."))
        known.add(who)
    return None


STEP = Step(
    name="children",
    title=_("Quels enfants faut-il rattacher ?"),
    hint=_("Les enfants de moins de 18 ans. N’écrivez pas ceux qui sont déjà rattachés."),
    fields=(children,),
    checks=(_somebody, _nobody_twice),
)
SECTION = Section(title=_("Enfants"), icon="baby", steps=(STEP,))

PAPERS = (
    Paper(
        key="filiation",
        label=_("Copie du livret de famille, ou extrait d’acte de naissance de chaque enfant"),
        what=_("Les pages des parents et des enfants. L’acte se demande à la mairie de naissance."),
    ),
)
