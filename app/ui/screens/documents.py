"""« Vos documents »: a row for each pièce, and that one may go on without it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.filling import DOCUMENTS, Filling
from app.models.text import Text, _
from app.ui.piecestate import Job, Row, Way
from app.ui.screens.frame import Frame
from app.ui.screens.question import add_progress
from app.ui.theme import Look
from app.ui.widgets.buttons import Button, Primary, Secondary, TextButton
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.piecerow import ROW, PieceRow

HINTS: dict[Way, Text] = {
    "glass": _("Posez une feuille à la fois sur la vitre, le texte vers le bas. Puis touchez « Scanner »."),
    "folder": _("Touchez « Scanner », puis posez votre feuille dans le scanner."),
    "file": _("Branchez votre clé USB, puis touchez « Choisir un fichier »."),
}
TO_READ = _("Préparez ces documents : votre caisse peut les demander pour répondre.")


class Documents(Frame):
    """Tells what is touched; decides nothing. Without *ways* its rows only say what to bring.

    *at*: the pièce that the person is coming back from.
    """

    touched = Signal(str, str)
    next_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()

    def __init__(self, filling: Filling, rows: Sequence[Row], ways: tuple[Way, ...], look: Look, at: str) -> None:
        super().__init__(look)
        add_progress(self, filling)
        self.title(_("Ajoutez vos documents") if ways else DOCUMENTS, HINTS[ways[0]] if ways else TO_READ)
        self.body.setSpacing(look.px(3))
        self._rows = {row.path: PieceRow(row, ways, look) for row in rows}
        for row in self._rows.values():
            row.touched.connect(self.touched)
            self.body.addWidget(row)
        self._add_foot()
        self._add_actions()
        self._go_to(at)

    def tell(self, job: Job) -> bool:
        """How far *job* has come; False when its row has to be made anew for it, as at each stage."""
        row = self._rows.get(job.path)
        return row.tell(job) if row else True

    def has(self, name: str) -> bool:
        """Whether the button *name* is here, if it is of a row at all."""
        return not name.startswith(ROW) or self.findChild(Button, name) is not None

    def show_picture(self, path: str, picture: QImage) -> None:
        """The first page of the pièce at *path*, once it is drawn."""
        if path in self._rows:
            self._rows[path].show_picture(picture)

    def first_of(self, name: str) -> str:
        """The name of the first button of the row to which the button *name* belongs, or belonged."""
        row = name.rpartition(".")[0]
        found = (one.objectName() for one in self.findChildren(Button) if one.objectName().rpartition(".")[0] == row)
        return next(found, "")

    def _add_foot(self) -> None:
        look = self.look
        foot = QHBoxLayout()
        foot.setContentsMargins(0, look.px(2), 0, 0)
        foot.setSpacing(look.px(3))
        foot.addWidget(Picture("bold/info", look.type("body").line, look, "info"), 0, Qt.AlignmentFlag.AlignTop)
        words = _("Vous pouvez continuer. Un document manquant peut être apporté plus tard à l’accueil.")
        foot.addWidget(Label(words, look), 1)
        self.body.addLayout(foot)

    def _add_actions(self) -> None:
        back = self.left(Secondary(_("Retour"), self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        later = self.right(TextButton(_("Garder et finir plus tard"), self.look, "later"))
        later.clicked.connect(self.later_asked)
        go_on = self.right(Primary(_("Continuer"), self.look, "continue", after="bold/arrow-right"))
        go_on.clicked.connect(self.next_asked)

    def _go_to(self, path: str) -> None:
        """The focus goes to the row that was left: for a while, or with the draft."""
        self.entrance = self.findChild(Button, self.first_of(f"{ROW}{path}.")) if path else None


def say(screen: QWidget, words: str) -> None:
    """Have a screen reader say *words*, politely: after what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(screen, words))
