"""When the offers are looked for: ahead of the end of the pause, once for each thing asked."""

import pytest
from PySide6.QtCore import Qt

from app.catalogue import search
from tests.journeys.person import Person, wait

PAUSE_MS = 400
"""Longer than the search waits for another letter."""


@pytest.fixture
def person(tmp_path, qtbot):
    """In front of the search, with keys of their own."""
    person = Person(tmp_path)
    person.touches("search.open")
    person.shell.close_keyboard()
    return person


@pytest.fixture
def asked(monkeypatch):
    """What was looked for."""
    usual, asked = search.search, []

    def look(catalogue, reader, typed, language):
        asked.append(typed)
        return usual(catalogue, reader, typed, language)

    monkeypatch.setattr(search, "search", look)
    return asked


def test_offers_are_looked_for_once_and_before_they_are_shown(person, asked):
    person.types("search", "lunettes")
    person.until(lambda: bool(asked), "the search")
    assert person.sees("found.count") is None
    person.until(lambda: person.sees("found.count") is not None, "the offers")
    assert asked == ["lunettes"]


def test_enter_shows_them_at_once_and_the_pause_nothing_more(person, asked):
    person.types("search", "lunettes")
    person.presses(Qt.Key.Key_Return)
    assert person.sees("found.count")
    wait(PAUSE_MS)
    assert asked == ["lunettes"]


def test_another_language_looks_again(person, asked):
    person.types("search", "carte")
    person.presses(Qt.Key.Key_Return)
    person.shell.speak("en")
    assert asked == ["carte", "carte"]
    assert "carte" in person.says("found.count")


def test_a_search_that_fails_is_told_once(person, monkeypatch):
    monkeypatch.setattr(search, "search", lambda *_asked: 1 / 0)
    person.types("search", "lunettes")
    wait(PAUSE_MS)
    assert "désolés" in person.reads()
    assert not person.ended
