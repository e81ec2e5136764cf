"""Check your answers: every answer, section by section, with « Modifier »."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal

from app.models.filling import Filling
from app.models.pieces import Kept
from app.models.review import Row as Reviewed
from app.models.review import review
from app.models.text import Plural, _
from app.ui.screens.frame import Frame
from app.ui.screens.question import add_progress
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.replies import Replies, Reply, Row


class Review(Frame):
    """Nothing is sent from here; « Tout est exact, je signe » goes on, or leads to what is missing."""

    change_asked = Signal(str, str)
    next_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()

    def __init__(self, filling: Filling, kept: Mapping[str, Kept], look: Look) -> None:
        super().__init__(look)
        add_progress(self, filling)
        self.title(
            _("Relisez votre demande"),
            _("Rien n’est envoyé pour le moment. Touchez « Modifier » pour changer une réponse."),
        )
        for said in dict.fromkeys(str(remark.finding.message) for remark in filling.cautions):
            self.body.addWidget(Banner("warning", said, look))
        cards = review(filling.form, filling.way, filling.typed, kept)
        for card in cards:
            self.body.addWidget(Replies(card.icon, card.title, [self._row(row) for row in card.rows], look))
        self._add_actions(sum(row.missing for card in cards for row in card.rows))

    def _row(self, row: Reviewed) -> Row:
        answer = row.answer or str(_("À compléter"))
        change = TextButton(_("Modifier"), self.look, f"change:{row.path}", icon="bold/pencil-simple")
        change.setAccessibleName(str(_("Modifier : {label}").with_(label=row.label)))
        change.clicked.connect(partial(self.change_asked.emit, row.step, row.path))
        return Row(Reply(row.label, answer, self.look, f"answer:{row.path}"), change, row.missing)

    def _add_actions(self, lacking: int) -> None:
        back = self.left(Secondary(_("Retour"), self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        later = self.right(TextButton(_("Garder et finir plus tard"), self.look, "later"))
        later.clicked.connect(self.later_asked)
        words = (
            Plural("Compléter {count} réponse", "Compléter {count} réponses", lacking)
            if lacking
            else _("Tout est exact, je signe")
        )
        go_on = self.right(Primary(words, self.look, "continue", after="bold/arrow-right"))
        go_on.clicked.connect(self.next_asked)
