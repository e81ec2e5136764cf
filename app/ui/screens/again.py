"""« Reprendre ce que vous avez déjà écrit ? »: offered once, to whoever knows the birth date that was written."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.models.path import Asked
from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.fields import Editor


class Again(Frame):
    """Shows nothing of what was written; *said*: what came of the last try."""

    typed = Signal(str)
    taken = Signal()
    declined = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, asked: Asked, typed: str, said: Text | None) -> None:
        super().__init__(look)
        self.title(
            _("Reprendre ce que vous avez déjà écrit ?"),
            _("Vous venez de faire une demande. Pour remplir votre nom, votre adresse et votre téléphone, écrivez la "
              "date de naissance que vous avez donnée. Vous pourrez tout changer."),
        )  # fmt: skip
        if said:
            self.head.addWidget(Banner("warning", said, look))
        boxes = Editor(asked, typed, look)
        boxes.heard.typed.connect(lambda _path, typed: self.typed.emit(typed))
        self.body.addWidget(boxes)
        if said:
            self.entrance = boxes.first_focus()
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        decline = self.right(TextButton(_("Non, tout écrire"), look, "decline"))
        decline.clicked.connect(self.declined)
        take = self.right(Primary(_("Reprendre"), look, "continue", after="bold/arrow-right"))
        take.clicked.connect(self.taken)
