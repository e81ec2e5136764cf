"""After the sheets came out: the reference, the ticket, what happens next. Nothing of the request is left here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner, Kind
from app.ui.widgets.buttons import Leave, Primary
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture


class Done(Frame):
    """*steps*: what happens next, one short text each."""

    print_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self, look: Look, reference: str, steps: tuple[Text, ...], said: tuple[Kind, Text] | None, *, printer: bool
    ) -> None:
        super().__init__(look)
        self._add_title()
        if said:
            self.head.addWidget(Banner(*said, look))
        narrow = look.density == "portrait" or look.size == "xlarge"
        across = QVBoxLayout() if narrow else QHBoxLayout()
        across.setSpacing(look.layout("gutter"))
        across.addLayout(self._steps(steps), 2)
        across.addWidget(self._ticket(reference), 1)
        self.body.addLayout(across)
        if printer:
            ticket = self.right(Primary(_("Imprimer mon ticket"), look, "print", icon="bold/printer"))
            ticket.clicked.connect(self.print_asked)
        leave = self.right(Leave(_("Quitter et effacer l’écran"), look, "done.leave", icon="bold/sign-out"))
        leave.clicked.connect(self.leave_asked)

    def _add_title(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(5))
        row.addWidget(Picture("bold/check-circle", self.look.px(16), self.look, "success"))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = Label(_("Votre demande est imprimée"), self.look, "h1", name="title")
        words.addWidget(title)
        words.addWidget(
            Label(_("Elle est effacée de cet appareil. Elle n’est pas encore à la caisse."), self.look, "lead")
        )
        row.addLayout(words, 1)
        self.head.addLayout(row)

    def _steps(self, steps: tuple[Text, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.look.px(4))
        column.addWidget(Label(_("Et maintenant ?"), self.look, "h2"))
        for number, step in enumerate(steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(self.look.px(4))
            row.addWidget(Label(f"{number}.", self.look, "h2", "primary"))
            row.addWidget(Label(step, self.look, "body"), 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def _ticket(self, reference: str) -> QWidget:
        card = QWidget()
        paper(card, "card", self.look)
        column = QVBoxLayout(card)
        column.setContentsMargins(*(self.look.px(5),) * 4)
        column.addWidget(Label(_("Votre numéro de demande"), self.look, "body"))
        column.addWidget(Label(reference, self.look, "code", name="reference"))
        column.addWidget(Label(_("Gardez-le : donnez-le si vous appelez ou revenez."), self.look, "hint", "ink-soft"))
        column.addStretch(1)
        return card
