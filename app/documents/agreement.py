"""The end of a sheet that rests on consent: what is agreed to, who signs and how, and what becomes of the data."""

from __future__ import annotations

from app.documents.blocks import GAP, Block, frame, signing, stack, tick, words
from app.documents.paper import SEMIBOLD, SOFT
from app.documents.sheet import INNER, ROOM, day
from app.forms import before, identity
from app.forms.recipient import Recipient
from app.forms.signing import Signed, signed
from app.models.fields import Tick
from app.models.form import Answers
from app.models.path import Path
from app.models.saisine import Saisine

SIGNING_HEIGHT = 62.0
AGREED = ("consent", "declaration")
"""The pages whose boxes are agreed to or declared."""


def agreement(saisine: Saisine) -> Block:
    """The frame of the agreement: its boxes as they were ticked, then the signature or what stands for it."""
    way = saisine.way
    return frame("Accord et signature", ROOM, *_ticked(way), *_signature(saisine, signed(way.answers)))


def _ticked(way: Path) -> list[Block]:
    asked = [asked.field for page in way.pages if page.step.name in AGREED for asked in page.asked]
    return [tick(str(box.label), way.answers.value(box) is True, INNER) for box in asked if isinstance(box, Tick)]


def signer(answers: Answers) -> str:
    """Who signs: the insured person, or who represents them in law, by name and capacity."""
    if not identity.REPRESENTED.holds(answers):
        return "l’assuré(e)"
    link = identity.signer_link.show(answers.text(identity.signer_link))
    return f"{answers.text(identity.signer_first_name)} {answers.text(identity.signer_name)} ({link.lower()})"


def _signature(saisine: Saisine, how: Signed) -> list[Block]:
    answers = saisine.way.answers
    who = f"Signature de {signer(answers)}"
    if how.mode == "drawn":
        drawn = words(f"{who}, dessinée sur l’écran le {day(saisine.made_at)}", INNER, SEMIBOLD)
        return [drawn, signing(INNER, SIGNING_HEIGHT, how.strokes)]
    if how.mode == "attested":
        return [words(f"Ne peut pas signer. Accord attesté par l’agent : {how.by}", INNER, SEMIBOLD)]
    if how.mode == "informed":
        return [_informed(answers, how.by)]
    absent = [words("Personne absente : joindre le papier signé de sa main, s’il y en a un.", INNER)]
    by_hand = words(f"{who} (à signer à la main, avec la date)", INNER, SEMIBOLD)
    return [*(absent if before.ABSENT.holds(answers) else []), by_hand, signing(INNER, SIGNING_HEIGHT)]


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
