"""The S3705 on paper: the volet of the caisse, then that of the parents; a further sheet for every three children.

Its words are those of the declaration (``forms/s3705*.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.documents.agreement import signatures
from app.documents.blocks import GAP, INSET, Block, beside, boxes, columns, frame, stack, words
from app.documents.cerfa import choice, comb, label, law, side_by_side
from app.documents.combs import CODE_GROUPS, DATE_GROUPS, combed, room_of
from app.documents.contact import contact_sheet
from app.documents.enclosed import enclosed
from app.documents.head import head, marks
from app.documents.paper import DISPLAY, SOFT
from app.documents.seal import seal
from app.documents.sheet import INNER, ROOM, sheet
from app.forms import s3705_children, s3705_parents
from app.forms.recipient import Recipient, recipient
from app.forms.s3705 import FORM
from app.forms.s3705_parents import CHOICE, Parent
from app.models.caisse import Caisse
from app.models.fields import Line
from app.models.form import Answers
from app.models.saisine import Saisine
from app.models.text import speaking

ROWS = 3
"""The children that one sheet has room for, as the printed form has (forms.md 3)."""
CLOSE = 3.0
"""Between two lines of boxes: both parents, three children and two signatures are to stand on one sheet."""
VOLETS = ("Volet 1 : pour la caisse d’Assurance Maladie", "Volet 2 : à garder par les parents")
NAMES = "{label} (nom de famille (de naissance) suivi du nom d’usage)"
BASIS = (
    "Rattachement : articles L. 160-2, L. 161-15-3 et R. 161-8 du même code, arrêté du 4 mai 2007 (Journal officiel du "
    "19 mai 2007)."
)


def pdf(saisine: Saisine, local: Caisse, digest: str) -> bytes:
    """In French: what the caisse receives, contact sheet and pièces included, then the volet that the parents keep.

    *digest*: that of saisine.json.
    """
    with speaking("fr"):
        to = recipient(saisine.way.answers, local)
        above, sheets = marks(to, saisine.way.answers), list(_sheets(saisine, to))
        (first, *others), kept = (_volet(name, sheets) for name in VOLETS)
        contact = [*above, *contact_sheet(saisine, to), *enclosed(saisine), seal(saisine.reference, digest)]
        return sheet(head(saisine, to), [[*above, *first], *others, contact, *kept])


def _volet(name: str, sheets: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """*sheets*, each under the *name* of the volet, and numbered when there are several."""
    numbers = [
        "" if len(sheets) == 1 else f" (feuille {number} sur {len(sheets)})" for number in range(1, len(sheets) + 1)
    ]
    return [
        [words(f"{name}{number}", ROOM, DISPLAY, 11), *blocks] for number, blocks in zip(numbers, sheets, strict=True)
    ]


def _sheets(saisine: Saisine, to: Recipient) -> Iterator[list[Block]]:
    """Those of one volet: each has the same parents, choice and signatures, and its own children."""
    answers = saisine.way.answers
    children = s3705_children.every(answers)
    parents, choice_, mentions = _parents(answers, to), _choice(saisine), law(to, BASIS)
    for first in range(0, len(children), ROWS):
        part = stack(*map(_child, children[first : first + ROWS]), gap=CLOSE)
        last = first + ROWS >= len(children)
        yield [parents, frame(s3705_children.CHILDREN, ROOM, part), choice_, *([mentions] if last else [])]


def _parents(answers: Answers, to: Recipient) -> Block:
    """One across the sheet, or two side by side: with three children all of it stays on one page."""
    asking = s3705_parents.asking(answers)
    across = columns(ROOM, [1] * len(asking))[0][1]
    drawn = [_parent(parent, answers, to, across - 2 * INSET) for parent in asking]
    tallest = max(block.height for block in drawn)
    frames = [
        frame(parent.frame, across, Block(tallest, block.draw)) for parent, block in zip(asking, drawn, strict=True)
    ]
    return beside(ROOM, *frames)


def _parent(parent: Parent, answers: Answers, to: Recipient, room: float) -> Block:
    name, usage_name, first_name = parent.names
    usage = answers.text(usage_name)
    whole = " ".join(filter(None, [answers.text(name), f"(nom d’usage : {usage})" if usage else ""]))
    return stack(
        boxes(
            room,
            (NAMES.format(label=label(FORM, name)), whole),
            (label(FORM, first_name), answers.text(first_name)),
            shares=(3, 2),
        ),
        comb(FORM, parent.nir, answers),
        choice(FORM, parent.link, answers, 5 if room == INNER else 3, room),
        *_home(s3705_parents.home(parent, answers), answers, room),
        boxes(room, (label(FORM, parent.body), s3705_parents.body(parent, answers, to))),
        gap=CLOSE,
    )


def _home(address: tuple[Line, Line, Line], answers: Answers, room: float) -> list[Block]:
    """The paper says « Adresse » once, for what is asked in three."""
    street, code, town = address
    comb_room, rest = room_of(CODE_GROUPS), room - room_of(CODE_GROUPS) - GAP
    return [
        boxes(room, (label(FORM, street), answers.text(street))),
        side_by_side(
            combed(str(code.label), answers.text(code), CODE_GROUPS),
            boxes(rest, (str(town.label), answers.text(town))),
            shares=(comb_room, rest),
            room=room,
        ),
    ]


def _child(child: Answers) -> Block:
    comb_room = room_of(DATE_GROUPS)
    rest = INNER - comb_room - GAP
    names = [(label(FORM, field), child.text(field)) for field in (s3705_children.name, s3705_children.first_name)]
    born = comb(FORM, s3705_children.born, child)
    return side_by_side(boxes(rest, *names), born, shares=(rest, comb_room))


def _choice(saisine: Saisine) -> Block:
    answers = saisine.way.answers
    name, usage_name, first_name = (answers.text(field) for field in s3705_parents.addressee(answers).names)
    half = columns(INNER, [1, 1])[0][1]
    who = (
        words(label(FORM, s3705_parents.letters), half, size=7.5, colour=SOFT),
        boxes(half, ("NOM", usage_name or name), ("PRÉNOM(S)", first_name)),
    )
    ticked = choice(FORM, s3705_parents.attached, answers, 1, half)
    both = beside(INNER, ticked, stack(*who, gap=1))
    return frame(f"{CHOICE} du rattachement et signature", ROOM, both, *signatures(saisine))
