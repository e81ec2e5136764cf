"""Answers to check: read as label and answer, every row with its button, nothing cut."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets.buttons import TextButton
from app.ui.widgets.pager import Pager
from app.ui.widgets.replies import Replies, Reply, Row

LONG = "Mes droits santé ne sont pas à jour ou pas clairs\nJe n’arrive pas à me soigner"


def card(look, answer=LONG):
    change = TextButton("Modifier", look, "change:motives", icon="bold/pencil-simple")
    reply = Reply("Vos difficultés", answer, look, "answer:motives")
    return Replies("note-pencil", "Vos difficultés", [Row(reply, change, False), _short(look)], look), reply, change


def _short(look):
    return Row(Reply("Prénom", "Olena", look, "answer:name"), TextButton("Modifier", look, "change:name"), True)


def test_a_reply_is_read_as_its_label_and_its_answer(look):
    assert Reply("Prénom", "Olena", look, "answer:name").text() == "Prénom\nOlena"


@pytest.mark.parametrize("size", ["normal", "large", "xlarge"])
def test_nothing_of_a_row_is_cut_where_there_is_little_room(look, shown, size):
    made, reply, change = card(Look(size=size))
    least = made.minimumSizeHint().width()
    shown(made, least, made.heightForWidth(least))
    assert reply.width() >= reply.minimumSizeHint().width()
    assert reply.height() >= reply.heightForWidth(reply.width())
    assert change.width() >= change.minimumSizeHint().width()
    assert change.height() >= change.heightForWidth(change.width())
    assert not reply.geometry().intersects(change.geometry())


def test_a_narrow_card_is_higher(look):
    made, _reply, _change = card(look)
    assert made.heightForWidth(made.minimumSizeHint().width()) > made.heightForWidth(1000)


def test_a_page_of_answers_ends_where_its_answers_do(look, shown):
    made, _reply, _change = card(look)
    pager = shown(Pager(column(made), look), 700, 200)
    pager.go_to(10_000)
    assert made.mapTo(pager, made.rect().bottomLeft()).y() >= 150


def column(widget):
    page = QWidget()
    QVBoxLayout(page).addWidget(widget)
    return page
