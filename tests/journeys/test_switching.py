"""Language, text size and contrast change at any moment, and nothing is lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.models import text
from app.models.text import _
from app.ui.widgets.keyboard import Keyboard
from app.ui.widgets.pager import Pager
from app.ui.widgets.signature import Pad
from tests.journeys.person import Person
from tests.journeys.visits import AT_BORNE, at

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

BY_TOUCH = {
    name: lambda person, name=name: person.touches(name)
    for name in ("language.en", "language.uk", "size.large", "size.xlarge", "contrast")
}
BY_KEYS = {
    "Alt+E": lambda person: person.presses(Qt.Key.Key_E, ALT),
    "Alt+U": lambda person: person.presses(Qt.Key.Key_U, ALT),
    "Ctrl++": lambda person: person.presses(Qt.Key.Key_Plus, CTRL),
    "F4": lambda person: person.presses(Qt.Key.Key_F4),
}
SWITCHES = [pytest.param(switch, id=name) for name, switch in (BY_TOUCH | BY_KEYS).items()]
LANGUAGE = pytest.mark.parametrize("switch", [BY_TOUCH["language.uk"], BY_KEYS["Alt+U"]], ids=["touch", "keys"])


def how(person):
    """Language and look of the window."""
    look = person.shell.look
    return text.language(), look.size, look.contrast


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_keeps_answers_page_field_caret_and_selection(tmp_path, switch):
    person = at(tmp_path, "names")
    person.types("name", "KOVALENKO")
    person.types("first_name", "Oksana")
    for _letter in range(3):
        person.presses(Qt.Key.Key_Left, SHIFT)
    before = how(person)
    switch(person)
    assert how(person) != before
    box = person.finds("first_name")
    assert isinstance(box, QLineEdit)
    assert (person.step, person.hand) == ("names", "first_name")
    assert (person.says("name"), person.says("first_name")) == ("KOVALENKO", "Oksana")
    assert (box.selectionStart(), box.selectedText(), box.cursorPosition()) == (3, "ana", 3)


def test_the_caret_stays_among_several_lines(tmp_path):
    person = at(tmp_path, "avoid")
    person.types("avoid", "Pas chez mes parents")
    for _letter in range(7):
        person.presses(Qt.Key.Key_Left)
    person.presses(Qt.Key.Key_U, ALT)
    sheet = person.finds("avoid")
    assert isinstance(sheet, QPlainTextEdit)
    assert person.hand == "avoid"
    assert (sheet.toPlainText(), sheet.textCursor().position()) == ("Pas chez mes parents", 13)


def test_what_is_half_typed_stays_as_it_is(tmp_path):
    person = at(tmp_path, "number")
    person.types("nir.number", "288039")
    person.types("birth_date.day", "1")
    person.presses(Qt.Key.Key_E, ALT)
    person.presses(Qt.Key.Key_F4)
    assert (person.says("nir.number"), person.says("birth_date.day")) == ("2 88 03 9", "1")
    assert person.hand == "birth_date.day"


def test_a_signature_half_drawn_stays(tmp_path):
    person = at(tmp_path, "sign")
    person.signs()
    before = strokes(person)
    person.touches("language.en")
    assert strokes(person) == before != ""


def test_the_scroll_stays(tmp_path):
    person = at(tmp_path, "review")
    pager(person).go_to(300)
    person.touches("contrast")
    assert pager(person).position() == 300
    person.touches("language.uk")
    assert pager(person).position() == 300


def test_the_keyboard_on_the_screen_stays_open_and_changes_its_letters(tmp_path):
    person = at(tmp_path, "avoid")
    person.touches("avoid")
    assert keyboard(person) is not None
    before = keys(person)
    person.touches("language.uk")
    assert keyboard(person) is not None
    assert keys(person) != before


@LANGUAGE
def test_problems_are_told_again_in_the_new_language(tmp_path, switch):
    person = at(tmp_path, "names")
    person.goes_on()
    assert "Écrivez le nom." in person.reads()
    switch(person)
    assert str(_("Écrivez le nom.")) in person.reads()
    assert "Écrivez le nom." not in person.reads()


def test_an_open_panel_stays_open_in_the_new_language_and_gives_the_field_back(tmp_path):
    person = at(tmp_path, "names")
    person.types("name", "KOVAL")
    person.touches("leave")
    person.presses(Qt.Key.Key_U, ALT)
    assert person.says("panel.title") == str(_("Voulez-vous garder votre demande ?"))
    assert person.says("panel.title") != "Voulez-vous garder votre demande ?"
    assert person.hand == "leave.keep"
    person.touches("leave.stay")
    assert (person.hand, person.says("name")) == ("name", "KOVAL")


@LANGUAGE
def test_a_code_half_typed_stays(tmp_path, switch):
    person = Person(tmp_path, AT_BORNE)
    person.touches("resume")
    person.types("code", "KX7F")
    switch(person)
    assert (person.says("code"), person.hand) == ("KX7F", "code")


def test_sizes_stop_at_their_ends(tmp_path):
    person = Person(tmp_path)
    for _time in range(4):
        person.presses(Qt.Key.Key_Plus, CTRL)
    assert how(person) == ("fr", "xlarge", False)
    for _time in range(4):
        person.presses(Qt.Key.Key_Minus, CTRL)
    assert how(person) == ("fr", "normal", False)


def pager(person) -> Pager:
    """The page that scrolls."""
    found = person.finds("pager")
    assert isinstance(found, Pager)
    return found


def strokes(person) -> str:
    """What is drawn on the pad."""
    pad = person.finds("signature")
    assert isinstance(pad, Pad)
    return pad.text()


def keyboard(person) -> QWidget | None:
    """The keyboard under the page, when it stands there."""
    return next((found for found in person.shell.findChildren(Keyboard) if found.isVisible()), None)


def keys(person) -> str:
    """The letters of its keys."""
    under = keyboard(person)
    assert under is not None
    return "".join(key.text() for key in under.findChildren(QWidget) if hasattr(key, "text"))
