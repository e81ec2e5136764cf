"""The line above every screen: what is being done, the code, whether it is saved, « Mes informations »."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.models.text import Text, _, locale
from app.ui.rail import BRAND
from app.ui.theme import Look
from app.ui.view import View
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import TextButton
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Either, Label
from app.ui.widgets.paint import Skin
from app.ui.widgets.sign import Sign

Connection = Literal["", "connected", "offline"]
"""Whether the caisse's gateway answers; nothing where nothing is sent, or before it was asked."""


DAYS = {"fr": "dddd d MMMM yyyy", "uk": "dddd, d MMMM yyyy"}
"""How a day is written, English as French."""
TICK_MS = 10_000
"""The hour on the screen is late by that at most."""


class OnRail(TextButton):
    """Underlined words on the dark ground of a portrait header."""

    skin = Skin("rail", "rail-control", "rail", "on-rail")


class Header(QWidget):
    """Built again with each view; the saved state is set on it as commits come home."""

    information_asked = Signal()
    home_asked = Signal()

    def __init__(self, view: View, look: Look, place: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._look, self._view = look, view
        self._dark = look.density == "portrait"
        paper(self, "rail" if self._dark else "header", look)
        self.setFixedHeight(look.px(12) + look.px(16) if self._dark else look.layout("topbar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.layout("margin"), 0, look.layout("margin"), 0)
        row.setSpacing(look.px(5))
        if view.home:
            home = (OnRail if self._dark else TextButton)(_("Accueil"), look, "home", icon="bold/house")
            home.clicked.connect(self.home_asked)
            row.addWidget(home)
        elif self._dark:
            row.addWidget(Mark(look.px(12), look))
        # At A++ there is room for what the person may need, not for what they are reading (visual.md 3: short header).
        if look.size == "xlarge" and (view.code or view.information):
            row.addStretch(1)
        else:
            row.addWidget(self._title(view, place, now), 1)
        self._add_state(row, view)
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a touch leaves the field its focus and its caret

    def says(self, view: View) -> bool:
        """Whether it would be the same for *view*; without a title it tells the time, which goes on."""
        mine = self._view
        same = (mine.title, mine.code, mine.information, mine.home) == (
            view.title, view.code, view.information, view.home,
        )  # fmt: skip
        return bool(view.title) and same

    def _title(self, view: View, place: str, now: Callable[[], datetime]) -> QWidget:
        if view.title:
            brief = view.brief or view.title
            room = self.maximumHeight()
            return Either(view.title, brief, room, self._look, "label", self._ink("ink"), name="header.title")
        if not self._dark:
            return self._today(now)
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Label(BRAND, self._look, "label", "on-rail", name="brand"))
        column.addWidget(Label(place, self._look, "small", "on-rail-soft", name="place"))
        column.addStretch(1)
        return names

    def _today(self, now: Callable[[], datetime]) -> Label:
        """A screen may stand for hours before somebody comes: its clock goes on."""
        label = Label(_today(now()), self._look, "hint", "ink-soft", name="today")
        ticking = QTimer(label)
        ticking.timeout.connect(lambda: label.setText(_today(now())))
        ticking.start(TICK_MS)
        return label

    def _add_state(self, row: QHBoxLayout, view: View) -> None:
        self.saved = Sign(self._look, "saved")
        row.addWidget(self.saved)
        self._connection = Sign(self._look, "connection")
        row.addWidget(self._connection)
        if view.code:
            words = _("Code {code}").with_(code=view.code)
            row.addWidget(Label(words, self._look, "small", self._ink("ink"), name="code"))
        if view.information:
            mine = (OnRail if self._dark else TextButton)(_("Mes informations"), self._look, "information")
            mine.clicked.connect(self.information_asked)
            row.addWidget(mine)

    def _ink(self, usual: str) -> str:
        return "on-rail" if self._dark else usual

    def show_connection(self, connection: Connection) -> None:
        """« Connecté » or « Hors connexion », and nothing that was not seen (visual.md, Connection)."""
        ink = self._ink("ink-soft")
        if connection == "connected":
            self._connection.show_words("bold/wifi-high", _("Connecté"), ink, ink)
        elif connection == "offline":
            self._connection.show_words("bold/cloud-slash", _("Hors connexion"), ink, ink)
        else:
            self._connection.hide()

    def announce_connection(self) -> None:
        """Politely: after what the screen reader is saying."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms that the first frame does not need

        if (words := self._connection.accessibleName()) and not self._connection.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._connection, words))

    def _say(self, icon: str, words: Text, colour: str) -> None:
        self.saved.show_words(icon, words, self._ink("ink-soft"), self._ink(colour))

    def show_saving(self) -> None:
        """« Enregistrement… » while a commit is on its way."""
        self._say("bold/arrows-clockwise", _("Enregistrement…"), "ink-soft")

    def show_saved(self, at: datetime) -> None:
        """« Enregistré à 10 h 42 », only ever called when a commit came home."""
        short = self._look.size == "xlarge"
        self._say("bold/check", _("Enregistré") if short else _("Enregistré à {time}").with_(time=clock(at)), "success")

    def show_unsaved(self) -> None:
        """A commit failed: said here, and tried again by the keeper."""
        self._say("bold/warning", _("Pas encore enregistré"), "warning")


def clock(at: datetime) -> Text:
    """The hour as people write it: 10 h 42."""
    return _("{hour} h {minute}").with_(hour=at.hour, minute=f"{at.minute:02d}")


def _today(at: datetime) -> str:
    """« Jeudi 12 février 2026 · 10 h 42 », by Qt's own calendar: Babel is too heavy before the first frame."""
    calendar = QLocale(locale())
    day = calendar.toString(QDate(at.year, at.month, at.day), DAYS.get(locale(), DAYS["fr"]))
    return f"{day[:1].upper()}{day[1:]} · {clock(at)}"
