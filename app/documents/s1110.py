"""The S1110 on paper: where its frames stand. Its words are those of the declaration (``forms/s1110.py``)."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.agreement import agreement
from app.documents.blocks import Block, boxes, columns, frame
from app.documents.cerfa import cell, comb, full_name, label, law, paper, row, side_by_side
from app.documents.sheet import INNER, ROOM
from app.forms import contact, s1110, s1110_parent
from app.forms.recipient import recipient
from app.forms.s1110 import FORM
from app.models.caisse import Caisse
from app.models.fields import Date, Line, Phone
from app.models.form import Answers
from app.models.saisine import Saisine
from app.models.text import speaking

BIRTH, CODE = (1, 3), (1, 4, 2)
"""A birth date beside the street; a postal code beside its town, and the telephone."""
NOT_TOLD = "non communiqué"
"""What the young person does not know or does not want to say of the parent (people.md P8)."""

BASIS = (
    "Demande faite selon les articles L. 160-1, L. 160-2 et D. 160-1 du code de la sécurité sociale. Pour rattacher "
    "des enfants mineurs à charge : formulaire S3705."
)


def pdf(saisine: Saisine, local: Caisse, digest: str) -> bytes:
    """The form, its pièces and its contact sheet, in French; *digest*: that of saisine.json."""
    with speaking("fr"):
        answers, to = saisine.way.answers, recipient(saisine.way.answers, local)
        return paper(
            saisine, to, digest, [_yours(answers), _parent(answers), agreement(saisine, s1110.ATTEST), law(to, BASIS)]
        )


def _yours(answers: Answers) -> Block:
    return frame(
        s1110.YOURS,
        ROOM,
        comb(FORM, s1110.nir, answers),
        full_name(FORM, answers, s1110.names),
        *_address(answers, s1110.born, s1110.address, contact.phone),
    )


def _parent(answers: Answers) -> Block:
    named = s1110_parent.NAMED.holds(answers)
    names = s1110_parent.names
    return frame(
        s1110_parent.INSURED,
        ROOM,
        comb(FORM, s1110_parent.nir, answers),
        full_name(FORM, answers, names) if named else boxes(INNER, (label(FORM, names[0]), NOT_TOLD)),
        *_parent_address(answers),
    )


def _parent_address(answers: Answers) -> list[Block]:
    """Theirs, or that of the young person when it is the same."""
    born, address = s1110_parent.born, s1110_parent.address
    if s1110_parent.ELSEWHERE.holds(answers):
        return _address(answers, born, address)
    if answers.value(s1110_parent.home) != "same":
        return [_beside(answers, born, (label(FORM, address[0]), NOT_TOLD)), _coded(answers, *address[1:])]
    same = f"{answers.text(s1110.address[0])} (même adresse)"
    return [_beside(answers, born, (label(FORM, address[0]), same)), _coded(answers, *s1110.address[1:])]


def _address(answers: Answers, born: Date, address: Sequence[Line], *phone: Phone) -> list[Block]:
    """The birth date and the street, the code and the town, in two rows."""
    street, code, town = address
    return [_beside(answers, born, cell(FORM, street, answers)), _coded(answers, code, town, *phone)]


def _beside(answers: Answers, born: Date, said: tuple[str, str]) -> Block:
    return side_by_side(comb(FORM, born, answers), boxes(columns(INNER, BIRTH)[1][1], said), shares=BIRTH)


def _coded(answers: Answers, code: Line, *others: Line | Phone) -> Block:
    """A postal code, and what is written beside it."""
    shares = CODE[: len(others) + 1]
    across = [room for _x, room in columns(INNER, shares)]
    beside = [row(FORM, answers, other, room=room) for other, room in zip(others, across[1:], strict=True)]
    return side_by_side(comb(FORM, code, answers), *beside, shares=shares)
