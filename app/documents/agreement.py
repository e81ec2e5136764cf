"""The end of a sheet that rests on consent: what is agreed to, who signs and how, and what becomes of the data."""

from __future__ import annotations

from datetime import date

from app.documents.blocks import GAP, Block, beside, boxes, columns, frame, stack, tick, words
from app.documents.blocks import signing as pad
from app.documents.combs import DATE_GROUPS, combed, room_of
from app.documents.paper import SEMIBOLD, SOFT
from app.documents.sheet import INNER, ROOM
from app.forms import before, identity, signing
from app.forms.recipient import Recipient
from app.forms.signing import Signed, Signer
from app.models.fields import Tick
from app.models.form import Answers
from app.models.path import Path
from app.models.saisine import Saisine

SIGNING_HEIGHT, BOTH_HEIGHT = 62.0, 48.0
"""The room to sign; less of it when two people sign side by side, on a paper that is full."""
AGREED = ("consent", "declaration")
"""The pages whose boxes are agreed to or declared."""
ON_SCREEN = ("drawn", "attested")
"""How somebody agrees on a day that the program knows."""


def agreement(saisine: Saisine, title: str = "Accord et signature", *above: Block) -> Block:
    """The frame *title* of the agreement: its boxes as they were ticked, then the signature or what stands for it.

    *above*: what was agreed to on another page.
    """
    return frame(title, ROOM, *above, *_ticked(saisine.way), *signatures(saisine))


def _ticked(way: Path) -> list[Block]:
    asked = [asked.field for page in way.pages if page.step.name in AGREED for asked in page.asked]
    return [tick(str(box.label), way.answers.value(box) is True, INNER) for box in asked if isinstance(box, Tick)]


def signer(answers: Answers) -> str:
    """Who signs: the insured person, or who represents them in law, by name and capacity."""
    if not identity.REPRESENTED.holds(answers):
        return "l’assuré(e)"
    link = identity.signer_link.show(answers.text(identity.signer_link))
    return f"{answers.text(identity.signer_first_name)} {answers.text(identity.signer_name)} ({link.lower()})"


def signatures(saisine: Saisine, room: float = INNER) -> list[Block]:
    """How each person signs, side by side, or what stands for it."""
    answers = saisine.way.answers
    everybody = signing.signatures(answers)
    if everybody[0][1].mode == "informed":
        return [_informed(answers, everybody[0][1].by)]
    across = columns(room, [1] * len(everybody))[0][1]
    height = SIGNING_HEIGHT if len(everybody) == 1 else BOTH_HEIGHT
    hands = [_hand(saisine, who, how, (across, height)) for who, how in everybody]
    absent = [words("Personne absente : joindre le papier signé de sa main, s’il y en a un.", room)]
    return [*(absent if before.ABSENT.holds(answers) else []), beside(room, *hands)]


def _hand(saisine: Saisine, who: Signer, how: Signed, size: tuple[float, float]) -> Block:
    """One signature: where and when, as the paper wants it, whose it is, and the strokes or the room for them."""
    room, _height = size
    day = how.day or saisine.made_at.date()
    title, dated = _title(saisine, who), _dated(saisine, who, day if how.mode in ON_SCREEN else None, room)
    if how.mode == "attested":
        said = f"{title}. Ne peut pas signer. Accord attesté par l’agent : {how.by}"
        return stack(*dated, words(said, room, SEMIBOLD))
    if how.mode == "drawn":
        drawn = words(f"{title}, dessinée sur l’écran le {day:%d/%m/%Y}", room, SEMIBOLD)
        return stack(*dated, drawn, pad(*size, how.strokes))
    by_hand = words(f"{title} (à signer à la main, avec la date)", room, SEMIBOLD)
    return stack(*dated, by_hand, pad(*size))


def _dated(saisine: Saisine, who: Signer, day: date | None, room: float) -> list[Block]:
    """« Fait à », which is asked once, and « Le », of the papers that have a place for them."""
    official = saisine.form.official(who.signed_on)
    if official is None:
        return []
    comb = combed(official.label, f"{day:%d%m%Y}" if day else "", DATE_GROUPS)
    rest = room - room_of(DATE_GROUPS) - GAP
    place = boxes(rest, ("Fait à", saisine.way.answers.typed.get(signing.MADE_IN, "")))
    there = place if who is signing.FIRST else Block(place.height, lambda canvas, x, y: None)
    return [beside(room, there, comb, shares=(rest, room_of(DATE_GROUPS)))]


def _title(saisine: Saisine, who: Signer) -> str:
    """The label of the paper and the name; on the sheet of the MAS, which has none, in what capacity."""
    official, answers = saisine.form.official(who.signature), saisine.way.answers
    return f"{official.label} : {signing.signer(answers, who)}" if official else f"Signature de {signer(answers)}"


def _informed(answers: Answers, by: str) -> Block:
    told = answers.value(before.informed_on)
    on = f"{told:%d/%m/%Y}" if told else ""
    return stack(
        words(f"Détection à distance : {signer(answers)}, informé(e) le {on} par {by}.", INNER, SEMIBOLD),
        words("Courrier de confirmation : obligatoire.", INNER, SEMIBOLD),
        gap=GAP / 2,
    )


def mention(to: Recipient) -> Block:
    """What the insured person is told of their data (forms.md 4; the same facts as ``forms/notice.py``)."""
    rights = (
        to.caisse.dpo_address
        if to.caisse and to.caisse.dpo_address
        else f"{to.name}, délégué à la protection des données"
    )
    return words(
        "Information de l’assuré(e). Ces données servent à aider la personne à se soigner et à suivre sa demande. "
        "Elles peuvent servir à évaluer ce service et à des études, sauf si la personne s’y oppose. "
        "La caisse les efface au plus tard 18 mois après la fin de l’aide. "
        f"Pour les voir, les corriger ou les faire effacer, écrire à : {rights}. "
        "Réclamation : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.",
        ROOM,
        size=7.5,
        colour=SOFT,
    )
