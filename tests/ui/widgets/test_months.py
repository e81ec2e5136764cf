"""Twelve sums: one a month, or the same for all; what they come to; which one is to repair."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.models import text
from app.models.form import Problem, Unreadable
from app.models.kinds import Amount, Months
from app.models.path import Asked, Remark
from app.models.text import _
from app.ui.theme import Look, look_for
from app.ui.widgets.fields import Editor
from app.ui.widgets.inputs import SumBox
from tests.models.stay import TODAY, money

EIGHT = ";".join(["870"] * 8 + [""] * 4)
NAMES = [
    "Janvier 2025", "Février 2025", "Mars 2025", "Avril 2025", "Mai 2025", "Juin 2025",
    "Juillet 2025", "Août 2025", "Septembre 2025", "Octobre 2025", "Novembre 2025", "Décembre 2025",
]  # fmt: skip


@pytest.fixture
def months(look, shown):
    def make(typed="", remark=None, *, look=look, size=(968, 700)):
        question = Editor(Asked("money", money, {}), typed, look, today=TODAY, labelled=False)
        question.show_remark(remark)
        return shown(question, *size)

    return make


def box(question, part):
    return question.findChild(QLineEdit, f"money.{part}")


def boxes(question):
    return [box(question, number) for number in range(1, 13)]


@pytest.mark.parametrize("typed", ["", EIGHT, ";".join(["0"] * 12), "870;870,50;" + ";" * 9])
def test_what_was_typed_comes_back_as_it_was(months, typed):
    assert months(typed).text() == typed


def test_each_box_is_called_by_its_month(months):
    assert [each.accessibleName() for each in boxes(months())] == [f"{name}, somme reçue" for name in NAMES]


@pytest.mark.parametrize(("language", "first"), [("en", "January 2025"), ("uk", "Січень 2025")])
def test_months_are_named_in_the_language_of_now(months, language, first):
    text.speak(language)
    assert box(months(), 1).accessibleName().startswith(first)


def test_an_edit_tells_all_twelve_and_the_total(months, qtbot, write):
    question = months(EIGHT)
    with qtbot.waitSignal(question.heard.typed) as told:
        write(box(question, 9), "4")
    assert told.args == ["money", ";".join(["870"] * 8 + ["4", "", "", ""])]
    assert question.answer.tables.foot.text() == "9 mois remplis sur 12\nTotal : 6\u202f964\u00a0€"


def test_what_cannot_be_read_is_filled_and_counts_for_nothing(months):
    assert months("870;abc").answer.tables.foot.text() == "2 mois remplis sur 12\nTotal : 870\u00a0€"
    assert months(";".join(["0"] * 12)).answer.tables.foot.text() == "12 mois remplis sur 12\nTotal : 0\u00a0€"
    assert months().answer.tables.foot.text() == "0 mois rempli sur 12"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, None])
def test_the_same_sum_fills_all_months_which_stay_free(months, qtbot, write, key):
    question = months("1;2")
    write(question.answer.tables.same, "870,50")
    with qtbot.waitSignals([question.heard.typed, question.heard.left]):
        qtbot.keyClick(question.answer.tables.same, key) if key else question.answer.tables.fill.click()
    assert question.text() == ";".join(["870,50"] * 12)
    box(question, 3).clear()
    write(box(question, 3), "0")
    assert question.text().split(";")[2] == "0"


def test_other_sums_that_were_there_come_back_with_another_touch(months, qtbot, write):
    question = months("1;2")
    fill = question.answer.tables.fill
    write(question.answer.tables.same, "870")
    fill.click()
    assert fill.accessibleName() == "Remettre mes sommes"
    qtbot.keyClick(question.answer.tables.same, Qt.Key.Key_Return)
    with qtbot.waitSignals([question.heard.typed, question.heard.left]):
        fill.click()
    assert question.text() == "1;2" + ";" * 10
    assert fill.accessibleName() == "Remplir les 12 mois"


@pytest.mark.parametrize("where", ["same", "3"])
def test_once_something_else_is_typed_there_is_nothing_to_come_back_to(months, write, where):
    question = months("1;2")
    write(question.answer.tables.same, "870")
    question.answer.tables.fill.click()
    write(question.answer.tables.same if where == "same" else box(question, where), "5")
    assert question.answer.tables.fill.accessibleName() == "Remplir les 12 mois"


def test_months_without_a_sum_leave_nothing_to_come_back_to(months, write):
    question = months("870;870")
    write(question.answer.tables.same, "870")
    question.answer.tables.fill.click()
    assert question.answer.tables.fill.accessibleName() == "Remplir les 12 mois"


def test_without_a_sum_the_button_leads_to_its_box(months, qtbot):
    question = months(EIGHT)
    with qtbot.assertNotEmitted(question.heard.typed):
        question.answer.tables.fill.click()
    assert question.answer.tables.same.hasFocus()
    assert question.text() == EIGHT


def test_twelve_times_the_same_is_shown_as_the_same(months):
    assert months(";".join(["870"] * 12)).answer.tables.same.text() == "870"
    assert months(EIGHT).answer.tables.same.text() == ""


def test_a_sign_that_parts_months_does_not(months, write):
    question = months()
    write(box(question, 1), "8;7")
    assert Months.parts(question.text())[:2] == ("8 7", "")


def test_the_problem_of_a_month_marks_its_box_and_is_read_there(months):
    with pytest.raises(Unreadable) as found:
        money.read("870;abc")
    problem = Problem(found.value.message, found.value.part)
    question = months("870;abc", Remark("money", problem))
    assert [each.objectName() for each in boxes(question) if each.property("faulty")] == ["money.2"]
    assert str(problem.message) in box(question, 2).accessibleDescription()
    question.focus_part("2")
    assert box(question, 2).hasFocus()


def test_the_first_month_without_a_sum_is_gone_to(months):
    assert months(EIGHT).first_focus().objectName() == "money.9"
    assert months(";".join(["1"] * 12)).first_focus().objectName() == "money.1"


def test_tab_goes_down_one_table_then_the_other(months, qtbot):
    question = months()
    question.answer.tables.same.setFocus()
    found = []
    for _tab in range(13):
        qtbot.keyClick(question.window().focusWidget(), Qt.Key.Key_Tab)
        found.append(question.window().focusWidget().objectName())
    assert found == ["money.fill", *(f"money.{number}" for number in range(1, 13))]
    left, right = box(question, 6), box(question, 7)
    assert left.x() < right.x()
    assert right.y() == box(question, 1).y()


@pytest.mark.parametrize(
    ("look", "size"), [(look_for(1080, 1920), (984, 1600)), (Look(size="xlarge"), (844, 1600))]
)  # fmt: skip
def test_one_column_where_the_design_says(months, look, size):
    assert len({each.x() for each in boxes(months(look=look, size=size))}) == 1


def test_a_narrow_page_has_one_column_too(months):
    assert len({each.x() for each in boxes(months(size=(560, 1200)))}) == 1


def test_every_box_stands_in_the_widget_and_none_over_another(months):
    question = months(size=(560, 1200))
    places = [each.geometry() for each in (*boxes(question), question.answer.tables.same, question.answer.tables.foot)]
    assert all(question.answer.tables.rect().contains(place) for place in places)
    assert not [1 for one in places for other in places if one is not other and one.intersects(other)]


def test_a_long_total_goes_to_a_line_of_its_own(months, write):
    question = months(size=(430, 1400))
    low = question.answer.tables.foot.height()
    for each in boxes(question):
        write(each, "9999999,99")
    assert question.answer.tables.foot.height() > low
    assert question.answer.tables.rect().contains(question.answer.tables.foot.geometry())


def test_a_sum_has_its_sign_and_a_keyboard_with_a_comma(look, shown, write):
    field = Amount(name="rent", label=_("Numéro et rue"))
    question = shown(Editor(Asked("rent", field, {}), "640", look), 600, 200)
    sum_ = question.findChild(SumBox, "rent")
    assert sum_.property("keyboard") == "sum"
    assert sum_.accessibleName() == "Numéro et rue, en euros"
    write(sum_, ",5")
    assert question.text() == "640,5"


def test_the_sign_is_painted_at_the_right(look, shown):
    made = shown(SumBox(look, "rent"))
    picture = made.grab().toImage()
    right = range(made.width() - made._beside() - 20, made.width() - 10)
    colours = {picture.pixelColor(x, y).name() for x in right for y in range(10, made.height() - 10)}
    assert look.colour("ink-soft").name() in colours
