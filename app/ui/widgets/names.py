"""A name: typed in Cyrillic, its official Latin spelling is proposed beside it (wording.md 12)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.models import translit
from app.models.text import _
from app.ui.widgets.answers import Given, LineAnswer
from app.ui.widgets.inputs import Box
from app.ui.widgets.proposals import Offered, Proposals

SAID = _("Une écriture en lettres latines est proposée.")
CAREFUL = _("Si votre pièce d’identité l’écrit autrement, écrivez comme elle.")


class NameAnswer(LineAnswer):
    """One box; what it proposes is written only when « Utiliser » is touched."""

    def __init__(self, given: Given, box: Box) -> None:
        super().__init__(given, box)
        self._look, self._column = given.look, given.column
        self._proposals: Proposals | None = None
        box.textChanged.connect(self._propose)
        self._propose(given.typed)

    def _propose(self, typed: str) -> None:
        offered = latin_spelling(typed)
        if offered is None and self._proposals is None:
            return
        if self._band().show_offered(offered):
            self._heard.grown.emit(self.path)

    def _band(self) -> Proposals:
        """Made when it is first wanted: most names are typed in Latin letters."""
        if self._proposals is None:
            self._proposals = Proposals(self.box, self._look)
            self._proposals.chosen.connect(self._use)
            under = QVBoxLayout()  # no room is taken while the band is hidden
            self._column.addLayout(under)
            under.setContentsMargins(0, self._look.px(3), 0, 0)
            under.addWidget(self._proposals)
        return self._proposals

    def _use(self, spelling: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.setText(spelling)
        self._tell()
        self._leave()


def latin_spelling(typed: str) -> Offered | None:
    """What is proposed for *typed*: nothing without Cyrillic, nor where the rule does not know every letter."""
    if not translit.is_cyrillic(typed) or translit.left(typed):
        return None
    spelling = translit.latin(typed.strip())
    words = _("En lettres latines : {name}").with_(name=spelling)
    return Offered(words, {spelling: _("Utiliser")}, SAID, CAREFUL)
