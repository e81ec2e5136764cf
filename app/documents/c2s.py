"""The C2S on paper: where its frames stand. Its words are those of the declaration (``forms/c2s.py``)."""

from __future__ import annotations

from app.documents.agreement import agreement
from app.documents.blocks import GAP, Block, beside, boxes, columns, frame, stack, tick, ticks, words
from app.documents.c2s_incomes import resources
from app.documents.cerfa import cell, choice, comb, label, law, paper, row, side_by_side
from app.documents.combs import NIR_GROUPS, combed
from app.documents.paper import SOFT
from app.documents.sheet import INNER, ROOM
from app.forms import c2s_household, c2s_request, c2s_resources, contact
from app.forms.c2s import FORM
from app.forms.c2s_person import HOUSEHOLD
from app.forms.recipient import recipient
from app.models import nir
from app.models.caisse import Caisse
from app.models.fields import Choice, Nir, Tick
from app.models.form import Answers
from app.models.saisine import Saisine
from app.models.text import speaking

NUMBER = "N° de sécurité sociale (13 chiffres) · Clé (2 chiffres)"
THIRDS = (5, 6, 9)
"""The boxes to tick of a member: the last column has the longest words."""
HOME = (1, 4, 2)
"""A postal code beside its town, and the telephone."""

LAW = (
    "La caisse peut interroger les impôts, les organismes de sécurité sociale et France Travail (article L. 861-9 du "
    "code de la sécurité sociale) et tenir compte du train de vie (article L. 861-2-1). Une fausse déclaration fait "
    "retirer la décision (article L. 861-10)."
)
"""What the articles of the C2S add to those of every cerfa (forms.md 5.6)."""


def pdf(saisine: Saisine, local: Caisse, digest: str) -> bytes:
    """The form, its pièces and its contact sheet, in French; *digest*: that of saisine.json."""
    with speaking("fr"):
        answers, to = saisine.way.answers, recipient(saisine.way.answers, local)
        allowed = answers.value(c2s_resources.collection)
        asked = [] if allowed is None else [tick(label(FORM, c2s_resources.collection), allowed == "yes", INNER)]
        return paper(
            saisine,
            to,
            digest,
            [
                *_besides(answers),
                _applicant(answers),
                *_members(answers),
                _spared(answers),
                *resources(answers),
                _body(answers),
                agreement(saisine, c2s_resources.ENGAGEMENT, *asked),
                law(to, LAW),
            ],
        )


def _besides(answers: Answers) -> list[Block]:
    """What the program asks and the form does not: the right that ends, the protection, a life abroad."""
    found = (c2s_request.covered_until, c2s_request.protected_since)
    said = [
        (f"Réponse hors formulaire : {field.label}", field.show(answers.text(field)))
        for field in found
        if answers.text(field)
    ]
    return [boxes(ROOM, *said)] if said else []


def _applicant(answers: Answers) -> Block:
    street, code, town = c2s_household.address
    line = ", ".join(filter(None, (answers.text(contact.elected), answers.text(street))))
    rest = [
        row(FORM, answers, field, room=columns(INNER, HOME)[at][1]) for at, field in ((1, town), (2, contact.phone))
    ]
    return frame(
        HOUSEHOLD,
        ROOM,
        row(FORM, answers, c2s_household.first_name, c2s_household.name),
        side_by_side(_number(c2s_household.nir, answers), comb(FORM, c2s_household.born, answers)),
        boxes(INNER, (label(FORM, street), line)),
        side_by_side(comb(FORM, code, answers), *rest, shares=HOME),
        row(FORM, answers, contact.email, c2s_household.caf),
        choice(FORM, c2s_household.nation, answers, 3),
        choice(FORM, c2s_household.family, answers, 3),
        ticks([_ticked(c2s_resources.rsa_asked, answers), _ticked(c2s_request.already_filed, answers)], INNER, 2),
    )


def _number(field: Nir, answers: Answers) -> Block:
    """The number and its key, that the online form asks in two boxes."""
    typed = answers.text(field)
    if typed == nir.NONE:
        return combed(NUMBER, "", NIR_GROUPS, field.show(typed))
    return combed(NUMBER, "".join(nir.split(typed)), NIR_GROUPS)


def _choice(field: Choice, one: Answers) -> Block:
    """The boxes to tick of *field* under its label."""
    chosen = one.text(field)
    drawn = _row(*((box, option == chosen) for option, box in field.boxes.items()))
    return stack(words(label(FORM, field), INNER, size=7.5, colour=SOFT), drawn, gap=2)


def _row(*said: tuple[str, bool]) -> Block:
    """Three boxes to tick, in columns as wide as their words."""
    rooms = [across for _left, across in columns(INNER, THIRDS)]
    return beside(INNER, *(tick(*box, room) for box, room in zip(said, rooms, strict=True)), shares=THIRDS)


def _ticked(field: Tick | Choice, answers: Answers) -> tuple[str, bool]:
    return label(FORM, field), answers.text(field) == "yes"


def _members(answers: Answers) -> list[Block]:
    """A frame for each of the others: what does not fit on a sheet begins the next."""
    found = c2s_household.each(answers)
    return [_member(one, f"{HOUSEHOLD} : personne {place} sur {len(found)}") for place, one in enumerate(found, 1)]


def _member(one: Answers, title: str) -> Block:
    """As low as can be read: four of them on a sheet."""
    asked = (c2s_household.shared_custody, c2s_household.member_rsa, c2s_household.member_c2s)
    whole = stack(
        row(FORM, one, c2s_household.member_first_name, c2s_household.member_name, c2s_household.member_caf),
        side_by_side(_number(c2s_household.member_nir, one), comb(FORM, c2s_household.member_born, one)),
        _choice(c2s_household.link, one),
        _choice(c2s_household.member_nation, one),
        _row(*(_ticked(field, one) for field in asked)),
        gap=GAP / 2,
    )
    return frame(title, ROOM, whole)


def _spared(answers: Answers) -> Block:
    worked = answers.text(c2s_resources.worked)
    said = [(str(said), worked == option) for option, said in c2s_resources.worked.options.items()]
    asked = words(label(FORM, c2s_resources.worked), INNER, size=7.5, colour=SOFT)
    return frame(
        c2s_resources.SPARE,
        ROOM,
        choice(FORM, c2s_resources.benefits, answers, 5),
        stack(asked, ticks(said, INNER, 5), gap=2),
    )


def _body(answers: Answers) -> Block:
    told = [] if answers.text(c2s_request.body) else [words("Aucun choix : la caisse gère le droit.", INNER)]
    return frame(
        c2s_request.BODY,
        ROOM,
        choice(FORM, c2s_request.body, answers, 2),
        *told,
        boxes(INNER, cell(FORM, c2s_request.body_name, answers), cell(FORM, c2s_request.body_address, answers)),
    )
