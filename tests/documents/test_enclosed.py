"""The pièces on the paper of a request: whom each concerns, and what has become of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from app.actions import papers
from app.documents import annex
from app.forms import c2s, mas, s1106, s3705
from app.forms.recipient import recipient
from app.models.pieces import Kept, mark, pieces
from app.models.saisine import Saisine
from app.models.text import speaking
from tests.builders import DIGEST, mas_answers, valmont
from tests.documents.drawn import faults, noted, saisine
from tests.forms.official import filled_c2s, filled_s1106, filled_s3705
from tests.forms.official.people import Person, person
from tests.forms.papers_of import ABSENT, GUARDIAN

PROTECTED = person(s1106.FORM, "s1106", "ukrainian-domiciled-after-a-year", filled_s1106.typed)
TEN = person(c2s.FORM, "c2s", "ten-people", filled_c2s.typed)
CHILDREN = person(s3705.FORM, "s3705", "guardian-with-waiting-number", filled_s3705.typed)
MAS = Person(mas.FORM, mas_answers(), date(2026, 2, 12))


def kept(path: str, pages: int = 1) -> Kept:
    return Kept(path, pages, 900, "0f" * 32, "scanner")


def held(who: Person, *pieces: Kept | str, **changes: str) -> Saisine:
    """What *who* signs with *pieces*: those that are joined, and the paths of those that are brought later."""
    joined = {one.path: one for one in pieces if isinstance(one, Kept)}
    marks = {f"pieces/{one}": "later" for one in pieces if isinstance(one, str)}
    return replace(saisine(who, **changes), kept=joined, marks=marks)


def said(it: Saisine) -> str:
    reader = PdfReader(io.BytesIO(papers.document(it, valmont())))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_each_says_what_has_become_of_it() -> None:
    told = said(held(PROTECTED, kept("residence_permit", 2), kept("domiciliation"), "birth_certificate"))
    for line in (
        "X Copie du titre de séjour, ou de l’APS, valable le jour de la demande joint (2 pages)",
        "ou papier du consulat, si vous l’avez apporté plus tard",
        "X Attestation d’élection de domicile joint (1 page)",
        "plus de 3 mois sans interruption à joindre",
        "RIB à votre nom, si vous l’avez à joindre",
    ):
        assert line in told


def test_what_is_joined_is_had() -> None:
    assert "X RIB à votre nom joint (1 page)" in said(held(PROTECTED, kept("rib")))


def test_each_names_whom_it_concerns() -> None:
    told = said(held(TEN, kept("tax_notice"), kept("members/m1/tax_notice", 3)))
    assert "X Dernier avis d’impôt ou de situation déclarative (ASDIR) Надія Шаповаленко joint (1 page)" in told
    assert "s’il est à part Serhii Shapovalenko joint (3 pages)" in told
    assert "s’il est à part Marko Bondar à joindre" in told


def test_ten_children_have_the_papers_of_their_guardian() -> None:
    told = said(held(CHILDREN, kept("filiation", 12), "guardianship"))
    assert "de chaque enfant joint (12 pages)" in told
    assert "ont été recueillis apporté plus tard" in told


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (GUARDIAN, "Décision qui nomme le tuteur ou la tutrice Oksana KOVALENKO à joindre"),
        (ABSENT, "Papier signé par la personne absente Oksana KOVALENKO à joindre"),
    ],
)
def test_the_mas_has_those_of_who_speaks_for_the_person(changes: Mapping[str, str], line: str) -> None:
    assert line in said(held(MAS, **changes))
    assert "Pièces à joindre" not in said(held(MAS))


def test_forty_pieces_of_people_with_long_names_stay_on_their_pages() -> None:
    members = {f"members/n{place}/member_{name}": text for place in range(40) for name, text in
               (("first_name", "Anne-Charlotte " * 5), ("name", "Oksana"), ("birth_date", "1/2/1980"))}  # fmt: skip
    it = held(TEN, **members)
    assert len(pieces(it.form, it.way.answers)) == 47
    drawn = noted(lambda: papers.document(it, valmont()))
    assert faults(drawn) == []
    titles = [line for page in drawn for *_place, line in page.lines if line.startswith("Pièces à joindre")]
    assert titles[0] == "Pièces à joindre"
    assert set(titles[1:]) == {"Pièces à joindre (suite)"}


def test_the_annex_of_an_official_form_has_them_too() -> None:
    it = held(PROTECTED, kept("rib", 2))
    with speaking("fr"):
        reader = PdfReader(io.BytesIO(annex.annex(it, recipient(it.way.answers, valmont()), DIGEST, ())))
    assert "RIB à votre nom joint (2 pages)" in " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_what_the_answers_do_not_call_for_any_more_stays_behind() -> None:
    it = saisine(PROTECTED)
    typed = dict(PROTECTED.answers) | {"pieces/rib": "later", "pieces/work_proof": "later"}
    both = {path: kept(path) for path in ("residence_permit", "identity")}
    made = papers.saisine(it.form, typed, it.id, it.made_at, both)
    assert list(made.kept) == ["residence_permit"]
    assert made.marks == {"pieces/rib": "later"}
    assert all(mark(piece) not in saisine(PROTECTED).marks for piece in pieces(it.form, it.way.answers))
