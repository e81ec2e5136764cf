"""What the papers of the cerfa are made of: labelled boxes, combs for digits, the mentions of the law."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from app.documents.blocks import Block, beside, boxes, stack, ticks, words
from app.documents.combs import CODE_GROUPS, DATE_GROUPS, NIR_GROUPS, combed
from app.documents.contact import contact_sheet
from app.documents.enclosed import enclosed
from app.documents.head import head, marks
from app.documents.paper import SOFT
from app.documents.seal import seal
from app.documents.sheet import INNER, ROOM, sheet
from app.forms.recipient import Recipient
from app.models import nir
from app.models.fields import Choice, Choices, Date, Nir, PostCode
from app.models.form import Answers, Field, Form
from app.models.saisine import Saisine

LAW = (
    "La loi punit d’amende ou d’emprisonnement les fausses déclarations, l’usurpation d’identité et les faux "
    "(articles 313-1 à 313-3, 433-19, 441-1 et suivants du code pénal). Une déclaration inexacte ou incomplète peut "
    "aussi donner lieu à une pénalité financière (article L. 114-17-1 du code de la sécurité sociale). La caisse peut "
    "vérifier la situation à tout moment et demander des justificatifs (articles L. 114-10-3 et L. 161-1-4 du même "
    "code)."
)
"""The mentions of every cerfa, by their true articles (forms.md 0.4)."""
RIGHTS = (
    "Les informations sont traitées selon la loi n° 78-17 du 6 janvier 1978{regulation}. Pour les voir ou les faire "
    "corriger, écrire à : {address}. Réclamation : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07."
)
REGULATION = " et le règlement (UE) 2016/679 du 27 avril 2016"
"""Named on the 1106 alone (forms.md 0.4)."""


def paper(saisine: Saisine, to: Recipient, digest: str, *sides: Sequence[Block]) -> bytes:
    """The whole PDF: each of *sides* begins a page, the pièces end the last; then the contact sheet and the seal."""
    above = marks(to, saisine.way.answers)
    body = [[*above, *sides[0]], *(list(side) for side in sides[1:])]
    body[-1] += enclosed(saisine)
    return sheet(head(saisine, to), [*body, [*above, *contact_sheet(saisine, to), seal(saisine.reference, digest)]])


def label(form: Form, field: Field[Any]) -> str:
    """The label of the paper that *field* fills."""
    official = form.official(field)
    return official.label if official else str(field.label)


def cell(form: Form, field: Field[Any], answers: Answers) -> tuple[str, str]:
    """The labelled box of *field*, for ``boxes``: empty when nothing was answered."""
    typed = answers.text(field)
    return label(form, field), field.show(typed).replace("\n", ", ") if typed else ""


def row(form: Form, answers: Answers, *fields: Field[Any], shares: Sequence[float] = (), room: float = INNER) -> Block:
    """The labelled boxes of *fields*, side by side."""
    return boxes(room, *(cell(form, field, answers) for field in fields), shares=shares)


def full_name(form: Form, answers: Answers, names: Sequence[Field[Any]], room: float = INNER) -> Block:
    """Birth name, usage name and first names in the one box that the cerfa has for them."""
    birth, usage, first = (answers.text(name) for name in names)
    whole = [birth, f"(nom d’usage : {usage})" if usage else "", first]
    return boxes(room, (label(form, names[0]), " ".join(filter(None, whole))))


def comb(form: Form, field: Field[Any], answers: Answers) -> Block:
    """*field* in one cell a digit: a number of social security, a date, a postal code."""
    return combed(label(form, field), _digits(field, answers), _groups(field), _instead(field, answers))


def _digits(field: Field[Any], answers: Answers) -> str:
    typed, value = answers.text(field), answers.value(field)
    if isinstance(field, Date):
        return f"{value:%d%m%Y}" if value else ""
    return "" if typed == nir.NONE else re.sub(r"[^0-9A-Za-z]", "", typed).upper()


def _groups(field: Field[Any]) -> Sequence[int]:
    kinds: tuple[tuple[type[Field[Any]], Sequence[int]], ...] = (
        (Nir, NIR_GROUPS), (Date, DATE_GROUPS), (PostCode, CODE_GROUPS),
    )  # fmt: skip
    return next(groups for kind, groups in kinds if isinstance(field, kind))


def _instead(field: Field[Any], answers: Answers) -> str:
    typed = answers.text(field)
    return field.show(typed) if isinstance(field, Nir) and typed == nir.NONE else ""


def side_by_side(*blocks: Block, shares: Sequence[float] = (), room: float = INNER) -> Block:
    """*blocks* of unlike heights in one row, their bottoms aligned, as the boxes of a form are."""
    tallest = max(block.height for block in blocks)
    return beside(room, *(_lowered(block, tallest) for block in blocks), shares=shares)


def _lowered(block: Block, height: float) -> Block:
    return Block(height, lambda canvas, x, y: block.draw(canvas, x, y - (height - block.height)))


def choice(form: Form, field: Choice | Choices, answers: Answers, across: int = 1, room: float = INNER) -> Block:
    """The boxes to tick of *field* under its label."""
    chosen = answers.text(field).split()
    drawn = ticks([(box, option in chosen) for option, box in field.boxes.items()], room, across)
    return stack(words(label(form, field), room, size=7.5, colour=SOFT), drawn, gap=2)


def law(to: Recipient, more: str = "", regulation: str = "") -> Block:
    """The mentions of the law: those of every cerfa, *more* of this one, and the rights over the data."""
    known = to.caisse.dpo_address if to.caisse else ""
    rights = RIGHTS.format(regulation=regulation, address=known or f"{to.name}, délégué à la protection des données")
    return words(" ".join(filter(None, (LAW, more, rights))), ROOM, size=7.5, colour=SOFT)
