"""The on-screen keyboard writes into fields without taking their focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.onscreen import wants_keyboard
from app.ui.theme import look_for
from app.ui.widgets import layouts
from app.ui.widgets.inputs import Box, Sheet, keyboard
from app.ui.widgets.keyboard import Keyboard
from app.ui.widgets.keys import KeyCap


@pytest.fixture
def desk(look, shown):
    """A field above a keyboard: (field, keyboard, press)."""

    def make(field, language="fr"):
        keys, page = Keyboard(look, language), QWidget()
        column = QVBoxLayout(page)
        column.addWidget(field)
        column.addWidget(keys)
        shown(page)
        field.setFocus()
        keys.serve(field)

        def press(*names):
            for name in names:
                cap = next(cap for cap in keys.findChildren(KeyCap) if cap.key == name and cap.isVisible())
                cap.click()

        return keys, press

    return make


def test_accents_are_keys(look, desk):
    box = Box(look, "town", 30)
    _keys, press = desk(box)
    press("é", "t", "é")
    assert box.text() == "été"
    assert box.hasFocus()


def test_ukrainian_writes_cyrillic(look, desk):
    sheet = Sheet(look, "words")
    _keys, press = desk(sheet, "uk")
    press("ї", "ж", "а", layouts.SPACE, "ґ", "'")
    assert sheet.toPlainText() == "їжа ґ'"


def test_official_words_open_a_latin_alphabet_in_ukrainian(look, desk):
    box = Box(look, "name", 30)
    _keys, press = desk(box, "uk")
    press("q")
    assert box.text() == "q"
    press(layouts.LANGUAGE, "й")
    assert box.text() == "qй"


def test_a_name_begins_with_a_capital_and_keys_show_it(look, desk):
    box = Box(look, "name", 30)
    keyboard(box, "letters", capital=True)
    _keys, press = desk(box)
    press("O", "k", "s", layouts.SPACE, "M")
    assert box.text() == "Oks M"


def test_capitals_stay_until_they_are_released(look, desk):
    box = Box(look, "street", 30)
    _keys, press = desk(box)
    press(layouts.SHIFT, "A", "B", layouts.SHIFT, "c")
    assert box.text() == "ABc"


def test_arrows_and_backspace_work_at_the_caret(look, desk):
    box = Box(look, "street", 30)
    _keys, press = desk(box)
    press("a", "c", layouts.LEFT, "b", layouts.RIGHT, layouts.BACK)
    assert box.text() == "ab"


def test_signs_are_one_page_away(look, desk):
    box = Box(look, "mail", 30, "email")
    _keys, press = desk(box)
    press("a", layouts.SYMBOLS, "@", "œ", layouts.LETTERS, "b")
    assert box.text() == "a@œb"


def test_a_number_has_the_keys_of_corsica(look, desk):
    box = Box(look, "number", 21, "nir")
    _keys, press = desk(box)
    press("1", "2A")
    assert box.text() == "12A"


def test_next_and_close_are_asked_not_done(look, desk, qtbot):
    box = Box(look, "town", 30)
    keys, press = desk(box)
    with qtbot.waitSignal(keys.next_asked):
        press(layouts.NEXT)
    with qtbot.waitSignal(keys.close_asked):
        keys.findChild(QWidget, "keyboard.close").click()
    assert box.hasFocus()


def test_no_key_takes_the_focus(look, desk):
    keys, _press = desk(Box(look, "town", 30))
    assert all(cap.focusPolicy() == Qt.FocusPolicy.NoFocus for cap in keys.findChildren(KeyCap))


@pytest.mark.parametrize(("width", "height"), [(1280, 1024), (1366, 768), (1920, 1080), (1080, 1920)])
def test_keys_are_large_enough_on_every_screen(qtbot, styled, width, height):
    look = look_for(width, height)
    keys, box = Keyboard(look, "uk"), Sheet(look, "words")
    qtbot.addWidget(box)
    qtbot.addWidget(keys)
    keys.resize(width - look.layout("rail") if look.density == "kiosk" else width, look.layout("keyboard"))
    keys.serve(box)
    keys.show()
    assert all(cap.height() >= 54 and cap.width() >= 60 for cap in keys.findChildren(KeyCap) if cap.isVisible())


def test_only_fields_that_can_be_written_in_open_the_keyboard(look, qtbot):
    box = Box(look, "town", 30)
    qtbot.addWidget(box)
    assert wants_keyboard(box)
    box.setEnabled(False)
    assert not wants_keyboard(box)
    assert not wants_keyboard(None)


def test_every_letter_of_the_three_languages_is_there():
    french = set("".join(layouts.ALPHABETS["fr"]) + layouts.ACCENTS)
    assert set("abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûü") <= french
    assert set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя") <= set("".join(layouts.ALPHABETS["uk"]))
