"""The box one searches with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.ui.theme import Look
from app.ui.widgets.searchbox import Clear, SearchBox


@pytest.fixture
def box(look, shown):
    def make(typed="", *, look=look, width=900):
        return shown(SearchBox(typed, look), width, 100)

    return make


def test_each_key_is_told(box, write, qtbot):
    made = box()
    told: list[str] = []
    made.typed.connect(told.append)
    write(made.field, "окул")
    assert told == ["о", "ок", "оку", "окул"]


def test_enter_and_the_button_ask(box, qtbot):
    made = box("lunettes")
    with qtbot.waitSignal(made.asked):
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.asked):
        made.go.click()


def test_erasing_is_there_when_there_is_something_and_keeps_the_caret_in_the_box(box, qtbot):
    made = box("lunettes")
    clear = made.field.findChild(Clear, "search.clear")
    assert clear.isVisible()
    clear.setFocus()
    with qtbot.waitSignal(made.typed) as told:
        qtbot.keyClick(clear, Qt.Key.Key_Return)
    assert told.args == [""]
    assert made.field.hasFocus()
    assert not clear.isVisible()


def test_words_have_the_room_between_the_glass_and_the_button(box):
    made = box("lunettes")
    clear = made.field.findChild(Clear, "search.clear")
    assert made.field.textMargins().right() >= made.field.width() - clear.x()
    assert made.field.rect().contains(clear.geometry())


@pytest.mark.parametrize("width", [420, 600, 900])
@pytest.mark.parametrize("size", ["normal", "xlarge"])
def test_examples_are_whole_or_left_out(box, width, size):
    field = box(look=Look(size=size), width=width).field
    assert "Exemple : lunettes, naissance, carte Vitale".startswith(field.placeholderText())
    across = QFontMetrics(field.font()).horizontalAdvance(field.placeholderText())
    assert across < field.width() - field.textMargins().left()


def test_its_keyboard_speaks_the_language_of_the_screen(box):
    field = box().field
    assert (field.property("keyboard"), field.property("native"), field.property("capital")) == ("letters", True, None)
    assert field.property("main") == "Chercher"
    assert (field.accessibleName(), field.objectName()) == ("Recherche", "search")
