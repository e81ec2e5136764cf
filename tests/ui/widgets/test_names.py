"""A name in Cyrillic: its official Latin spelling is proposed beside it, and never written by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.ui.widgets.names import latin_spelling
from app.ui.widgets.proposals import Proposals
from tests.ui.standing import Standing

USE = "name.proposed0"


@pytest.fixture
def names(styled):
    made = []

    def make(**typed):
        made.append(Standing("names", **typed))
        return made[-1]

    yield make
    for person in made:
        person.leaves()


def words(person):
    return [label.text() for label in person.page.findChildren(QLabel) if label.isVisible()]


def test_the_spelling_is_proposed_as_the_name_is_typed(names):
    person = names()
    person.writes("name", "Шевчук")
    assert "En lettres latines : Shevchuk" in words(person)
    assert person.filling.typed["name"] == "Шевчук"
    assert QApplication.focusWidget() is person.box("name")


def test_one_touch_uses_it(names):
    person = names(name="Шевчук")
    person.touches(USE)
    assert person.filling.typed["name"] == "Shevchuk"
    assert person.sees(USE) is None
    assert QApplication.focusWidget() is person.box("name")
    assert not person.filling.remarks


def test_keys_use_it(names):
    person = names(name="Шевчук")
    person.box("name").setFocus()
    assert person.presses(Qt.Key.Key_Tab) == USE
    assert person.presses(Qt.Key.Key_Return) == "name"
    assert person.presses(Qt.Key.Key_Tab) == "first"


def test_a_screen_reader_hears_what_the_button_writes(names):
    button = names(name="Шевчук").sees(USE)
    assert isinstance(button, QAbstractButton)
    assert (button.text(), button.accessibleName()) == ("Utiliser", "Utiliser : Shevchuk")


def test_the_proposal_follows_the_name_and_goes_with_it(names):
    person = names(name="Шев")
    person.writes("name", "ч")
    assert "En lettres latines : Shevch" in words(person)
    person.erases("name")
    assert person.sees(USE) is None
    person.writes("name", "Ш")
    assert "En lettres latines : Sh" in words(person)


def test_the_caution_stays_beside_it(names):
    person = names(name="Шевчук")
    assert [remark.path for remark in person.filling.remarks] == ["name"]


@pytest.mark.parametrize("typed", ["", "Shevchuk", "D’Arc", "Рыбак"])
def test_nothing_is_proposed_where_there_is_nothing_to_say(names, typed):
    """Also where a letter is none of Ukrainian's: nobody guesses, the caution stays."""
    person = names(name=typed)
    assert person.sees(USE) is None
    assert person.page.findChild(Proposals) is None
    assert bool(person.filling.remarks) is (typed == "Рыбак")


def test_spaces_around_a_name_are_not_proposed():
    offered = latin_spelling(" Леся ")
    assert offered
    assert list(offered.options) == ["Lesia"]


def test_a_proposal_stays_in_its_band(names):
    person = names(name="Шевчук-" * 4 + "Ко")
    for size in ("normal", "xlarge"):
        person.shell.set_size(size)
        band = person.page.findChild(Proposals)
        parts = [part for part in band.children() if part.isWidgetType()]
        assert all(band.rect().contains(part.geometry()) for part in parts)
