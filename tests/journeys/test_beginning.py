"""Beginning a request: which one; what was written before in this visit; a page that says what to do instead."""

from dataclasses import replace

import pytest

from app.forms import FORMS
from app.models.form import Problem, Section, Step
from app.models.text import Text
from tests.journeys.person import Person
from tests.journeys.visits import AT_BORNE, VISITS, prepares
from tests.models.trip import FORM, traveller

ELSEWHERE = Step(
    name="who",
    title=Text("Qui ?"),
    fields=(traveller,),
    checks=(lambda answers: (traveller.name, Problem(Text("Ce n’est pas pour vous."), page="c2s")),),
)
CLOSED = replace(FORM, sections=(Section(title=Text("Le voyageur"), icon="user", steps=(ELSEWHERE,)),))


@pytest.fixture
def again(tmp_path, printed):
    """Somebody whose sheets came out, back at « Faire une demande »."""
    person = Person(tmp_path, AT_BORNE)
    prepares(person, VISITS["borne alone"])
    person.touches("continue")
    person.until(lambda: person.sees("print") is not None, "« Imprimer encore »")
    person.touches("continue")
    person.until(lambda: person.sees("done.leave") is not None, "the end")
    person.touches("other")
    person.touches("start")
    person.touches("form.mas")
    return person


def writes(person, day, month, year):
    for part, words in (("day", day), ("month", month), ("year", year)):
        person.types(f"birth_date.{part}", words)
    person.goes_on()


def test_every_form_has_its_tile(tmp_path):
    person = Person(tmp_path)
    person.touches("start")
    for form in FORMS.values():
        assert person.sees(f"form.{form.id}")
        assert str(form.lead) not in ("", "Répondez à cette question.")
    person.touches("back")
    assert person.sees("start")


def test_what_was_written_is_offered_without_being_shown(again):
    assert "KOVALENKO" not in again.reads()
    assert "06 39 98 12 34" not in again.reads()
    assert "Reprendre ce que vous avez déjà écrit ?" in again.reads()


def test_who_knows_the_birth_date_takes_it_up_and_may_change_it(again):
    writes(again, "14", "3", "1988")
    again.until(lambda: again.step == "caisse", "the first page")
    again.fills(VISITS["borne alone"].answers | {"name": "", "first_name": ""}, until="review")
    assert "KOVALENKO" in again.reads()


def test_who_does_not_know_it_sees_nothing_and_may_write_everything(again):
    writes(again, "15", "3", "1988")
    assert "Ce n’est pas la date écrite" in again.reads()
    again.touches("decline")
    again.until(lambda: again.step == "caisse", "the first page")
    assert "name" not in again.visit.filling.typed


def test_after_three_wrong_dates_nothing_is_offered_any_more(again):
    for day in ("15", "16", "17"):
        writes(again, day, "3", "1988")
    again.until(lambda: again.step == "caisse", "the first page")
    assert again.visit._known == {}
    assert "name" not in again.visit.filling.typed


def test_a_new_visit_knows_nothing_of_the_one_before(again, tmp_path):
    again.touches("back")
    again.touches("leave")
    assert again.ended
    other = Person(tmp_path / "other")
    other.starts()
    assert other.step == "caisse"


def test_a_page_says_what_to_do_instead_and_leads_back(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMS, "trip", CLOSED)
    person = Person(tmp_path)
    person.visit.start("trip")
    person.touches("traveller.self")
    person.goes_on()
    assert person.step == "who"
    person.touches("read.c2s")
    assert "Complémentaire santé solidaire" in person.reads()
    person.touches("back")
    assert person.step == "who"
    assert person.visit.filling
    assert person.visit.filling.typed["traveller"] == "self"
