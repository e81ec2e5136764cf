"""A made-up person in front of the MAS request."""

from __future__ import annotations

from datetime import date

from app.forms import mas
from app.models.path import Page, Path, path, remarks
from tests.builders import mas_answers, mas_at_poste

TODAY = date(2026, 2, 12)
PHONE = {
    "identity": "", "paper_seen": "", "consent": "", "consent_at_distance": "yes",
    "meeting": "phone", "informed_on": "12/2/2026", "informed_by": "Camille Morel",
}  # fmt: skip
"""What changes at a poste when the conversation is by telephone."""
CHILD = {"for_whom": "child", "helper_name": "Iryna Kovalenko", "nir": "none", "birth_date": "14/3/2015"}
SIGNER = {"signer_name": "Kovalenko", "signer_first_name": "Iryna", "signer_link": "parent"}


def borne(**changes: str) -> Path:
    """The way of a person alone at a borne, with *changes*; "" takes an answer out."""
    return path(mas.FORM, mas_answers(**changes), TODAY)


def poste(**changes: str) -> Path:
    """The same at a poste, with an agent."""
    return path(mas.FORM, mas_at_poste(**changes), TODAY)


def page(way: Path, step: str) -> Page:
    """The page *step*."""
    return next(page for page in way.pages if page.step.name == step)


def asked(way: Path, step: str) -> list[str]:
    """What the page *step* asks; nothing when it is not on the way."""
    return [asked.path for page in way.pages if page.step.name == step for asked in page.asked]


def said(way: Path, step: str) -> dict[str, str]:
    """What is said of the page *step*: « ! » before what stops."""
    found = remarks(page(way, step), way.answers)
    return {remark.path: "!" * remark.stops + str(remark.finding.message) for remark in found}


def finished(way: Path) -> bool:
    """Whether nothing stands in the way any more, signature included."""
    return all(not remark.stops for page in way.pages for remark in remarks(page, way.answers))
