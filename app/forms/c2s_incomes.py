"""The money of twelve months, per person and category, and what is said above the ceiling (forms.md 5.4; P10, P11).

With the consent to the collection only what the caisse cannot know is asked; without it, everything.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.forms import given
from app.forms.c2s_household import each, member_first_name, member_name, members
from app.forms.c2s_resources import (
    ABROAD,
    ALIMONY,
    BENEFITS,
    COLLECTION,
    HOUSING,
    REFUSED,
    RESOURCES,
    SPARED,
    alimony_paid,
    collection,
    housing,
    over_twelve_months,
)
from app.models.fields import Choice, Tick
from app.models.form import Answers, Caution, Finding, Official, Reckoned, Repeat, Rule, Section, Step, Worded, said
from app.models.kinds import Among, Months
from app.models.path import rows
from app.models.rules import unless
from app.models.shown import Day, Sum
from app.models.text import Text, _

GIFTS_SINCE = date(2025, 7, 1)
"""Since when help from family and friends is not declared (LAW R861-10, 10° bis)."""

person = Among(
    name="income_person",
    label=_("Qui reçoit cet argent ?"),
    missing=_("Dites qui reçoit cet argent."),
    options={"applicant": _("La personne qui demande")},
    repeat=members,
    named=(member_first_name, member_name),
    official=Official(RESOURCES, "Personne"),
)
category = Choice(
    name="income_category",
    label=_("Quelle sorte d’argent ?"),
    missing=_("Choisissez la sorte d’argent."),
    options={
        "work": _("Salaires, primes"),
        "replacement": _("Chômage, indemnités journalières"),
        "pension": _("Retraites, pensions et rentes"),
        "social": _("Aides pour la famille, le logement, le handicap"),
        "self_employed": _("Travail à votre compte"),
        "foreign": _("Salaires ou pensions d’un autre pays"),
        "copyright": _("Droits d’auteur"),
        "alimony": _("Pension alimentaire reçue"),
        "property": _("Loyers, placements"),
        "in_kind": _("Avantages en nature : logement, voiture, repas"),
        "bodies": _("Aides régulières d’un organisme"),
        "gains": _("Jeux et autres gains"),
    },
    # Collected with the consent (S4): asked only of who refuses it.
    only=dict.fromkeys(("work", "replacement", "pension", "social"), REFUSED),
    boxes={
        "work": "revenus d’activité",
        "replacement": "chômage et indemnités journalières",
        "pension": "pensions et rentes",
        "social": "prestations familiales, logement, handicap",
        "self_employed": "activité indépendante",
        "foreign": "salaires et pensions de l’étranger",
        "copyright": "droits d’auteur",
        "alimony": "pensions alimentaires reçues",
        "property": "biens immobiliers et placements",
        "in_kind": "avantages en nature",
        "bodies": "aides régulières d’organismes",
        "gains": "jeux et autres gains irréguliers",
    },
    official=Official(RESOURCES, "Nature"),
)
months = Months(
    name="income_months",
    label=_("Somme reçue chaque mois"),
    hint=_("La somme nette, après les cotisations. Écrivez 0 pour un mois sans rien."),
    missing=_("Écrivez une somme pour chaque mois. Écrivez 0 si vous n’avez rien reçu."),
    official=Official(RESOURCES, "Montant"),
)
incomes = Repeat(
    name="incomes",
    title=_("De l’argent reçu"),
    add=_("Ajouter de l’argent reçu"),
    fields=(person, category, months),
    headline=(category,),
    details=(person, months),
    icon="coins",
)
all_incomes = Tick(
    name="all_incomes",
    label=_("Tout l’argent reçu par mon foyer est dans cette liste"),
    missing=_("Ajoutez l’argent reçu, puis cochez la case. Rien reçu ? Cochez la case."),
    when=REFUSED,
)


def received(answers: Answers) -> tuple[Answers, ...]:
    """The answers of each income, in the order of the list."""
    found = (f"{incomes.name}/{row}/" for row in rows(incomes, answers.typed))
    return tuple(Answers(answers.typed, answers.today, prefix) for prefix in found)


def _once_each(answers: Answers) -> tuple[str, Finding] | None:
    """The same person and the same kind of money twice: two jobs, or a mistake."""
    seen = set()
    for one in received(answers):
        told = one.text(person), one.text(category)
        if all(told) and told in seen:
            return one.row + category.name, Caution(_("Cette personne a déjà une ligne de cette sorte. Est-ce voulu ?"))
        seen.add(told)
    return None


def _above(answers: Answers) -> tuple[str, Finding] | None:
    """Above the ceiling is said and never in the way (S4); without a table of the day nothing is."""
    table, found = answers.value(given.ceilings), received(answers)
    people = 1 + len(each(answers))
    highest = table.highest(people) if table and table.holds(answers.today) else None
    if table is None or highest is None or not found:
        return None
    # The housing aid is counted by its flat amount, unless it was declared with the benefits.
    declared = answers.value(housing) == "aid" and any(one.value(category) == "social" for one in found)
    flat = Decimal(0) if declared else table.flat(answers.text(housing), people)
    total = sum((amount for one in found for amount in one.value(months) or ()), flat)
    if total - (answers.value(alimony_paid) or 0) <= highest:
        return None
    return found[-1].row + months.name, Caution(_said_above(highest, table.first, table.last), page="c2s")


def _said_above(highest: Decimal, first: date, last: date | None) -> Text:
    told = (
        _("Au-dessus du plafond de la C2S : {most} par an (du {first} au {last}). Continuez : la caisse décide.")
        if last
        else _("Au-dessus du plafond de la C2S : {most} par an (depuis le {first}). Continuez : la caisse décide.")
    )
    return told.with_(most=Sum(highest), first=Day(first), last=Day(last or first))


GIFTS_LEFT_OUT = Rule((), lambda answers: answers.today >= GIFTS_SINCE)
NOT_ASKED = _(
    "N’écrivez pas : RSA, prime d’activité, aides pour un enfant handicapé (AEEH), APA, PCH, rentrée scolaire, bourses "
    "d’étudiant, service civique."
)
NOR_GIFTS = _(
    "N’écrivez pas : RSA, prime d’activité, aides pour un enfant handicapé (AEEH), APA, PCH, rentrée scolaire, bourses "
    "d’étudiant, service civique, ni l’aide de la famille ou d’amis."
)

EVERYTHING = over_twelve_months(
    _("Pour tout votre foyer, du {first} au {last}. Ajoutez une ligne par personne et par sorte d’argent."),
    _("Pour tout votre foyer, sur 12 mois. Ajoutez une ligne par personne et par sorte d’argent."),
)
THE_REST = over_twelve_months(
    _(
        "Du {first} au {last} : travail à votre compte, argent d’un autre pays, pension alimentaire reçue… "
        "Rien de cela ? Continuez."
    ),
    _("Travail à votre compte, argent d’un autre pays, pension alimentaire reçue… Rien de cela ? Continuez."),
)

STEP = Step(
    name="incomes",
    title=Worded(
        _("Y a-t-il de l’argent que la caisse ne connaît pas ?"), ((REFUSED, _("Quel argent avez-vous reçu ?")),)
    ),
    hint=Reckoned(lambda answers: said(EVERYTHING if REFUSED.holds(answers) else THE_REST, answers), (collection,)),
    note=Worded(NOT_ASKED, ((GIFTS_LEFT_OUT, NOR_GIFTS),)),
    fields=(incomes, all_incomes),
    checks=(_once_each, _above),
    when=unless(SPARED),
)
SECTION = Section(title=_("Vos ressources"), icon="coins", steps=(BENEFITS, COLLECTION, HOUSING, ABROAD, ALIMONY, STEP))
