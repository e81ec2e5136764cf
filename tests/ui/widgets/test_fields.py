"""Each kind of field speaks the model's grammar, and says what is to repair."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.models import fields as kinds
from app.models.form import Caution, Problem
from app.models.path import Asked, Remark
from app.models.text import _
from app.ui.widgets.banner import Banner
from app.ui.widgets.fields import Editor

OPTIONS = {"self": _("Moi"), "child": _("Mon enfant")}


def ask(kind, **more):
    """A question of *kind*, named « who »."""
    return kind(name="who", label=_("Qui ?"), **more)


def asked(field):
    return Asked(field.name, field, getattr(field, "options", {}))


@pytest.fixture
def edit(look, shown):
    def make(field, typed="", remark=None):
        question = Editor(asked(field), typed, look)
        question.show_remark(remark)
        return shown(question)

    return make


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (ask(kinds.Line), "12 rue des Tilleuls"),
        (ask(kinds.Paragraph), "Une ligne\net une autre"),
        (ask(kinds.Name), "Оксана"),
        (ask(kinds.PostCode), "76540"),
        (ask(kinds.Nir), "2880399999012/35"),
        (ask(kinds.Nir), "28803/"),
        (ask(kinds.Nir), "none"),
        (ask(kinds.Nir), "199012A123456/"),
        (ask(kinds.Date), "14/3/1988"),
        (ask(kinds.Date), "14//"),
        (ask(kinds.Phone), "06 12"),
        (ask(kinds.Email), "a@b.fr"),
        (ask(kinds.Choice, options=OPTIONS), "child"),
        (ask(kinds.Choices, options=OPTIONS), "self child"),
        (ask(kinds.Tick), "yes"),
        (ask(kinds.Consent), ""),
        (ask(kinds.Signature), "1,2 3,4;500,60 700,80"),
    ],
)
def test_what_was_typed_comes_back_as_it_was(edit, field, typed):
    assert edit(field, typed).text() == typed


def test_a_date_tells_its_three_boxes_at_each_edit(edit, qtbot, write):
    question = edit(ask(kinds.Date))
    day = question.findChild(QLineEdit, "who.day")
    with qtbot.waitSignal(question.heard.typed) as told:
        write(day, "7")
    assert told.args == ["who", "7//"]
    assert day.hasFocus() or not question.findChild(QLineEdit, "who.month").hasFocus()


def test_the_spaces_of_a_number_write_themselves(edit, write):
    question = edit(ask(kinds.Nir))
    number = question.findChild(QLineEdit, "who.number")
    write(number, "2880399999012")
    assert number.text() == "2 88 03 99 999 012"
    assert number.cursorPosition() == len(number.text())


def test_the_caret_stays_where_a_digit_was_added(edit, write):
    question = edit(ask(kinds.Nir), "280399/")
    number = question.findChild(QLineEdit, "who.number")
    number.setCursorPosition(3)
    write(number, "8")
    assert number.text() == "2 88 03 99"
    assert number.text()[: number.cursorPosition()].replace(" ", "") == "288"


def test_backspace_goes_through_the_spaces(edit, qtbot):
    question = edit(ask(kinds.Nir), "2880/")
    number = question.findChild(QLineEdit, "who.number")
    for _each in range(4):
        qtbot.keyClick(number, Qt.Key.Key_Backspace)
    assert question.text() == ""


def test_a_number_of_corsica_is_accepted(edit, write):
    question = edit(ask(kinds.Nir))
    write(question.findChild(QLineEdit, "who.number"), "199012a")
    assert question.text() == "199012A/"


def test_a_number_written_in_one_go_fills_its_key(edit, write):
    question = edit(ask(kinds.Nir))
    write(question.findChild(QLineEdit, "who.number"), "288039999901235")
    assert question.text() == "2880399999012/35"


def test_having_no_number_empties_the_boxes(edit, qtbot):
    question = edit(ask(kinds.Nir), "288/")
    with qtbot.waitSignal(question.heard.left):
        question.answer.none.click()
    assert question.text() == "none"
    assert not question.findChild(QLineEdit, "who.number").isEnabled()
    question.answer.none.click()
    assert question.text() == ""


def test_only_the_faulty_box_is_red(edit):
    problem = Remark("who", Problem(_("Ajoutez l’année. Exemple : 1988."), "year"))
    question = edit(ask(kinds.Date), "14/3/", problem)
    assert question.findChild(QLineEdit, "who.year").property("faulty")
    assert not question.findChild(QLineEdit, "who.day").property("faulty")


def test_a_repaired_answer_loses_its_remark_and_keeps_its_caret(edit):
    question = edit(ask(kinds.Line), "abc", Remark("who", Problem(_("Répondez à cette question."))))
    box = question.findChild(QLineEdit, "who")
    box.setCursorPosition(1)
    question.show_remark(None)
    assert not box.property("faulty")
    assert box.cursorPosition() == 1
    assert "Répondez" not in box.accessibleDescription()


def test_a_screen_reader_hears_hint_duty_and_error(edit):
    field = ask(kinds.Line, hint=_("Comme sur la carte"), required=False)
    box = edit(field, "", Remark("who", Problem(_("Trop long.")))).findChild(QLineEdit, "who")
    assert box.accessibleName() == "Qui ?"
    assert box.accessibleDescription() == "Comme sur la carte Réponse facultative. Trop long."


def test_a_caution_is_a_banner_and_no_red(edit):
    question = edit(ask(kinds.Line), "x", Remark("who", Caution(_("C’est rare."))))
    assert question.findChild(Banner) is not None
    assert not question.findChild(QLineEdit, "who").property("faulty")


def test_leaving_a_box_is_told(edit, qtbot):
    question = edit(ask(kinds.Line))
    box = question.findChild(QLineEdit, "who")
    box.setFocus()
    with qtbot.waitSignal(question.heard.left):
        box.clearFocus()


def test_going_to_an_error_focuses_its_box(edit):
    question = edit(ask(kinds.Date))
    question.focus_part("month")
    assert question.findChild(QLineEdit, "who.month").hasFocus()
