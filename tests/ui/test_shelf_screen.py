"""The offers of a subject: what comes first, what is said of each, and how one goes through them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.ui.screens.shelf import ShelfScreen
from app.ui.theme import look_for
from app.ui.widgets.leaf import Leaf
from tests.ui.offercards import SHELF, card, many

FORMS = {"mas"}
CARDS = [card("read"), card("c2s", forms=("c2s",)), card("mas", forms=("mas",)), card("other")]


@pytest.fixture
def shelf(look, shown):
    def make(cards, *, only=False, look=look, size=(1048, 848)):
        return shown(ShelfScreen(SHELF, cards, look, forms=FORMS, only=only), *size)

    return make


def slugs(screen):
    return [leaf.objectName().removeprefix("offer.") for leaf in screen.findChildren(Leaf)]


def test_what_can_be_asked_for_here_comes_first_then_the_given_order(shelf):
    assert slugs(shelf(CARDS)) == ["mas", "read", "c2s", "other"]


def test_the_filter_counts_both_and_shows_those_asked_for(shelf):
    screen = shelf(CARDS, only=True)
    assert slugs(screen) == ["mas"]
    assert screen.findChild(QLabel, "hint").text() == "1 fiche. Touchez une fiche pour la lire."
    every, only = (screen.findChild(QAbstractButton, name) for name in ("all", "only"))
    assert (every.text(), only.text()) == ("Tout (4)", "Demande possible ici (1)")
    assert (every.isChecked(), only.isChecked(), only.before) == (False, True, "bold/check")


def test_a_filter_asks_and_changes_nothing_by_itself(shelf, qtbot):
    screen = shelf(CARDS)
    only = screen.findChild(QAbstractButton, "only")
    with qtbot.waitSignal(screen.only_asked) as asked:
        only.click()
    assert asked.args == [True]
    assert not only.isChecked()
    with qtbot.waitSignal(screen.only_asked) as asked:
        screen.findChild(QAbstractButton, "all").click()
    assert asked.args == [False]


@pytest.mark.parametrize("cards", [many(3), [card("mas", forms=("mas",))]])
def test_there_is_no_filter_without_two_kinds(shelf, cards):
    screen = shelf(cards, only=True)
    assert screen.findChild(QAbstractButton, "all") is None
    assert len(slugs(screen)) == len(cards)


def test_each_card_says_what_it_is_for_and_what_can_be_done(shelf):
    told = {leaf.objectName(): leaf.accessibleDescription() for leaf in shelf(CARDS).findChildren(Leaf)}
    assert told["offer.mas"] == "Ce que c’est, en une ligne. Demande possible ici"
    assert told["offer.read"] == "Ce que c’est, en une ligne. À lire et à emporter"


def test_a_card_asks_for_its_offer(shelf, qtbot):
    screen = shelf(CARDS)
    with qtbot.waitSignal(screen.offer_asked) as asked:
        qtbot.keyClick(screen.findChild(Leaf, "offer.c2s"), Qt.Key.Key_Return)
    assert asked.args == ["c2s"]


def test_two_columns_with_cards_of_a_row_equally_high(shelf):
    long = card("long", purpose="Des mots qui ne tiennent pas sur une seule ligne, et de loin, dans une carte. " * 2)
    leaves = shelf([long, *many(3)]).findChildren(Leaf)
    assert leaves[0].y() == leaves[1].y() < leaves[2].y() == leaves[3].y()
    assert leaves[0].height() == leaves[1].height() > leaves[2].height()


@pytest.mark.parametrize("look", [look_for(1080, 1920), look_for(1280, 1024, size="xlarge")])
def test_one_column_where_it_is_narrow_or_large(shelf, look):
    leaves = shelf(many(3), look=look).findChildren(Leaf)
    assert len({leaf.x() for leaf in leaves}) == 1


def test_arrows_go_from_neighbour_to_neighbour(shelf, qtbot):
    screen = shelf(many(5))
    screen.findChild(Leaf, "offer.n0").setFocus()
    went = []
    for key in ("Right", "Down", "Down", "Left", "End", "Up", "Home"):
        qtbot.keyClick(screen.focusWidget(), getattr(Qt.Key, f"Key_{key}"))
        went.append(screen.focusWidget().objectName()[-1])
    assert "".join(went) == "1332420"


def test_at_a_poste_offers_are_rows_of_a_list(shelf, qtbot):
    desk = look_for(1366, 768, desk=True)
    screen = shelf([*many(3), card("tool", audience="agents")], look=desk, size=(1274, 700))
    rows = screen.findChildren(Leaf)
    assert {row.height() for row in rows} == {desk.target("row")}
    assert "Agents seulement" in rows[-1].accessibleDescription()
    rows[0].setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(screen.focusWidget(), key)
    assert screen.focusWidget() is rows[2]


def test_an_empty_shelf_says_so(shelf):
    screen = shelf([])
    assert "Il n’y a pas de fiche ici sur ce sujet. Cherchez avec un mot." in [
        label.text() for label in screen.findChildren(QLabel)
    ]
    assert screen.findChild(QLabel, "hint") is None


@pytest.mark.parametrize(("name", "signal"), [("back", "back_asked"), ("search.open", "search_asked")])
def test_the_bar_leads_back_and_to_the_search(shelf, qtbot, name, signal):
    screen = shelf(CARDS)
    with qtbot.waitSignal(getattr(screen, signal)):
        screen.findChild(QAbstractButton, name).click()
