"""Looking for a right or a service, alone at a borne and with an agent: by subject, by word, and to the form."""

import pytest
from PySide6.QtCore import Qt

from app.models import text
from app.models.text import _
from app.ui.screens.frame import Frame
from tests.journeys import keys
from tests.journeys.person import BORNE, POSTE, Person, wait

PAUSE_MS = 400


@pytest.mark.parametrize("language", ["fr", "en", "uk"])
def test_a_person_goes_from_a_subject_to_an_offer_and_on_to_its_form(tmp_path, qtbot, language):
    text.speak(language)
    person = Person(tmp_path, BORNE)
    person.touches("shelf.help")
    person.touches("offer.mas")
    assert str(_("Faire la demande")) in person.reads()
    person.touches("start")
    person.until(lambda: person.step != "", "the first page of the form")


def test_back_leads_to_where_the_person_was(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    person.touches("shelf.costs")
    person.touches("offer.c2s-renouvellement")
    person.touches("back")
    assert person.shell.focusWidget().objectName() == "offer.c2s-renouvellement"
    person.touches("back")
    assert person.sees("shelf.costs")


def test_offers_that_lead_to_others_are_walked_back_one_by_one(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    person.touches("shelf.costs")
    person.touches("offer.c2s")
    person.touches("offer.c2s-demande")
    person.touches("back")
    assert person.sees("offer.c2s-demande")
    person.touches("back")
    assert person.sees("offer.c2s")


@pytest.mark.parametrize(
    ("language", "typed", "slug"), [("fr", "carte vitale", "carte-vitale"), ("en", "vitale card", "carte-vitale")]
)
def test_a_word_finds_its_offers_as_one_pauses(tmp_path, qtbot, language, typed, slug):
    text.speak(language)
    person = Person(tmp_path, BORNE)
    person.touches("search.open")
    person.types("search", typed)
    wait(PAUSE_MS)
    person.touches(f"offer.{slug}")
    person.touches("back")
    assert person.says("search") == typed
    assert person.sees(f"offer.{slug}")


def test_what_is_typed_on_the_home_page_begins_the_search(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    qtbot.keyClicks(person.finds("search.open"), "d")
    field = person.finds("search")
    assert (person.says("search"), field.hasFocus()) == ("d", True)
    qtbot.keyClicks(field, "ents")
    assert person.says("search") == "dents"


def test_a_language_changed_on_the_way_loses_nothing(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    person.touches("search.open")
    person.types("search", "окуляри")
    person.touches("language.uk")
    wait(PAUSE_MS)
    assert person.says("search") == "окуляри"
    person.touches("offer.c2s")
    person.touches("language.en")
    assert "C2S: help to pay for health care" in person.reads()


def test_without_an_answer_the_subjects_and_somebody_to_ask_are_there(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    person.touches("search.open")
    person.types("search", "'\"; -- xyzxyz")
    wait(PAUSE_MS)
    assert "3646" in person.reads()
    person.touches("subject.costs")
    assert person.sees("offer.c2s")


def test_nothing_looked_for_is_left_when_the_next_person_comes_home(tmp_path, qtbot):
    person = Person(tmp_path, BORNE)
    person.touches("search.open")
    person.types("search", "vih")
    person.touches("home")
    person.touches("search.open")
    assert person.says("search") == ""


def test_a_borne_shows_nothing_for_agents_and_a_poste_marks_it(tmp_path, qtbot):
    alone = Person(tmp_path / "borne", BORNE)
    alone.touches("search.open")
    alone.types("search", "fiche de saisine mission")
    wait(PAUSE_MS)
    assert alone.sees("offer.mas-formulaire") is None
    agent = Person(tmp_path / "poste", POSTE)
    agent.touches("shelf.support")
    agent.touches("offer.mas-formulaire")
    assert str(_("Agents seulement")) in agent.reads()


@pytest.mark.parametrize(("terminal", "shelf"), [(BORNE, "costs"), (POSTE, "complementary")], ids=["borne", "poste"])
def test_keys_alone_find_and_read_an_offer(tmp_path, qtbot, terminal, shelf):
    person = Person(tmp_path, terminal, (1366, 768))
    keys.goes_to(person, f"shelf.{shelf}")
    person.presses(Qt.Key.Key_Return)
    keys.goes_to(person, "offer.c2s")
    person.presses(Qt.Key.Key_Return)
    screen = person.shell.content
    assert isinstance(screen, Frame)
    person.presses(Qt.Key.Key_PageDown)
    assert screen.pager.position() > 0
    keys.goes_to(person, "back")
    person.presses(Qt.Key.Key_Return)
    assert person.hand == "offer.c2s"


def test_keys_alone_search_and_go_down_to_what_is_found(tmp_path, qtbot):
    person = Person(tmp_path, POSTE, (1366, 768))
    keys.goes_to(person, "search.open")
    for letter in "carte vitale":
        person.presses(letter)
    wait(PAUSE_MS)
    person.presses(Qt.Key.Key_Down)
    person.presses(Qt.Key.Key_Return)
    assert "Vitale" in person.says("title")
