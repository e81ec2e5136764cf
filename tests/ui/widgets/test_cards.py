"""Choices are made with a finger or with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.cards import ChoiceGroup

OPTIONS = {"pay": "Je ne peux pas payer", "far": "C’est trop loin", "rather_not": "Je préfère ne pas répondre"}


@pytest.fixture
def group(look, shown):
    def make(**kind):
        made = ChoiceGroup(OPTIONS, look, "why", **kind)
        page = QWidget()
        QVBoxLayout(page).addWidget(made)
        shown(page)
        return made

    return make


def test_several_answers_are_told_as_keys_joined_by_a_space(group, qtbot):
    why = group(several=True)
    why.cards["far"].click()
    with qtbot.waitSignal(why.typed) as told:
        why.cards["pay"].click()
    assert told.args == ["pay far"]


def test_the_answer_that_excludes_clears_the_others(group):
    why = group(several=True, alone="rather_not", chosen=("pay", "far"))
    why.cards["rather_not"].click()
    assert why.chosen() == ("rather_not",)


def test_another_answer_clears_the_one_that_excludes(group):
    why = group(several=True, alone="rather_not", chosen=("rather_not",))
    why.cards["pay"].click()
    assert why.chosen() == ("pay",)


def test_space_ticks_and_unticks(group, qtbot):
    why = group(several=True)
    qtbot.keyClick(why.cards["pay"], Qt.Key.Key_Space)
    assert why.chosen() == ("pay",)
    qtbot.keyClick(why.cards["pay"], Qt.Key.Key_Space)
    assert why.chosen() == ()


def test_arrows_move_the_one_answer(group, qtbot):
    why = group(chosen=("pay",))
    why.cards["pay"].setFocus()
    with qtbot.waitSignal(why.typed) as told:
        qtbot.keyClick(why.cards["pay"], Qt.Key.Key_Down)
    assert len(told.args[0].split()) == 1
    assert why.chosen() != ("pay",)


def test_a_second_answer_replaces_the_first(group):
    why = group(chosen=("pay",))
    why.cards["far"].click()
    assert why.chosen() == ("far",)


def test_the_whole_card_is_the_target(group, qtbot):
    why = group(several=True)
    card = why.cards["pay"]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight())
    assert why.chosen() == ("pay",)


def test_short_labels_stand_in_two_columns_and_long_ones_in_one(look):
    short = ChoiceGroup({"yes": "Oui", "no": "Non"}, look, "cover")
    long = ChoiceGroup({"yes": "Oui " * 30, "no": "Non"}, look, "cover")
    assert short.heightForWidth(900) < short.heightForWidth(150)
    assert long.heightForWidth(900) > 2 * look.target("choice-row")
