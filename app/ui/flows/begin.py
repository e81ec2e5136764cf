"""Beginning a request: which one, and whether to take up what was written in this visit already."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.forms import FORMS, identity
from app.forms.shared import for_form
from app.models.form import Answers
from app.models.path import Asked
from app.models.text import Text, _
from app.ui import place
from app.ui.parts import Parts
from app.ui.screens.again import Again
from app.ui.screens.requests import Requests
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View

OTHER = _("Ce n’est pas la date écrite dans votre demande d’avant. Vérifiez-la, ou touchez « Non, tout écrire ».")


TRIES = 3
"""Wrong birth dates, after which nothing is known any more: whoever writes them is perhaps the next person."""


class Begin(QObject):
    """*known*: what was given before in this visit; *begun*: the id of a form, and the answers to begin it with."""

    begun = Signal(str, dict)
    home_asked = Signal()

    def __init__(self, shell: Shell, parts: Parts, known: dict[str, str]) -> None:
        super().__init__(shell)
        self._shell, self._parts, self._known = shell, parts, known
        self._form, self._typed, self._wrong = "", "", 0
        self._said: Text | None = None

    def choose(self) -> None:
        """Which request?"""
        self._shell.show_view(View(self._requests, home=True))

    def begin(self, form: str) -> None:
        """The request *form*, after what was written before was offered."""
        self._form, self._typed, self._said = form, "", None
        if for_form(self._known, FORMS[form]):
            self._shell.show_view(View(self._again, FORMS[form].short_title, home=True))
        else:
            self.begun.emit(form, {})

    def _requests(self, look: Look) -> Requests:
        screen = Requests(FORMS.values(), look)
        screen.chosen.connect(self.begin)
        screen.back_asked.connect(self.home_asked)
        return screen

    def _again(self, look: Look) -> Again:
        screen = Again(look, Asked(identity.born.name, identity.born, {}), self._typed, self._said)
        screen.typed.connect(self._write)
        screen.taken.connect(self._take)
        screen.declined.connect(lambda: self.begun.emit(self._form, {}))
        screen.back_asked.connect(self.home_asked)
        return screen

    def _write(self, typed: str) -> None:
        self._typed = typed

    def _take(self) -> None:
        today, born = self._parts.clock().date(), identity.born
        written = Answers({born.name: self._typed}, today).value(born)
        if written and written == Answers(self._known, today).value(born):
            self.begun.emit(self._form, for_form(self._known, FORMS[self._form]))
            return
        self._wrong += 1
        if self._wrong == TRIES:
            self._known.clear()  # the visit's own: it is not offered again
            self.begun.emit(self._form, {})
            return
        self._said = OTHER
        self._shell.rebuild()
        place.enter(self._shell.content)
