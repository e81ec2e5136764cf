"""« Quelle demande voulez-vous faire ? »: a tile for each form."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from app.models.form import Form
from app.models.text import _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.buttons import Secondary
from app.ui.widgets.tiles import LyingTile


class Requests(Frame):
    """*chosen*: a form, by its id."""

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, forms: Iterable[Form], look: Look) -> None:
        super().__init__(look)
        self.title(_("Quelle demande voulez-vous faire ?"), _("Si vous ne savez pas, demandez à l’accueil."))
        grid = QGridLayout()
        grid.setSpacing(look.px(4))
        across = 2 if look.density == "desk" and look.size != "xlarge" else 1
        for place, form in enumerate(forms):
            tile = LyingTile(form.title, form.lead, form.icon, look, f"form.{form.id}")
            tile.clicked.connect(lambda _checked, id_=form.id: self.chosen.emit(id_))
            grid.addWidget(tile, place // across, place % across)
        self.body.addLayout(grid)
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
