"""« Annuler ma demande »: the code of the ticket, the question, the wait for the caisse (people.md P16)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.screens.plain import Plain
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary
from app.ui.widgets.cancelcode import CancelCode
from app.ui.widgets.labels import Label

CANCEL = _("Annuler ma demande")


class CancelScreen(Frame):
    """The code is typed; *said*: what came of the last try."""

    typed = Signal(str)
    on_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, code: str, said: Text | None) -> None:
        super().__init__(look)
        self.title(CANCEL, _("Écrivez le code pour annuler. Il est sur votre ticket : 12 lettres et chiffres."))
        if said:
            self.head.addWidget(Banner("warning", said, look))
        self.code = CancelCode(look, "cancel")
        self.code.setText(code)
        self.code.setProperty("main", str(_("Continuer")))
        self.code.typed.connect(self.typed)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        go_on = self.right(Primary(_("Continuer"), look, "continue", after="bold/arrow-right"))
        go_on.clicked.connect(self.on_asked)
        self.entrance = self.code


class SureScreen(Frame):
    """The last question before the request *reference* is withdrawn; while *asking*, only the wait is shown."""

    sure_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, reference: str, said: Text | None, *, asking: bool) -> None:
        super().__init__(look)
        self.title(_("Annuler la demande {reference} ?").with_(reference=reference))
        if asking:
            self.head.addWidget(Banner("info", _("Nous demandons à votre caisse…"), look))
            return
        if said:
            self.head.addWidget(Banner("warning", said, look))
        self.body.addWidget(
            Label(_("Votre caisse ne la traitera pas. Pour la refaire, il faudra tout recommencer."), look, "lead")
        )
        back = self.left(Secondary(_("Ne pas annuler"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        sure = self.right(Primary(_("Oui, annuler"), look, "continue", icon="bold/trash"))
        sure.clicked.connect(self.sure_asked)


class TakenScreen(Plain):
    """The caisse is at work on it: *words* say whom to write to, and a letter can be printed."""

    print_asked = Signal()

    def __init__(self, look: Look, title: Text, words: Text, said: Text | None, *, printer: bool) -> None:
        super().__init__(look, title, words, _("Revenir au début"))
        if said:
            self.head.addWidget(Banner("info", said, look))
        if printer:
            letter = self.left(Secondary(_("Imprimer la lettre"), look, "print", icon="bold/printer"))
            letter.clicked.connect(self.print_asked)
