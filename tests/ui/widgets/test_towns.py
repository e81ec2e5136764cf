"""The communes of a postal code are proposed while it is typed; any other may be written, and nothing is imposed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.models.path import Asked
from app.ui.widgets.fields import Editor
from app.ui.widgets.towns import BEGIN, CHOOSE, MOST, TownAnswer, beginning
from tests.models import stay
from tests.ui.standing import Standing

ONE, THREE, MANY = "75001", "01210", "51800"
"""Paris; Ferney-Voltaire, Ornex, Versonnex; 44 communes around Sainte-Menehould."""


@pytest.fixture
def home(styled):
    made = []

    def make(**typed):
        made.append(Standing("home", **typed))
        return made[-1]

    yield make
    for person in made:
        person.leaves()


def focused():
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def found(typed, near):
    offered = beginning(typed, near)
    return list(offered.options) if offered else []


def town(person):
    return person.filling.typed.get("town", "")


def test_without_a_known_code_the_box_is_free(home):
    person = home(postcode="99999")
    person.writes("town", "Valmont")
    assert town(person) == "Valmont"
    assert person.sees("town.other") is None


def test_few_communes_come_as_cards_while_the_code_is_typed(home):
    person = home()
    person.writes("postcode", THREE)
    assert (focused(), person.box("postcode").cursorPosition()) == ("postcode", 5)
    assert person.sees("town.Ornex")
    assert person.sees("town") is None
    assert town(person) == ""


def test_the_page_is_not_built_again(home):
    person = home()
    page = person.page
    person.writes("postcode", THREE)
    person.touches("town.Ornex")
    assert person.page is page


def test_one_touch_fills_the_town(home):
    person = home(postcode=THREE)
    person.touches("town.Versonnex")
    assert town(person) == "Versonnex"


def test_a_single_commune_is_proposed_and_not_written(home):
    person = home(postcode=ONE)
    assert person.sees("town.Paris")
    assert town(person) == ""


def test_another_commune_shows_the_box(home):
    person = home(postcode=THREE, town="Ornex")
    person.touches("town.other")
    assert town(person) == ""
    person.writes("town", "Valmont")
    assert town(person) == "Valmont"
    person.touches("town.Ornex")
    assert town(person) == "Ornex"
    assert person.sees("town") is None


def test_coming_back_shows_what_was_chosen(home):
    assert home(postcode=THREE, town="Ornex").sees("town.Ornex").isChecked()
    person = home(postcode=THREE, town="Valmont")
    assert person.sees("town.other").isChecked()
    assert person.box("town").text() == "Valmont"


def test_another_code_leaves_the_town_that_was_written(home):
    person = home(postcode=THREE, town="Ornex")
    person.erases("postcode")
    assert person.box("town").text() == "Ornex"
    person.writes("postcode", ONE)
    assert person.sees("town.other").isChecked()
    assert (town(person), person.box("town").text()) == ("Ornex", "Ornex")


def test_keys_reach_the_cards_and_then_the_box(home):
    person = home()
    person.writes("postcode", THREE)
    assert person.presses(Qt.Key.Key_Tab) == "town.Ferney-Voltaire"
    assert person.presses(Qt.Key.Key_Right) == "town.Ornex"
    assert town(person) == ""
    assert person.presses(Qt.Key.Key_Down) == "town.other"
    person.presses(Qt.Key.Key_Space)
    assert person.presses(Qt.Key.Key_Tab) == "town"
    assert person.presses(Qt.Key.Key_Tab) == "back"


def test_a_language_keeps_the_choice_and_the_focus(home):
    person = home(postcode=THREE)
    person.touches("town.Ornex")
    person.shell.speak("uk")
    assert person.sees("town.Ornex").isChecked()
    assert focused() == "town.Ornex"


def test_many_communes_are_looked_for_by_their_beginning(home):
    person = home(postcode=MANY)
    assert person.sees("town.proposed5").text() == "Braux-Sainte-Cohière"
    assert person.sees("town.proposed6") is None
    person.writes("town", "menehould")
    assert person.sees("town.proposed0").text() == "Sainte-Menehould"
    assert person.sees("town.proposed1") is None
    assert (focused(), town(person)) == ("town", "menehould")


def test_a_proposal_leaves_the_box_its_focus_and_its_caret_at_the_end(home):
    person = home(postcode=MANY)
    person.writes("town", "auv")
    person.touches("town.proposed0")
    assert (town(person), focused()) == ("Auve", "town")
    assert person.box("town").cursorPosition() == 4
    assert person.sees("town.proposed0") is None


def test_keys_choose_a_proposal_and_come_back_to_the_box(home):
    person = home(postcode=MANY)
    person.box("town").setFocus()
    assert person.presses(Qt.Key.Key_Tab) == "town.proposed0"
    assert person.presses(Qt.Key.Key_Tab) == "town.proposed1"
    assert person.presses(Qt.Key.Key_Return) == "town"
    assert town(person) == "Auve"


def test_what_no_commune_begins_with_may_be_written(home):
    person = home(postcode=MANY)
    person.writes("town", "Ailleurs")
    assert person.sees("town.proposed0") is None
    assert town(person) == "Ailleurs"


def test_a_problem_leads_to_the_first_card_or_to_the_box(home):
    person = home(postcode=THREE, street="1 rue")
    person.goes_on()
    person.touches("summary.town")
    assert focused() == "town.Ferney-Voltaire"
    assert "Écrivez le nom de la commune." in person.sees("town.Ornex").accessibleDescription()
    free = home(street="1 rue", postcode="99999")
    free.goes_on()
    assert free.box("town").property("faulty")


def test_a_screen_reader_hears_that_communes_are_proposed(home, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    person = home()
    assert heard == []
    person.writes("postcode", THREE)
    assert heard == ["3 communes proposées"]
    person.erases("postcode")
    person.writes("postcode", MANY)
    assert heard == ["3 communes proposées", "44 communes proposées"]


def test_the_code_of_a_row_is_that_of_its_row(look):
    made = Editor(Asked("people/ab/town", stay.town, {}), "", look)
    assert isinstance(made.answer, TownAnswer)
    assert made.answer.code == "people/ab/postcode"
    made.deleteLater()


@pytest.mark.parametrize(
    ("typed", "towns"),
    [
        ("", ["Le Mas", "Écly", "Saint-Léger-sur-Bresle", "Sainte-Marie"]),
        ("ec", ["Écly"]),
        ("ST LEGER", ["Saint-Léger-sur-Bresle"]),
        ("ste", ["Sainte-Marie"]),
        ("mas", ["Le Mas"]),
        ("bres", ["Saint-Léger-sur-Bresle"]),
        ("ly", []),
        ("Écly", []),
        ("ecly", ["Écly"]),
    ],
)
def test_a_commune_is_found_by_the_beginning_of_a_word(typed, towns):
    assert found(typed, ("Le Mas", "Écly", "Saint-Léger-sur-Bresle", "Sainte-Marie")) == towns


def test_a_commune_written_in_full_brings_only_longer_names():
    assert found("Villers", ("Villers", "Villers-le-Sec", "Grand Villers")) == ["Villers-le-Sec"]


def test_at_most_six_are_shown_with_a_word_on_how_to_find_the_others():
    many = [f"Ville{letter}" for letter in "abcdefgh"]
    more, all_ = beginning("", many), beginning("", many[:MOST])
    assert more
    assert all_
    assert (more.words, all_.words) == (BEGIN, CHOOSE)
    assert len(more.options) == len(all_.options) == MOST
