"""The ways a visit ends, from every screen: what is asked, what stays, what goes (people.md P15, P22)."""

import pytest

from app.models.code import shown
from tests.builders import mas_answers
from tests.journeys.person import BORNE, Person, printing
from tests.journeys.visits import AT_BORNE, Told, at, kept, words

PLAIN = Told(mas_answers())


def test_on_every_page_leaving_asks_once_and_continuing_changes_nothing(tmp_path):
    person = at(tmp_path, "engaged")
    while person.step != "print":
        person.answers(PLAIN.answers)
        before = person.says("title"), person.hand
        person.touches("leave")
        assert not person.ended
        person.touches("leave.stay")
        assert (person.says("title"), person.hand) == before
        assert person.sees("panel.leave") is None
        person.goes_on()
    person.until(lambda: person.sees("preview") is not None, "the sheets")
    person.touches("leave")
    person.touches("leave.stay")
    assert person.sees("preview")


def test_continuing_gives_back_the_field_in_hand(tmp_path):
    person = at(tmp_path, "names")
    person.types("first_name", "Oksana")
    person.touches("leave")
    person.touches("leave.stay")
    assert person.hand == "first_name"
    assert person.says("first_name") == "Oksana"


@pytest.mark.parametrize("step", ["caisse", "notice"])
def test_before_the_notice_is_read_nothing_is_stored_and_nothing_is_asked(tmp_path, step):
    person = Person(tmp_path, AT_BORNE)
    person.starts()
    person.fills(PLAIN.answers, until=step)
    person.answers(PLAIN.answers)
    assert person.visit.request
    work = person.visit.request.work
    assert work
    person.until(lambda: work.code != "", "the keys")
    person.touches("leave")
    assert person.ended
    assert kept(tmp_path) == []


def test_home_is_left_without_a_question(tmp_path):
    person = Person(tmp_path)
    person.touches("leave")
    assert person.ended


def test_the_page_of_the_code_is_left_without_a_question(tmp_path):
    person = Person(tmp_path)
    person.touches("resume")
    person.types("code", "KX7F")
    person.touches("leave")
    assert person.ended


def test_keeping_shows_the_code_and_prints_it(tmp_path, printed):
    person = at(tmp_path, "number")
    person.touches("leave")
    person.touches("leave.keep")
    code = person.says("kept.code")
    assert code == shown(code)
    person.touches("print")
    person.until(lambda: len(printed()) == 1, "the slip out of the printer")
    slip = words(printed()[0])
    assert code in slip
    assert "KOVALENKO" not in slip
    person.touches("kept.leave")
    assert person.ended
    assert len(kept(tmp_path)) == 1


def test_who_has_seen_the_code_is_not_asked_again(tmp_path):
    person = at(tmp_path, "number")
    person.touches("later")
    person.touches("leave")
    assert person.ended
    assert len(kept(tmp_path)) == 1


def test_the_page_of_the_code_leads_back_to_the_form(tmp_path):
    person = at(tmp_path, "number")
    person.touches("later")
    person.touches("back")
    assert person.step == "number"
    assert person.sees("nir.number")


@pytest.mark.parametrize("step", ["engaged", "review", "print"])
def test_erasing_destroys_the_draft(tmp_path, step):
    person = at(tmp_path, step)
    person.touches("leave")
    person.touches("leave.erase")
    person.until(lambda: person.ended, "the end")
    assert kept(tmp_path) == []


def test_refusing_to_agree_erases_after_one_question(tmp_path):
    person = at(tmp_path, "consent")
    person.touches("refuse")
    person.touches("leave.stay")
    assert person.step == "consent"
    person.touches("refuse")
    person.touches("leave.erase")
    person.until(lambda: person.ended, "the end")
    assert kept(tmp_path) == []


def test_after_the_sheets_leaving_asks_nothing(tmp_path, printed):
    person = at(tmp_path, "print")
    person.until(lambda: person.sees("continue") is not None, "the sheets")
    person.touches("continue")
    person.until(lambda: person.sees("print") is not None, "the sheets printed")
    person.touches("continue")
    person.until(lambda: person.sees("done.leave") is not None, "the end")
    person.touches("leave")
    assert person.ended


def test_without_help_of_its_own_the_terminal_says_where_to_go(tmp_path):
    person = at(tmp_path, "names")
    assert "Allez à l’accueil" in person.says("help")
    person.types("name", "KOVAL")
    person.touches("help")
    assert "Un agent vous aide à l’accueil" in person.reads()
    person.touches("help.close")
    assert (person.hand, person.says("name")) == ("name", "KOVAL")


def test_calling_an_agent_shows_it_on_the_whole_screen(tmp_path):
    person = at(tmp_path, "names", Told(PLAIN.answers, printing(BORNE, help="screen")))
    assert "Appeler un agent" in person.says("help")
    person.touches("help")
    assert "Cette personne demande de l’aide" in person.reads()
    person.touches("help.close")
    assert person.sees("panel.help") is None
    assert person.step == "names"


def test_what_is_kept_of_me_is_told_at_any_moment(tmp_path):
    person = at(tmp_path, "names")
    person.touches("information")
    assert "délégué à la protection des données" in person.reads()
    person.touches("information.close")
    assert person.step == "names"
