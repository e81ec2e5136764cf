"""The end of a request that leaves by itself (people.md P17): the same, and the request to look at once more."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.models.text import _
from app.ui.screens.done import Done, Outcome
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import TextButton


class Sent(Done):
    """*see_asked*: the sheets."""

    see_asked = Signal()

    def __init__(self, look: Look, outcome: Outcome, said: tuple[Banner, ...], *, printer: bool) -> None:
        super().__init__(look, outcome, said, printer=printer)
        see = self.left(TextButton(_("Voir la demande"), look, "see", icon="bold/file-pdf"))
        see.clicked.connect(self.see_asked)
