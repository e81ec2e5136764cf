"""The MAS sheet on paper: where each frame stands. Its words are those of the declaration (``forms/mas.py``)."""

from __future__ import annotations

from typing import Any

from app.documents.agreement import agreement, mention
from app.documents.blocks import Block, boxes, frame, stack, ticks, words
from app.documents.contact import contact_sheet
from app.documents.enclosed import enclosed
from app.documents.head import head, marks
from app.documents.paper import SEMIBOLD
from app.documents.seal import seal
from app.documents.sheet import INNER, ROOM, day, sheet
from app.forms import contact, given, identity, mas
from app.forms.recipient import recipient
from app.models.caisse import Caisse
from app.models.fields import Choice, Choices, Date
from app.models.form import Answers, Field, Official
from app.models.saisine import Saisine
from app.models.text import speaking

SECOND_SIDE = "Partie à compléter en cas de renoncement ou difficultés d’accès à des soins"

INSURED = ((identity.name, identity.born), (identity.first_name, contact.phone), (identity.nir, contact.email))
DETECTOR = (
    (given.detector_name, given.detector_email),
    (given.detector_structure, given.detector_phone),
)


def pdf(saisine: Saisine, local: Caisse, digest: str) -> bytes:
    """The sheet and its contact sheet, in French; *local*: this terminal’s caisse, *digest*: that of saisine.json."""
    with speaking("fr"):
        answers = saisine.way.answers
        to = recipient(answers, local)
        above = marks(to, answers)
        end = stack(agreement(saisine), mention(to))
        first, second = [*above, *_first_side(saisine)], _second_side(saisine)
        sides = [first, [*second, end]] if second else [[*first, end]]
        last = [*above, *contact_sheet(saisine, to), *enclosed(saisine), seal(saisine.reference, digest)]
        return sheet(head(saisine, to), [*sides, last])


def _first_side(saisine: Saisine) -> list[Block]:
    answers, moment = saisine.way.answers, saisine.made_at
    hour = f"{moment:%H h %M}" if saisine.hour_checked else f"{moment:%H h %M} (heure non vérifiée)"
    made = (("Date de la saisine", day(moment)), ("Heure", hour), ("Lieu", saisine.place))
    return [
        boxes(ROOM, *made, shares=(2, 1, 4) if saisine.hour_checked else (2, 3, 4)),
        _ticks(mas.motives, answers, 1),
        _boxes(INSURED, answers),
        _boxes(DETECTOR, answers),
        _ticks(mas.engaged, answers, 3),
    ]


def _second_side(saisine: Saisine) -> list[Block]:
    asked = {asked.field for page in saisine.way.pages for asked in page.asked}
    if mas.care not in asked:
        return []
    answers = saisine.way.answers
    return [
        words(SECOND_SIDE, ROOM, SEMIBOLD, 11),
        _ticks(mas.care, answers, 2),
        _ticks(mas.since, answers, 4),
        _ticks(mas.causes, answers, 2),
    ]


def _ticks(field: Choice | Choices, answers: Answers, columns: int) -> Block:
    chosen = answers.text(field).split()
    boxes_ = [(box, option in chosen) for option, box in field.boxes.items()]
    return frame(_official(field).frame, ROOM, ticks(boxes_, INNER, columns))


def _boxes(rows: tuple[tuple[Field[Any], ...], ...], answers: Answers) -> Block:
    filled = [boxes(INNER, *((_official(field).label, _said(field, answers)) for field in row)) for row in rows]
    return frame(_official(rows[0][0]).frame, ROOM, *filled)


def _said(field: Field[Any], answers: Answers) -> str:
    value = answers.value(field)
    if isinstance(field, Date) and value:
        return f"{value:%d/%m/%Y}"
    typed = answers.text(field)
    return field.show(typed) if typed else ""


def _official(field: Field[Any]) -> Official:
    official = mas.FORM.official(field)
    if official is None:
        raise ValueError(f"{field.name} fills nothing on the official sheet")
    return official
