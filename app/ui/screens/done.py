"""The end of a request: the reference, the ticket, what happens next. Nothing of the request is left here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import ICONS, Banner
from app.ui.widgets.buttons import Leave, Primary, Secondary
from app.ui.widgets.disc import Disc
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture


@dataclass(frozen=True)
class Outcome:
    """What became of it. *steps*: what happens next, one short text each; *cancel_code*: of a request that was sent;
    *mark*: whether all is well.
    """

    title: Text
    lead: Text
    steps: tuple[Text, ...]
    reference: str
    cancel_code: str = ""
    mark: Literal["success", "warning"] = "success"


class Done(Frame):
    """*said*: banners over it all, the most important first; *other_asked*: go on with something else."""

    print_asked = Signal()
    other_asked = Signal()
    leave_asked = Signal()

    def __init__(self, look: Look, outcome: Outcome, said: tuple[Banner, ...], *, printer: bool) -> None:
        super().__init__(look)
        self._add_title(outcome)
        for banner in said:
            self.head.addWidget(banner)
        narrow = look.density == "portrait" or look.size == "xlarge"
        across = QVBoxLayout() if narrow else QHBoxLayout()
        across.setSpacing(look.layout("gutter"))
        ticket = QVBoxLayout()
        ticket.setSpacing(look.px(3))
        ticket.addWidget(self._ticket(outcome))
        if printer:
            button = Primary(_("Imprimer mon ticket"), look, "print", icon="bold/printer")
            button.clicked.connect(self.print_asked)
            ticket.addWidget(button)
        ticket.addStretch(1)
        across.addLayout(ticket, 1)
        across.insertLayout(1 if narrow else 0, self._steps(outcome.steps), 2)
        self.body.addLayout(across)
        other = self.left(Secondary(_("Faire autre chose"), look, "other", icon="bold/house"))
        other.clicked.connect(self.other_asked)
        leave = self.right(Leave(_("Quitter et effacer l’écran"), look, "done.leave", icon="bold/sign-out"))
        leave.clicked.connect(self.leave_asked)

    def _add_title(self, outcome: Outcome) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(5))
        row.addWidget(Picture(ICONS[outcome.mark], self.look.px(16), self.look, outcome.mark))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(outcome.title, self.look, "h1", name="title"))
        words.addWidget(Label(outcome.lead, self.look, "lead"))
        row.addLayout(words, 1)
        self.head.addLayout(row)

    def _steps(self, steps: tuple[Text, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.look.px(4))
        column.addWidget(Label(_("Et maintenant ?"), self.look, "h2"))
        for number, step in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(self.look.px(4))
            row.addWidget(Disc(number, self.look), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(step, self.look, "body"), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _ticket(self, outcome: Outcome) -> QWidget:
        look, card = self.look, QWidget()
        paper(card, "card", look)
        column = QVBoxLayout(card)
        column.setContentsMargins(*(look.px(5),) * 4)
        column.addWidget(Label(_("Votre numéro de demande"), look, "body"))
        column.addWidget(Label(outcome.reference, look, "code", name="reference"))
        column.addWidget(Label(_("Gardez-le : donnez-le si vous appelez ou revenez."), look, "hint", "ink-soft"))
        if outcome.cancel_code:
            column.addSpacing(look.px(3))
            column.addWidget(Label(_("Code pour annuler"), look, "body"))
            column.addWidget(Label(outcome.cancel_code, look, "h2", name="cancel.code"))
            column.addWidget(Label(_("Ne le donnez à personne."), look, "hint", "ink-soft"))
        column.addStretch(1)
        return card
