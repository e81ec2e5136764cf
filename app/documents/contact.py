"""The contact sheet, last page of a request (people.md P2, P7–P9): who asks, who helps, how to reach the person."""

from __future__ import annotations

from typing import Any

from app.documents.agreement import signer
from app.documents.blocks import Block, boxes, frame, stamp, ticks, words
from app.documents.paper import DISPLAY
from app.documents.sheet import INNER, ROOM
from app.forms import before, contact, given, identity
from app.forms.recipient import Recipient
from app.forms.signing import signed
from app.models.form import Answers, Field
from app.models.saisine import Saisine

CAPACITIES = {
    "me": "l’assuré(e)",
    "child": "parent d’un enfant de moins de 18 ans",
    "helped": "personne qui aide, l’assuré(e) est présent(e)",
    "absent": "personne qui aide, l’assuré(e) est absent(e)",
    "guardian": "tuteur ou tutrice",
}
"""Who fills the request in, for the caisse that reads it: each answer to « pour qui »."""

GROUNDS = {
    "drawn": "signature dessinée sur l’écran",
    "paper": "signature sur ce papier",
    "attested": "accord attesté par l’agent",
    "informed": "accord donné à distance",
    "nothing": "aucune signature",
}
"""How the request is agreed to, by the mode of ``signed``."""

BASES = {"paper": "papier signé par l’assuré(e)", "procuration": "procuration sur le compte ameli"}
"""What a person who helps someone absent has declared."""


def contact_sheet(saisine: Saisine, to: Recipient) -> list[Block]:
    """The blocks of the page."""
    answers = saisine.way.answers
    heading = words("Fiche de contact", ROOM, DISPLAY, 14)
    return [heading, _person(answers, to), _maker(saisine), _reach(answers), _language(answers)]


def _person(answers: Answers, to: Recipient) -> Block:
    name = f"{answers.text(identity.name)} {answers.text(identity.first_name)}"
    return frame(
        "La personne", ROOM,
        *_minor(answers),
        boxes(INNER, ("Nom et prénom", name), ("Identité", known_by(answers))),
        boxes(INNER, ("Caisse qui reçoit la demande", str(to.name)), ("Son adresse", _where(to))),
    )  # fmt: skip


def _where(to: Recipient) -> str:
    """Never guessed: who has no address on this paper gives it at the desk (P29)."""
    return (to.caisse.postal_address if to.caisse else "") or "Donnez ce papier à l’accueil"


def known_by(answers: Answers) -> str:
    """How the identity is known (P9): as the person says, or by a paper that an agent saw."""
    if answers.value(identity.identity) == "seen":
        return f"pièce vue par l’agent : {identity.paper_seen.show(answers.text(identity.paper_seen))}"
    return f"identité déclarée ({given.mode.show(answers.text(given.mode)).lower()})"


def _minor(answers: Answers) -> list[Block]:
    """16–17: alone, and reached only as chosen (P8); under 16 a parent or guardian signs."""
    if not identity.MINOR.holds(answers):
        return []
    if identity.UNDER_16.holds(answers):
        return [stamp(f"Mineur(e) de moins de 16 ans. Signe : {signer(answers)}", INNER, 10)]
    only = contact.ways.show(answers.text(contact.ways)).replace("\n", ", ")
    return [stamp(f"Mineur(e) : contacter seulement ainsi : {only}", INNER, 10)]


def _maker(saisine: Saisine) -> Block:
    answers = saisine.way.answers
    interpreter, mandate = answers.text(before.interpreter), answers.text(before.mandate)
    rows = [
        boxes(INNER, ("Demande remplie par", _typed_by(answers)), ("En qualité de", _capacity(answers))),
        boxes(INNER, ("Sur la base de", grounds(answers)), ("Lieu", saisine.place)),
    ]
    if interpreter or mandate:
        rows.append(boxes(INNER, ("Interprète pendant la demande", interpreter), ("Mandat Aidants Connect", mandate)))
    return frame("Qui a rempli la demande", ROOM, *rows)


def _capacity(answers: Answers) -> str:
    if before.AT_POSTE.holds(answers) and before.FOR_ME.holds(answers):
        return "agent, par téléphone avec l’assuré(e)" if before.REMOTE.holds(answers) else "agent, avec l’assuré(e)"
    return CAPACITIES[answers.text(before.for_whom)]


def _typed_by(answers: Answers) -> str:
    helper = answers.text(before.helper_name)
    if before.AT_POSTE.holds(answers):
        agent = ", ".join(filter(None, (answers.text(given.detector_name), answers.text(given.detector_structure))))
        return f"{helper}, avec {agent}" if helper and agent else helper or agent
    return helper or "l’assuré(e), à la borne"


def grounds(answers: Answers) -> str:
    """On what basis the request is made: how it is signed, and the paper or decision that was declared."""
    known = [GROUNDS[signed(answers).mode], BASES.get(answers.text(before.basis), "")]
    return ", ".join(filter(None, [*known, "décision du juge" if answers.value(before.decision) == "yes" else ""]))


def _reach(answers: Answers) -> Block:
    return frame(
        "Comment joindre la personne",
        ROOM,
        _ways(answers),
        boxes(INNER, (str(contact.avoid.label), answers.text(contact.avoid) or "Rien d’indiqué")),
        boxes(INNER, _cell(contact.phone, "Téléphone", answers), _cell(contact.email, "E-mail", answers)),
        boxes(
            INNER,
            _cell(contact.halves, "Quand appeler", answers),
            _cell(contact.voicemail, "Message vocal possible", answers),
            _cell(contact.structure, "Structure qui aide", answers),
            shares=(1, 1, 2),
        ),
        *(_address(answers) if contact.BY_MAIL.holds(answers) else []),
    )


def _ways(answers: Answers) -> Block:
    chosen = answers.value(contact.ways) or ()
    return ticks([(str(label), way in chosen) for way, label in contact.ways.options.items()], INNER, 3)


def _address(answers: Answers) -> list[Block]:
    where = contact.letters(answers)
    street, postcode, town = (
        (str(field.label), where[field.name]) for field in (contact.street, contact.postcode, contact.town)
    )
    host = _cell(contact.elected, "Organisme qui reçoit le courrier", answers)
    return [*([boxes(INNER, host)] if host[1] else []), boxes(INNER, street, postcode, town, shares=(4, 1, 2))]


def _language(answers: Answers) -> Block:
    spoken = answers.text(contact.other_language) or contact.spoken.show(answers.text(contact.spoken))
    return frame(
        "Langue", ROOM,
        boxes(
            INNER,
            ("Langue", spoken),
            _cell(contact.interpretation, "Interprète nécessaire", answers),
            _cell(contact.hearing, "Sourd(e) ou malentendant(e)", answers),
        ),
    )  # fmt: skip


def _cell(field: Field[Any], label: str, answers: Answers) -> tuple[str, str]:
    typed = answers.text(field)
    return label, field.show(typed).replace("\n", ", ") if typed else ""
