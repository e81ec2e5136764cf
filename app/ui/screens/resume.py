"""Opening a draft again: the code of the ticket, then the birth date when the draft has one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.models.fields import Date
from app.models.path import Asked
from app.models.text import Text, _
from app.ui.screens.cancel import CANCEL
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.codeboxes import CodeBoxes
from app.ui.widgets.fields import Editor
from app.ui.widgets.helpcard import HelpCard

OPEN = _("Ouvrir ma demande")
LOST = _(
    "Sans le code, personne ne peut ouvrir la demande, même un agent. Elle s’effacera seule. "
    "Vous pouvez en commencer une autre."
)


class CodeScreen(Frame):
    """Eight boxes; *said*: what came of the last try, *kind* of banner it is."""

    typed = Signal(str)
    open_asked = Signal()
    lost_asked = Signal()
    cancel_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, code: str, said: Text | None, kind: str, *, lost: bool) -> None:
        super().__init__(look)
        self.title(
            _("Écrivez le code de votre ticket"), _("8 lettres et chiffres. Il n’y a jamais de O, de I, de 0 ni de 1.")
        )
        if said:
            self.head.addWidget(Banner("warning" if kind == "warning" else "info", said, look))
        self.boxes = CodeBoxes(look, "code")
        self.boxes.setText(code)
        self.boxes.setProperty("main", str(OPEN))
        self.boxes.typed.connect(self.typed)
        self.body.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        lost_ticket = TextButton(_("J’ai perdu mon ticket"), look, "lost")
        lost_ticket.clicked.connect(self.lost_asked)
        row.addWidget(lost_ticket)
        cancel = TextButton(CANCEL, look, "cancel")
        cancel.clicked.connect(self.cancel_asked)
        row.addWidget(cancel)
        row.addStretch(1)
        self.body.addLayout(row)
        if lost:
            self.body.addWidget(Banner("info", LOST, look))
        self.body.addWidget(
            HelpCard(
                _("Pour protéger vos informations"),
                _("Nous demanderons aussi la date de naissance, si elle est dans la demande."), look, "lock-simple",
            )
        )  # fmt: skip
        _bar(self, OPEN)
        self.entrance = self.boxes


class BirthScreen(Frame):
    """The guard at the screen: the birth date that the draft holds (security.md, Resume code)."""

    typed = Signal(str)
    open_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, field: Date, typed: str, said: Text | None) -> None:
        super().__init__(look)
        self.title(_("Quelle est la date de naissance écrite dans la demande ?"))
        if said:
            self.head.addWidget(Banner("warning", said, look))
        self.editor = Editor(Asked("birth", field, {}), typed, look)
        self.editor.heard.typed.connect(lambda _path, typed: self.typed.emit(typed))
        self.body.addWidget(self.editor)
        if said:
            self.entrance = self.editor.first_focus()
        _bar(self, _("Continuer"))


def _bar(screen: CodeScreen | BirthScreen, words: Text) -> None:
    back = screen.left(Secondary(_("Retour"), screen.look, "back", icon="bold/arrow-left"))
    back.clicked.connect(screen.back_asked)
    go_on = screen.right(Primary(words, screen.look, "continue", after="bold/arrow-right"))
    go_on.clicked.connect(screen.open_asked)
