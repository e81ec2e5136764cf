"""Which papers go with a request, whose they are, and what has become of each."""

from dataclasses import replace

import pytest

from app.models.form import Paper
from app.models.pieces import Kept, Piece, mark, pieces, state
from app.models.rules import equals, younger_than
from app.models.text import Text
from tests.models.trip import FORM, TODAY, born, notes, people, traveller, way

TICKET = Paper(key="ticket", label=Text("Le billet"))
SCHOOL = Paper(key="school", label=Text("Le certificat de scolarité"), of=people, when=younger_than(born, 16))
CARD = Paper(key="card", label=Text("La carte"), needed=False, when=equals(traveller, "self"))
LETTER = Paper(key="letter", label=Text("La lettre"), whose=(notes,))
ASKING = replace(FORM, papers=(TICKET, SCHOOL, CARD))
FAMILY = {
    "traveller": "family", "read_it": "yes",
    "people/a/first": "Danylo", "people/a/born": "2/9/2015", "people/b/first": "Olena", "people/b/born": "2/9/1985",
}  # fmt: skip


def asked(**typed):
    answers = way(**typed).answers
    return [(piece.paper.key, piece.concerns(answers)) for piece in pieces(ASKING, answers)]


def test_a_paper_is_asked_of_those_whom_its_rule_holds_for():
    assert asked(traveller="self") == [("ticket", ""), ("card", "")]


def test_a_paper_of_a_group_is_asked_for_each_row_that_its_rule_holds_for():
    assert asked(**FAMILY) == [("ticket", ""), ("school", "Danylo")]
    assert TODAY.year == 2026


def test_where_several_people_may_be_meant_a_paper_says_whose_it_is():
    assert Piece(LETTER).concerns(way(traveller="self", notes="Olena").answers) == "Olena"
    assert Piece(LETTER).concerns(way(traveller="self").answers) == ""


def test_each_has_a_place_of_its_own():
    found = pieces(ASKING, way(**FAMILY).answers)
    assert [piece.path for piece in found] == ["ticket", "people/a/school"]
    assert mark(found[1]) == "pieces/people/a/school"


@pytest.mark.parametrize("source", ["scanner", "file"])
@pytest.mark.parametrize("said", [{}, {"pieces/people/a/school": "later"}])
def test_what_is_kept_is_joined_whatever_was_said_before(source, said):
    kept = {"people/a/school": Kept("people/a/school", 1, 900, "0f" * 32, source)}
    assert state(Piece(SCHOOL, "people/a/"), said, kept) == source
    assert state(Piece(SCHOOL, "people/b/"), {}, kept) == "missing"


def test_a_paper_is_brought_later_only_when_the_person_says_so():
    assert state(Piece(TICKET), {"pieces/ticket": "later"}, {}) == "later"
    assert state(Piece(TICKET), {"pieces/ticket": ""}, {}) == "missing"
    assert state(Piece(TICKET), {"pieces/card": "later"}, {}) == "missing"
