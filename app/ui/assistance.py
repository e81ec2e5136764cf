"""Help at any moment: an agent, or « Mes informations » (people.md P3, P22)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.forms.notice import Paragraph
from app.models.settings import Help
from app.models.text import _, in_two
from app.ui.dialogs import Dialogs
from app.ui.idle import Idle
from app.ui.screens import panels
from app.ui.shell import Shell

PATIENT = 5
"""How many times longer than usual the screen waits for somebody who went to fetch an agent: ten minutes."""


class Assistance(QObject):
    """Opens its panels over whatever is shown; the visit is kept."""

    def __init__(self, shell: Shell, dialogs: Dialogs, idle: Idle, kind: Help) -> None:
        super().__init__(shell)
        self._shell, self._dialogs, self._idle, self._kind = shell, dialogs, idle, kind

    def call(self) -> None:
        """« Appeler un agent », or where to find one."""
        called = self._kind == "screen"
        title = _("Cette personne demande de l’aide") if called else _("Un agent vous aide à l’accueil")
        words = _("Un agent peut toucher « Revenir à l’écran ».") if called else _("L’écran vous attend dix minutes.")
        self._idle.wait_longer(PATIENT)
        self._dialogs.show(lambda look: panels.helping(self._shell, look, in_two(title), in_two(words), self._back))

    def inform(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """« Mes informations »."""
        self._dialogs.show(lambda look: panels.information(self._shell, look, paragraphs, self._dialogs.close))

    def _back(self) -> None:
        self._dialogs.close()
        self._idle.wait_longer(1)
