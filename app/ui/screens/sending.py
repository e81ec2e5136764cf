"""Between « Envoyer ma demande » and the last screen: a blink when all goes well, a second try when it does not."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, TextButton


class Sending(Frame):
    """*trouble*: what stands in the way; the draft is whole, and nothing has left."""

    again_asked = Signal()
    later_asked = Signal()

    def __init__(self, look: Look, trouble: Text | None) -> None:
        super().__init__(look)
        if trouble is None:
            self.title(_("Votre demande se prépare…"))
            return
        self.title(
            _("Votre demande n’est pas encore partie"), _("Elle reste gardée avec votre code : rien n’est perdu.")
        )
        self.head.addWidget(Banner("warning", trouble, look))
        later = self.right(TextButton(_("Garder et finir plus tard"), look, "later"))
        later.clicked.connect(self.later_asked)
        again = self.right(Primary(_("Réessayer"), look, "continue", icon="bold/arrows-clockwise"))
        again.clicked.connect(self.again_asked)
