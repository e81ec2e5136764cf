"""The ways a visit ends: asked for, refused, or nobody there any more (people.md P15, decision 11)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.models.text import Plural, Text, _
from app.ui.dialogs import Dialogs
from app.ui.idle import Idle
from app.ui.screens import panels
from app.ui.shell import Shell
from app.ui.theme import Look, tokens
from app.ui.widgets.panel import Panel
from app.ui.widgets.ring import Ring

NOTHING_KEPT = _("Sans réponse, l’écran est effacé pour protéger vos informations.")


class Ending(QObject):
    """Asks before it ends; *keep_asked*: show the code; *erase_asked*: destroy the draft; *end_asked*: go."""

    keep_asked = Signal()
    erase_asked = Signal()
    end_asked = Signal()
    slip_asked = Signal()

    def __init__(self, shell: Shell, dialogs: Dialogs, idle: Idle, days: int) -> None:
        super().__init__(shell)
        self._shell, self._dialogs, self._idle, self._days = shell, dialogs, idle, days
        self._ring: Ring | None = None
        self.code = ""
        idle.ticked.connect(self._tick)
        idle.expired.connect(self._expire)

    def ask(self) -> None:
        """« Quitter » with answers present."""
        self._dialogs.show(
            lambda look: panels.leaving(self._shell, look, self._days, self._keep, self._erase, self._dialogs.close)
        )

    def refuse(self) -> None:
        """« Je n’accepte pas »."""
        self._dialogs.show(lambda look: panels.refusing(self._shell, look, self._erase, self._dialogs.close))

    def still_there(self, code: str) -> None:
        """Nobody touched anything for a while; *code* is that of the draft, if there is one."""
        self.code = code
        self._dialogs.show(self._question)

    def _question(self, look: Look) -> Panel:
        self._ring = Ring(tokens()["time"]["warning_s"], look)
        self._ring.show_seconds(self._idle.left)
        slip = self.slip_asked.emit if self.code else None
        answers = panels.Answers(self._stay, self._leave, slip)
        return panels.still_there(self._shell, look, self._ring, self._words(), answers)

    def _words(self) -> Text:
        if not self.code:
            return NOTHING_KEPT
        return Plural(
            "Sans réponse, l’écran est effacé. Votre demande reste gardée {count} jour avec votre code {code}.",
            "Sans réponse, l’écran est effacé. Votre demande reste gardée {count} jours avec votre code {code}.",
            self._days,
        ).with_(code=self.code)

    def _tick(self, left: int) -> None:
        if self._ring is not None:
            self._ring.show_seconds(left)

    def _stay(self) -> None:
        self._dialogs.close()
        self._idle.alive()

    def _leave(self) -> None:
        self._dialogs.close()
        self._idle.alive()
        if self.code:
            self.ask()
        else:
            self.end_asked.emit()

    def _expire(self) -> None:
        self._dialogs.close()
        self.end_asked.emit()

    def _keep(self) -> None:
        self._dialogs.close()
        self.keep_asked.emit()

    def _erase(self) -> None:
        self._dialogs.close()
        self.erase_asked.emit()
