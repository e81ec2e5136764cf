"""The resources of the C2S on paper: the twelve months, and a table of them for each income."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from app.documents.blocks import Block, boxes, frame, words
from app.documents.cerfa import cell, choice, label, side_by_side
from app.documents.combs import DATE_GROUPS, combed
from app.documents.paper import SEMIBOLD
from app.documents.sheet import INNER, ROOM
from app.forms import c2s_household, c2s_incomes, c2s_resources
from app.forms.c2s import FORM
from app.models.form import Answers
from app.models.kinds import euros
from app.models.period import twelve_months

RSA = "RSA : pas de ressources à déclarer."
SPARED = "Aucune ressource à déclarer avec cette prestation, sans travail depuis trois mois."
NOTHING = {"yes": "Rien de plus que ce que la caisse collecte.", "no": "Aucune ressource déclarée."}
ABROAD = "A vécu dans un autre pays pendant cette période ou pendant l’année du dernier avis d’impôt."


def resources(answers: Answers) -> list[Block]:
    """The frame of what is asked once, then one for each income: what does not fit on a sheet begins the next."""
    if c2s_resources.RSA.holds(answers):
        return [frame(c2s_resources.RESOURCES, ROOM, words(RSA, INNER, SEMIBOLD))]
    incomes, collected = c2s_incomes.received(answers), answers.value(c2s_resources.collection) or "no"
    told = SPARED if c2s_resources.SPARED.holds(answers) else "" if incomes else NOTHING[collected]
    abroad = answers.value(c2s_resources.lived_abroad) == "yes"
    first = frame(
        c2s_resources.RESOURCES,
        ROOM,
        *_period(answers),
        choice(FORM, c2s_resources.housing, answers, 2),
        boxes(INNER, cell(FORM, c2s_resources.alimony_paid, answers)),
        *(words(said, INNER, SEMIBOLD) for said in (ABROAD if abroad else "", told) if said),
    )
    title = f"{c2s_resources.RESOURCES} : ligne {{}} sur {len(incomes)}"
    return [first, *(_income(one, title.format(place)) for place, one in enumerate(incomes, 1))]


def _period(answers: Answers) -> list[Block]:
    """« Du », « Au »: computed from the day of the request (LAW R861-8)."""
    found = twelve_months(answers.today)
    ends = zip(("Du", "Au"), found or (), strict=False)
    combs = [combed(said, f"{day:%d%m%Y}", DATE_GROUPS) for said, day in ends]
    return [side_by_side(*combs, shares=(1, 3))] if combs else []


def _income(one: Answers, title: str) -> Block:
    """Who, of what kind, how much in all, and the sum of each month."""
    amounts = one.value(c2s_incomes.months) or ()
    period = twelve_months(one.today)
    named = [f"{month:%m/%Y}" for month in period.months] if period else [f"mois {number}" for number in range(1, 13)]
    cells = [(name, euros(amount) if amount is not None else "") for name, amount in zip_longest(named, amounts)]
    return frame(
        title,
        ROOM,
        boxes(
            INNER,
            (label(FORM, c2s_incomes.person), _whose(one)),
            (label(FORM, c2s_incomes.category), c2s_incomes.category.boxes.get(one.text(c2s_incomes.category), "")),
            (f"{label(FORM, c2s_incomes.months)} des 12 mois", euros(sum(amounts, Decimal(0)))),
            shares=(2, 2, 1),
        ),
        boxes(INNER, *cells[:6]),
        boxes(INNER, *cells[6:]),
    )


def _whose(one: Answers) -> str:
    """The applicant or the member, by their names."""
    person = one.text(c2s_incomes.person)
    named = dict(c2s_incomes.person.rows(one))
    if person in named:
        return str(named[person])
    return f"{one.text(c2s_household.first_name)} {one.text(c2s_household.name)}"
