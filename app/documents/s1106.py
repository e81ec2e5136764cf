"""The S1106 on paper: where its frames stand. Its words are those of the declaration (``forms/s1106.py``)."""

from __future__ import annotations

from app.documents.agreement import agreement
from app.documents.blocks import PAD, Block, boxes, columns, frame, tick
from app.documents.cerfa import REGULATION, choice, comb, full_name, label, law, paper, row, side_by_side
from app.documents.sheet import INNER, ROOM
from app.forms import contact, s1106_person, s1106_stay
from app.forms.recipient import recipient
from app.forms.s1106 import ATTEST, FORM
from app.models.caisse import Caisse
from app.models.fields import Line
from app.models.form import Answers
from app.models.saisine import Saisine
from app.models.text import speaking

CODE, PHONE = (1, 6), (1, 4, 2)
"""A postal code beside its town, and the telephone."""
JOB, WIDE = (2, 3), (3, 2)
"""A box to tick beside what it asks to say; an answer beside a date."""

BASIS = (
    "Demande faite selon les articles L. 160-1, L. 160-2, L. 160-5, L. 161-1, R. 111-3 et D. 160-2 du code de la "
    "sécurité sociale, et l’arrêté du 10 mai 2017 sur les titres de séjour. Pour rattacher des enfants mineurs à "
    "charge : formulaire S3705."
)


def pdf(saisine: Saisine, local: Caisse, digest: str) -> bytes:
    """The form, its pièces and its contact sheet, in French; *digest*: that of saisine.json."""
    with speaking("fr"):
        answers, to = saisine.way.answers, recipient(saisine.way.answers, local)
        end = [agreement(saisine, ATTEST), law(to, BASIS, REGULATION)]
        return paper(saisine, to, digest, [_person(answers), _work(answers), *_exempt(answers), *end])


def _person(answers: Answers) -> Block:
    town, country = s1106_person.birth_town, s1106_person.birth_country
    where = answers.text(country) or s1106_person.COUNTRIES.get(answers.text(s1106_person.birth_place), "")
    return frame(
        s1106_person.PERSON,
        ROOM,
        full_name(FORM, answers, s1106_person.names),
        side_by_side(comb(FORM, s1106_person.nir, answers), comb(FORM, s1106_person.born, answers)),
        row(FORM, answers, s1106_stay.caf_number, s1106_stay.caf),
        boxes(INNER, (label(FORM, town), ", ".join(filter(None, (answers.text(town), where))))),
        choice(FORM, s1106_person.nationality, answers, 3),
        *_permit(answers),
        *_home(answers),
        *_host(answers),
    )


def _permit(answers: Answers) -> list[Block]:
    """What the program asks beside the box « autre »: of which country, until when."""
    if not s1106_person.OTHER_COUNTRY.holds(answers):
        return []
    until = comb(FORM, s1106_person.permit_expiry, answers)
    room = columns(INNER, WIDE)[0][1]
    return [side_by_side(row(FORM, answers, s1106_person.other_nationality, room=room), until, shares=WIDE)]


def _home(answers: Answers) -> list[Block]:
    street, code, town = s1106_stay.address
    beside = [
        row(FORM, answers, field, room=columns(INNER, PHONE)[at][1]) for at, field in ((1, town), (2, contact.phone))
    ]
    return [row(FORM, answers, street), side_by_side(comb(FORM, code, answers), *beside, shares=PHONE)]


def _host(answers: Answers) -> list[Block]:
    """The name and the street of the « organisme » are one line of the paper."""
    street, code, town = s1106_stay.elected_address
    who = ", ".join(filter(None, (answers.text(s1106_stay.elected), answers.text(street))))
    beside = row(FORM, answers, town, room=columns(INNER, CODE)[1][1])
    return [
        boxes(INNER, (label(FORM, street), who)),
        side_by_side(comb(FORM, code, answers), beside, shares=CODE),
    ]


def _work(answers: Answers) -> Block:
    job = s1106_stay.job
    left, right = (across for _x, across in columns(INNER, JOB))

    def box(option: str) -> Block:
        ticked = tick(job.boxes[option], answers.value(job) == option, left)
        return Block(ticked.height + PAD / 2, ticked.draw)

    def said(field: Line) -> Block:
        return row(FORM, answers, field, room=right)

    return frame(
        s1106_stay.WORK,
        ROOM,
        side_by_side(box("work"), said(s1106_stay.trade), shares=JOB),
        box("idle"),
        side_by_side(box("other"), said(s1106_stay.other_job), shares=JOB),
        comb(FORM, s1106_stay.arrived_on, answers),
    )


def _exempt(answers: Answers) -> list[Block]:
    """Why nobody has to wait, as it was answered: no box of the paper, and the caisse looks for the proof of it."""
    if not s1106_stay.EXEMPTED.holds(answers):
        return []
    why = s1106_stay.exempt.show(answers.text(s1106_stay.exempt))
    return [boxes(ROOM, ("Réponse hors formulaire : pas d’attente de 3 mois, parce que", why))]
