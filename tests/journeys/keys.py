"""A person who has only a keyboard: every move is a key, and every stop of Tab can be named."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.models.kinds import Months, Town
from app.ui.rail import Rail
from app.ui.screens.frame import Frame
from app.ui.widgets.cards import ChoiceCard
from app.ui.widgets.signature import Pad
from tests.journeys.person import Person, wait

MOST = 80
"""Tabs before we say that a widget cannot be reached."""
INPUTS = QLineEdit | QPlainTextEdit | ChoiceCard | Pad


def goes_to(person: Person, name: str) -> None:
    """Tab, until *name* has the focus."""
    for _tab in range(MOST):
        if person.hand == name:
            return
        person.presses(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}; it stands on {person.hand}")


def writes(person: Person, name: str, words: str) -> None:
    goes_to(person, name)
    for letter in words:
        person.presses(letter)


def chooses(person: Person, path: str, option: str) -> None:
    """One of the cards of *path*: Tab to the group, arrows inside it, Space."""
    for _tab in range(MOST):
        if person.hand.startswith(f"{path}."):
            break
        person.presses(Qt.Key.Key_Tab)
    for _arrow in range(MOST):
        if person.hand == f"{path}.{option}":
            break
        person.presses(Qt.Key.Key_Down)
    card = person.finds(f"{path}.{option}")
    assert person.hand == card.objectName()
    assert isinstance(card, QAbstractButton)
    if not card.isChecked():
        person.presses(Qt.Key.Key_Space)


def answers(person: Person, given: Mapping[str, str]) -> None:
    """This page, by keys alone."""
    done: set[str] = set()
    while todo := [path for path in person._asked() if path not in done and given.get(path) and path != "notice"]:
        _answer(person, todo[0], given[todo[0]])
        done.add(todo[0])


def goes_on(person: Person) -> None:
    goes_to(person, "continue")
    person.presses(Qt.Key.Key_Return)


def stops(person: Person) -> list[QWidget]:
    """What Tab stops at, from the title of the page until it comes round again."""
    found: list[QWidget] = []
    person.finds("title").setFocus()
    wait()
    for _tab in range(MOST):
        person.presses(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        if focused in found:
            return found
        found.append(focused)
    raise AssertionError("Tab never comes round")


def region(person: Person, widget: QWidget) -> str:
    """Where *widget* stands: content, bar, rail, header, or the arrows that turn the page."""
    content = person.shell.content
    if widget.objectName().startswith("pager."):
        return "pager"
    if isinstance(content, Frame) and content.pager.isAncestorOf(widget):
        return "content"
    if content.isAncestorOf(widget):
        return "bar"
    rail = [found for found in person.shell.findChildren(Rail) if found.isAncestorOf(widget)]
    return "rail" if rail else "header"


def place(person: Person, widget: QWidget) -> tuple[int, int]:
    """Top and left, to compare with others; what stands in one row has one top."""
    at = widget.mapTo(person.shell, QPoint(0, widget.height() // 2))
    return at.y() // 20, at.x()


def _answer(person: Person, path: str, text: str) -> None:
    if person.sees(f"{path}.day"):
        for part, words in zip(("day", "month", "year"), text.split("/"), strict=True):
            writes(person, f"{path}.{part}", words)
    elif person.sees(f"{path}.number"):
        number, _slash, key = text.partition("/")
        writes(person, f"{path}.number", number)
        writes(person, f"{path}.key", key)
    elif isinstance(person.sees(path), QLineEdit | QPlainTextEdit):
        writes(person, path, text)
    elif isinstance(person.field(path), Months):
        for month, amount in enumerate(Months.parts(text), 1):
            writes(person, f"{path}.{month}", amount)
    elif isinstance(person.field(path), Town):
        _answer_town(person, path, text)
    elif person.sees(f"{path}.{text.split(maxsplit=1)[0]}"):
        for option in text.split():
            chooses(person, path, option)
    else:
        goes_to(person, path)
        person.presses(Qt.Key.Key_Space)


def _answer_town(person: Person, path: str, text: str) -> None:
    """On its card, or in the box of any other."""
    known = person.sees(f"{path}.{text}")
    chooses(person, path, text if known else "other")
    if not known:
        writes(person, path, text)
