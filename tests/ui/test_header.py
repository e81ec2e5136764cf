"""The line above every screen."""

from datetime import datetime, timedelta

from app.ui.header import Header
from app.ui.view import View
from app.ui.widgets.labels import Label


def test_the_clock_of_a_screen_that_stands_for_hours_goes_on(look, shown, monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.header.TICK_MS", 1)
    now = [datetime(2026, 2, 12, 10, 42).astimezone()]
    header = shown(Header(View(lambda _look: Label("", look)), look, "Valmont", lambda: now[0]))
    today = header.findChild(Label, "today")
    assert today.text() == "Jeudi 12 février 2026 · 10 h 42"
    now[0] += timedelta(hours=16)
    qtbot.waitUntil(lambda: today.text() == "Vendredi 13 février 2026 · 2 h 42")
