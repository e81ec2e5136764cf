"""A pièce that was added, page by page: to see that it can be read, to turn a page, to take it away."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.models.text import Text, _
from app.ui.preview import Preview
from app.ui.screens.pages import PagesScreen, Shown
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.labels import Label


@dataclass(frozen=True)
class Seen:
    """The pièce called *name*, once it is opened; *turning*: it is being made anew; *said*: what went wrong.

    *removing*: the person is asked whether to take it away. *editable*: it can be changed from here.
    """

    name: Text
    preview: Preview | None = None
    page: int = 0
    large: bool = False
    turning: bool = False
    removing: bool = False
    editable: bool = True
    said: Text | None = None


class Viewer(PagesScreen):
    """Taking the pièce away asks once, where it was touched."""

    turn_asked = Signal()
    remove_asked = Signal()
    kept = Signal()
    sure = Signal()

    def __init__(self, look: Look, seen: Seen) -> None:
        self._seen = seen
        lead = _("Vérifiez que chaque page se lit bien.")
        super().__init__(look, Shown(seen.name, lead, seen.preview, seen.page, seen.large))

    def _add_said(self, head: QVBoxLayout) -> None:
        if self._seen.turning:
            head.addWidget(Banner("info", _("La page tourne…"), self.look))
        elif self._seen.said:
            head.addWidget(Banner("warning", self._seen.said, self.look))

    def _add_aside(self, aside: QVBoxLayout) -> None:
        self._add_pages(aside)
        if self._seen.preview and self._seen.editable:
            self._add_turn(aside)
            self._add_removal(aside)
        aside.addStretch(1)

    def _add_turn(self, aside: QVBoxLayout) -> None:
        turn = Secondary(_("Tourner la page"), self.look, "turn", icon="bold/arrow-clockwise")
        turn.clicked.connect(self.turn_asked)
        aside.addWidget(turn, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_removal(self, aside: QVBoxLayout) -> None:
        look = self.look
        if not self._seen.removing:
            remove = TextButton(_("Retirer ce document"), look, "remove", icon="bold/trash")
            remove.clicked.connect(self.remove_asked)
            aside.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
            return
        aside.addWidget(Label(_("Retirer ce document de votre demande ?"), look, "label", name="removing"))
        keep = Secondary(_("Non, garder"), look, "keep")
        keep.clicked.connect(self.kept)
        sure = TextButton(_("Oui, retirer"), look, "sure", icon="bold/trash")
        sure.clicked.connect(self.sure)
        for button in (keep, sure):
            aside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_bar(self) -> None:
        back = self.right(Primary(_("Revenir à mes documents"), self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
