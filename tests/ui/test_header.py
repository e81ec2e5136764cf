"""The line above every screen."""

from datetime import datetime, timedelta

from app.models.text import _
from app.ui.header import Header
from app.ui.theme import look_for
from app.ui.view import View
from app.ui.widgets.labels import Either, Label


def test_the_clock_of_a_screen_that_stands_for_hours_goes_on(look, shown, monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.header.TICK_MS", 1)
    now = [datetime(2026, 2, 12, 10, 42).astimezone()]
    header = shown(Header(View(lambda _look: Label("", look)), look, "Valmont", lambda: now[0]))
    today = header.findChild(Label, "today")
    assert today.text() == "Jeudi 12 février 2026 · 10 h 42"
    now[0] += timedelta(hours=16)
    qtbot.waitUntil(lambda: today.text() == "Vendredi 13 février 2026 · 2 h 42")


def test_a_title_that_would_be_cut_gives_way_to_its_short_one(look, shown):
    long = _("Demande de C2S (Complémentaire santé solidaire)")
    view = View(lambda _look: Label("", look), long, brief=_("C2S"))
    header = shown(Header(view, look, "Valmont", lambda: datetime(2026, 2, 12, 10, 42).astimezone()), 1000, 80)
    title = header.findChild(Either, "header.title")
    assert title._words.text == long.msgid
    title.resize(120, 60)
    assert title._words.text == "C2S"
    assert title.text() == long.msgid


def test_two_lines_of_larger_letters_are_too_much_for_a_low_screen(shown, styled):
    long, look = _("Demande de C2S (Complémentaire santé solidaire)"), look_for(1366, 768, size="large")
    view = View(lambda _look: Label("", look), long, brief=_("C2S"))
    header = shown(Header(view, look, "Valmont", lambda: datetime(2026, 2, 12, 10, 42).astimezone()), 1000, 80)
    title = header.findChild(Either, "header.title")
    two_lines = title._full.natural * 3 // 4
    title.resize(two_lines, header.height())
    assert title._full.height(two_lines) > header.height()
    assert title._words.text == "C2S"
