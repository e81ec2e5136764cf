"""« Garder avec mon code »: the code, large, until when, and printed."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, Signal

from app.models.text import Text, _, locale
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner, Kind
from app.ui.widgets.buttons import Leave, Primary, Secondary
from app.ui.widgets.labels import Label


class Kept(Frame):
    """The draft is saved; the person takes the code away."""

    print_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self, look: Look, code: str, until: datetime, said: tuple[Kind, Text] | None, *, printer: bool
    ) -> None:
        super().__init__(look)
        self.title(_("Votre demande est gardée"), _("Notez ce code ou imprimez-le. Il ouvre votre demande."))
        self.body.addWidget(Label(_("Votre code"), look, "label"))
        self.body.addWidget(Label(code, look, "code", "primary", name="kept.code"))
        self.body.addWidget(Label(_("Gardée jusqu’au {date}.").with_(date=day(until)), look, "lead", name="until"))
        self.body.addWidget(Banner("info", _("Sans ce code, personne ne peut ouvrir la demande, même un agent."), look))
        if said:
            self.body.addWidget(Banner(*said, look))
        back = self.left(Secondary(_("Continuer ma demande"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        if printer:
            slip = self.right(Primary(_("Imprimer mon code"), look, "print", icon="bold/printer"))
            slip.clicked.connect(self.print_asked)
        leave = self.right(Leave(_("Quitter et effacer l’écran"), look, "kept.leave", icon="bold/sign-out"))
        leave.clicked.connect(self.leave_asked)


def day(at: date) -> Text:
    """« 28 novembre 2026 » in the language in use, by Qt's calendar."""
    calendar = QLocale(locale())
    return Text(calendar.toString(QDate(at.year, at.month, at.day), "d MMMM yyyy"))
