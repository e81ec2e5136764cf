"""Which papers go with a request."""

from dataclasses import replace

from app.models.form import Paper
from app.models.pieces import pieces
from app.models.rules import equals, younger_than
from app.models.text import Text
from tests.models.trip import FORM, TODAY, born, people, traveller, way

TICKET = Paper(key="ticket", label=Text("Le billet"))
SCHOOL = Paper(key="school", label=Text("Le certificat de scolarité"), of=people, when=younger_than(born, 16))
CARD = Paper(key="card", label=Text("La carte"), needed=False, when=equals(traveller, "self"))
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
