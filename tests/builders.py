"""Made-up people and places, valid and in nobody's name: country and department 99."""

from __future__ import annotations

import io
import tomllib
from datetime import datetime, timedelta, timezone

from pypdf import PdfReader

from app.actions import papers
from app.forms import mas
from app.models import caisse, nir
from app.models.caisse import Caisse
from app.models.saisine import Saisine
from app.paths import RESOURCES

NUMBER = "2880399999012"
DIGEST = "0f" * 32
"""Of some saisine.json."""
STROKES = "100,200 140,120 180,60 230,140 290,210;400,150 520,90 640,160 760,80 880,150"
SECOND = {"motives": "care", "care": "surgery", "since": "months", "causes": "cost"}
"""What calls for the second side of the MAS sheet."""

BY_MAIL = {"ways": "mail", "home": "own", "street": "12 rue des Tilleuls", "postcode": "76540", "town": "Valmont"}

MADE_AT = datetime(2026, 2, 12, 11, 5, tzinfo=timezone(timedelta(hours=1)))


def valmont() -> Caisse:
    """The caisse that the program ships."""
    return caisse.parse(tomllib.loads((RESOURCES / "catalogue/caisses/valmont.toml").read_text(encoding="utf-8")))


def mas_answers(**changes: str) -> dict[str, str]:
    """A complete MAS request, drawn signature included, by a woman alone at a borne of Valmont; "" takes one out."""
    answers = {
        "mode": "borne", "form": "mas", "place": "Maison France Services de Valmont", "local_caisse": "CPAM de Valmont",
        "drawn": "yes", "paper": "yes",
        "detector_name": "Demande faite par l’assuré(e) à la borne de Maison France Services de Valmont",
        "detector_structure": "France Services Valmont",
        "caisse": "here", "for_whom": "me", "notice": "yes",
        "motives": "rights", "engaged": "none", "urgent": "no",
        "name": "KOVALENKO", "first_name": "Oksana",
        "nir": f"{NUMBER}/{nir.key_of(NUMBER)}", "birth_date": "14/3/1988",
        "ways": "call", "phone": "06 39 98 12 34", "voicemail": "yes", "halves": "morning",
        "spoken": "uk", "interpretation": "yes",
        "consent": "yes", "signature": STROKES,
    }  # fmt: skip
    return {name: text for name, text in (answers | changes).items() if text}


def mas_at_poste(**changes: str) -> dict[str, str]:
    """The same, at a poste with an agent who has seen a passport."""
    agent = {
        "mode": "poste", "detector_name": "Camille Morel", "detector_structure": "France Services Valmont",
        "detector_email": "valmont@exemple.fr", "detector_phone": "0199001122", "meeting": "here",
        "identity": "seen", "paper_seen": "passport",
    }  # fmt: skip
    return mas_answers(**(agent | changes))


def mas_saisine(answers: dict[str, str], made_at: datetime = MADE_AT) -> Saisine:
    """The saisine that *answers* make."""
    return papers.saisine(mas.FORM, answers, bytes(range(16)), made_at)


def pages(answers: dict[str, str], local: Caisse | None = None) -> list[str]:
    """The text of each page of the PDF that *answers* make, in one line."""
    made = papers.document(mas_saisine(answers), local or valmont())
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]


def whole(answers: dict[str, str], local: Caisse | None = None) -> str:
    """The text of all its pages."""
    return " ".join(pages(answers, local))
