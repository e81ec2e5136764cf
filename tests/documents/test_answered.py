"""What an official form says of each answer, rows of a repeat by their place (people.md P18)."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from app.documents.annex import annex
from app.documents.answered import Answered
from app.documents.mapping import Plan, Written
from app.documents.overdrawn import ELSEWHERE, LEAST, Over, comb, line, lines
from app.documents.paper import REGULAR, width
from app.forms.recipient import recipient
from tests.builders import DIGEST, mas_answers, mas_at_poste, mas_saisine, valmont
from tests.documents.drawn import saisine
from tests.documents.noted import Noted
from tests.documents.test_s3705 import BOTH

BORN = "birth_date"
BY_PHONE = {
    "meeting": "phone", "informed_on": "12/2/2026", "informed_by": "Camille Morel", "consent_at_distance": "yes",
}  # fmt: skip


@pytest.fixture
def children() -> Answered:
    made = saisine(BOTH)
    return Answered(made, recipient(made.way.answers, valmont()))


def test_rows_are_counted_from_one(children: Answered) -> None:
    names = [children.words(f"children/{row}/child_first_name") for row in (1, 2, 3, 4)]
    assert names == ["Aoife", "Lorenzo", "Niamh-Rose", ""]
    assert children.label("children/2/child_first_name") == "PRÉNOM(S) (2)"


def test_a_date_is_whole_or_in_parts_or_in_cells(children: Answered) -> None:
    answer = f"children/1/{BORN}"
    assert [children.words(answer, part) for part in ("", "day", "month", "year")] == ["29/02/2024", "29", "02", "2024"]
    assert children.letters(answer) == "29022024"


def test_a_number_is_whole_or_in_parts(children: Answered) -> None:
    assert children.words("nir", "number") + children.words("nir", "key") == children.letters("nir")
    assert len(children.letters("nir")) == 15


def test_words_in_cells_are_capitals(children: Answered) -> None:
    assert children.letters("children/3/child_first_name") == "NIAMH-ROSE"


def test_a_mapping_for_two_children_leaves_the_third_out(children: Answered) -> None:
    plan = Plan(texts=tuple(Written(1, 1, 1, f"children/{row}/child_first_name", room=9) for row in (1, 2)))
    left = list(children.left_out(plan))
    assert "children/3/child_first_name" in left
    assert not {"children/1/child_first_name", "children/2/child_first_name"} & set(left)


def test_what_is_written_of_the_request_itself() -> None:
    made = mas_saisine(mas_answers())
    known = Answered(made, recipient(made.way.answers, valmont()))
    said = [known.words(f"request.{each}") for each in ("reference", "day", "hour", "recipient")]
    assert said == ["RT4-WQB-J7T", "12/02/2026", "11 h 05", "CPAM de Valmont"]
    assert known.label("request.day") == "Demande"


def test_a_date_that_is_not_whole_is_said_as_typed() -> None:
    made = mas_saisine(mas_answers(birth_date="14//1988"))
    assert Answered(made, recipient(made.way.answers, valmont())).words(BORN) == "14//1988"


def test_who_agrees_at_a_distance_is_told_by_whom() -> None:
    made = mas_saisine(mas_at_poste(**BY_PHONE))
    known = Answered(made, recipient(made.way.answers, valmont()))
    assert known.words("signature") == "À distance. Informé(e) par l’agent : Camille Morel"
    assert known.label("signature") == "Signature"


def test_the_annex_lists_the_pieces_to_join() -> None:
    made = saisine(BOTH)
    reader = PdfReader(io.BytesIO(annex(made, recipient(made.way.answers, valmont()), DIGEST, [])))
    assert "Pièces à joindre" in " ".join(page.extract_text() for page in reader.pages)


# Room


def said(over: Over) -> Noted:
    noted = Noted()
    over.draw(noted)
    return noted


def test_a_line_is_made_smaller_and_never_cut() -> None:
    room = width("Oksana Kovalenko", REGULAR, 8)
    smaller, none = line("Oksana Kovalenko", (0, 0), room, 10), line("Oksana Kovalenko " * 3, (0, 0), room, 10)
    assert (smaller.whole, said(smaller).sizes, said(smaller).lines[0][-1]) == (True, [8.0], "Oksana Kovalenko")
    assert (none.whole, said(none).lines[0][-1]) == (False, ELSEWHERE)
    tiny = line("Oksana", (0, 0), 1, 10)
    assert (tiny.whole, said(tiny).sizes) == (False, [LEAST])


def test_several_lines_stay_in_their_box() -> None:
    few, many = lines("le matin " * 20, (200, 60), 10), lines("le matin " * 200, (200, 60), 10)
    assert few.whole
    assert all(left > 0 and right < 200 and bottom > 0 and top < 60 for left, right, top, bottom, _s in said(few).lines)
    assert (many.whole, [each[-1] for each in said(many).lines]) == (False, [ELSEWHERE])


def test_letters_beyond_the_cells_are_not_dropped() -> None:
    whole, short = comb("1234", (0, 0), 12, 4, 9), comb("12345", (0, 0), 12, 4, 9)
    assert whole.whole
    assert not short.whole
    assert [each[-1] for each in said(short).lines] == [ELSEWHERE]
