"""What stands over every request on paper: its title, whom it goes to, what nobody may overlook."""

from __future__ import annotations

from app.documents.blocks import Block, stamp
from app.documents.sheet import ROOM, Head
from app.forms import before, urgency
from app.forms.recipient import Recipient
from app.models.form import Answers, Form
from app.models.saisine import Saisine


def head(saisine: Saisine, to: Recipient) -> Head:
    """What every page of *saisine* says."""
    addressee = _addressee(saisine.form, to, saisine.way.answers)
    return Head(title(saisine.form, to), addressee, saisine.reference, saisine.made_at)


def title(form: Form, to: Recipient) -> str:
    """The form's own title where the caisse takes our layout, else what this paper is and is not (people.md P18)."""
    if to.caisse and to.caisse.accepting(form.id).layout:
        return form.official_title
    return f"Préparation du formulaire « {form.official_title} », ne le remplace pas"


def _addressee(form: Form, to: Recipient, answers: Answers) -> str:
    """The body and its service, as the caisse's file or the sheet names it; other schemes name theirs otherwise."""
    cpam = answers.value(before.caisse) == "elsewhere"
    service = to.caisse.services.get(form.id) if to.caisse else cpam and form.service
    return f"{to.name}, {service}" if service else str(to.name)


def marks(to: Recipient, answers: Answers) -> list[Block]:
    """What nobody may overlook, at the top of the first side and of the contact sheet (P1, P6)."""
    said = ["Rattachement à vérifier : la personne ne connaît pas sa caisse"] if to.to_check else []
    if reason := urgency.reason(answers):
        said.append(f"URGENT : {reason}")
    return [stamp(mark, ROOM) for mark in said]
