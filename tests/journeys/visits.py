"""Made-up visits: who asks what at which terminal, and what has to come of it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PdfReader

from app.actions import drafts
from app.actions.drafts import Resumed
from app.forms import FORMS
from app.forms.given import given
from app.models import filling as fillings
from app.models.draft import PLACE, Draft, Place
from app.models.settings import Settings
from app.store.database import FILE
from app.store.drafts import Listed, listed, salt
from tests.builders import BY_MAIL, SECOND, mas_answers
from tests.journeys.person import BORNE, POSTE, Person, printing, wait

AT_BORNE, AT_POSTE = printing(BORNE), printing(POSTE)
SEEN = {"meeting": "here", "identity": "seen", "paper_seen": "passport"}
PARENT = {"signer_name": "KOVALENKO", "signer_first_name": "Iryna", "signer_link": "parent"}
HOME = BY_MAIL | {"postcode": "42990"}
LETTERS = HOME | {"ways": "mail desk"}


@dataclass(frozen=True)
class Told:
    """A visit as it is told: the *answers* given at a terminal of *settings*, and what comes of them."""

    answers: dict[str, str]
    settings: Settings = AT_BORNE
    recipient: str = "CPAM de Valmont"
    signer: str = ""
    pages: tuple[str, ...] = ()
    """Pages that only this visit goes through."""
    without: tuple[str, ...] = ()
    """Pages that it does not go through."""
    prints: tuple[str, ...] = field(default=())
    """Words that stand on its sheets."""


VISITS = {
    "borne alone": Told(
        mas_answers(**SECOND),
        pages=("care", "since", "causes"),
        without=("helper", "address", "signer", "identity"),
        prints=("Demande faite par l’assuré(e) à la borne de Accueil de Valmont", "KOVALENKO"),
    ),
    "poste, the person there": Told(
        mas_answers(**SEEN), AT_POSTE, pages=("helper", "identity"), prints=("Camille Berger", "Passeport")
    ),
    "poste, by telephone": Told(
        mas_answers(**HOME | {"ways": "call", "meeting": "phone", "consent_at_distance": "yes", "signature": ""}),
        AT_POSTE, pages=("address",), without=("sign", "identity"), prints=("Camille Berger", "12 rue des Tilleuls"),
    ),
    "under 16, alone": Told(
        mas_answers(**PARENT, birth_date="14/3/2015", nir="none"), signer="Iryna", pages=("signer",)
    ),
    "a parent for a child under 16": Told(
        mas_answers(**PARENT, for_whom="child", helper_name="KOVALENKO Iryna", birth_date="14/3/2015", nir="none"),
        signer="Iryna", pages=("helper", "signer"),
    ),
    "no telephone, no e-mail": Told(
        mas_answers(**LETTERS, phone="", voicemail="", halves=""),
        pages=("address",), without=("reach",), prints=("12 rue des Tilleuls", "42990"),
    ),
    "the caisse of another department": Told(
        mas_answers(caisse="elsewhere", department="Loire", signature="", on_paper="yes"),
        recipient="CPAM du département : Loire", prints=("Loire",),
    ),
    "MSA": Told(
        mas_answers(caisse="msa", department="Loire", signature="", on_paper="yes"),
        recipient="MSA du département : Loire", prints=("MSA",),
    ),
}  # fmt: skip
"""The visits of acceptance 2, but the one that does not reach the sheets."""

OTHERS = {
    "a helped person, urgent": Told(
        mas_answers(for_whom="helped", helper_name="MOREL Paul", interpreter="HRYTSENKO Oleh", urgent="hospital"),
        pages=("helper",), prints=("MOREL Paul", "HRYTSENKO Oleh", "URGENT"),
    ),
    "an absent person who signed a paper, of a caisse not known": Told(
        mas_answers(caisse="unknown", for_whom="absent", basis="paper", helper_name="MOREL Paul", signature="",
                    on_paper="yes"),
        pages=("helper",), prints=("MOREL Paul", "Rattachement à vérifier"),
    ),
    "a guardian": Told(
        mas_answers(**PARENT | {"signer_link": "guardian"}, for_whom="guardian", decision="yes",
                    helper_name="KOVALENKO Iryna"),
        signer="Iryna", pages=("helper", "signer"),
    ),
}  # fmt: skip


def words(pdf: bytes) -> str:
    """Every word of *pdf*, in one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def kept(folder: Path) -> list[Listed]:
    """The drafts that the store of *folder* holds."""
    db = drafts.connect(folder)
    found = listed(db)
    db.close()
    return found


def at(folder: Path, step: str, told: Told = VISITS["borne alone"], field: str = "") -> Person:
    """A person on the page *step*, everything before it answered: their draft opened again, which is quicker."""
    person = Person(folder, told.settings)
    parts = person.visit._parts
    person.until((folder / FILE).exists, "the store")
    parts.tasks.store.wait()
    known = given(told.settings, parts.caisse, "mas")
    whole = fillings.resume(FORMS["mas"], known | told.answers, step, field, parts.clock().date())
    pages = [page for page in whole.way.pages if page.step.name in whole.stops[: whole.stops.index(step)]]
    asked = {asked.path for page in pages for asked in page.asked}
    typed = known | {path: words for path, words in told.answers.items() if path in asked}
    db = drafts.connect(folder)
    keys = drafts.begin(salt(db), "mas", FORMS["mas"].version)
    drafts.keep(db, keys, typed | {PLACE: Place(step, field).kept()}, parts.clock(), told.settings.days)
    db.close()
    person.visit.reopen(Resumed(keys, Draft("mas", FORMS["mas"].version, typed, Place(step, field))))
    person.until(lambda: person.step == step and person.sees("title") is not None, step)
    wait()
    return person


def prepares(person: Person, told: Told) -> list[str]:
    """From home to the sheets; gives the pages gone through."""
    person.starts()
    steps = person.fills(told.answers)
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    return steps
