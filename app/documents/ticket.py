"""The two slips a person leaves with, in their language: what was registered, or the code that opens a draft again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.documents.blocks import Block, fill, stack, words
from app.documents.paper import A6, DISPLAY, MM, SEMIBOLD, SOFT, Canvas, document
from app.forms.after import bringing
from app.forms.notice import Paragraph
from app.models import code as codes
from app.models.saisine import Saisine
from app.models.settings import Site
from app.models.text import Text, _, calendar, speaking

MARGIN = 6 * MM
ROOM = A6[0] - 2 * MARGIN
BIG = 24
"""Codes are read at arm's length: 24 points at least (people.md P24)."""


@dataclass(frozen=True)
class Registered:
    """What a ticket says of a request: *cancel_code* and the papers *to_bring* only of one that leaves by itself."""

    reference: str
    made_at: datetime
    place: str
    structure: str
    cancel_code: str = ""
    hour_checked: bool = True
    to_bring: tuple[Text, ...] = ()


def registered(saisine: Saisine, site: Site, cancel_code: str = "") -> Registered:
    """What the ticket of *saisine*, made at *site*, says of it."""
    made = saisine.reference, saisine.made_at, site.name, site.structure
    to_bring = saisine.to_bring if cancel_code else ()
    return Registered(*made, cancel_code, hour_checked=saisine.hour_checked, to_bring=to_bring)


def ticket(request: Registered, notice: Sequence[Paragraph], language: str) -> bytes:
    """The « accusé d'enregistrement » (P17), with the notice (P3); it does not say that anything has arrived."""
    with speaking(language):
        day, time = _long(request.made_at.date(), language), f"{request.made_at:%H:%M}"
        moment = _("{date} à {time}") if request.hour_checked else _("{date} à {time} (heure non vérifiée)")
        known = _known(str(moment.with_(date=day, time=time)), request.place, request.structure)
        return _slip(
            [
                _heading(_("Accusé d’enregistrement")),
                _code(_("Votre numéro de demande"), request.reference),
                _line(_("Gardez-le : donnez-le si vous appelez ou revenez.")),
                *map(_line, bringing(request.to_bring)),
                stack(*(words(line, ROOM, SEMIBOLD) for line in known), gap=0),
                *_way(request.cancel_code),
                *(_paragraph(paragraph) for paragraph in notice),
            ],
            language,
        )


def _way(cancel_code: str) -> list[Block]:
    """How it gets to the caisse, and the code that stops it on its way."""
    if not cancel_code:
        return [_line(_("Donnez les feuilles imprimées à l’accueil, ou envoyez-les à votre caisse."))]
    return [
        _line(_("L’appareil envoie la demande à votre caisse, dès que le réseau le permet.")),
        _code(_("Code pour annuler la demande, ici. Ne le donnez à personne."), cancel_code),
    ]


def code_slip(code: str, title: Text, until: date, place: str, language: str) -> bytes:
    """The paper that takes the resume code away: no name, no reference, nothing that was answered."""
    with speaking(language):
        return _slip(
            [
                _heading(title),
                _code(_("Votre code pour reprendre la demande"), codes.shown(code)),
                _line(_("Gardée jusqu’au {date}, puis effacée.").with_(date=_long(until, language))),
                _line(_("Sans ce code, personne ne peut ouvrir la demande.")),
                words(place, ROOM, size=8, colour=SOFT),
            ],
            language,
        )


def _known(*lines: str) -> list[str]:
    """*lines* once each: a site is often named like the structure that houses it."""
    return [line for line in dict.fromkeys(lines) if line]


def _heading(said: Text) -> Block:
    return stack(words("Guichet Santé", ROOM, SEMIBOLD, 8, SOFT), words(str(said), ROOM, DISPLAY, 13), gap=2)


def _code(label: Text, code: str) -> Block:
    return stack(words(str(label), ROOM, size=9, colour=SOFT), words(code, ROOM, SEMIBOLD, BIG), gap=0)


def _line(said: Text) -> Block:
    return words(str(said), ROOM, size=9)


def _paragraph(paragraph: Paragraph) -> Block:
    return words(str(_("{title} : {text}").with_(title=paragraph.title, text=paragraph.text)), ROOM, size=6.5)


def _long(day: date, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=calendar(language))


def _slip(blocks: Sequence[Block], language: str) -> bytes:
    def drawing(page: Block) -> Callable[[Canvas], None]:
        return lambda canvas: page.draw(canvas, MARGIN, A6[1] - MARGIN)

    return document(A6, language, map(drawing, fill(blocks, A6[1] - 2 * MARGIN, gap=3)))
