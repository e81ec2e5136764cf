"""Home: what a person may do here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.settings import Settings
from app.models.shelves import CATEGORIES, SUBJECTS
from app.models.text import Plural, Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.brand import Arcade, Welcome
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture
from app.ui.widgets.searchdoor import SearchDoor
from app.ui.widgets.tiles import IntentTile, SubjectTile


class Home(Frame):
    """What a person wants to do, and what they may look up; agents know the catalogue by its categories."""

    start_asked = Signal()
    resume_asked = Signal()
    search_asked = Signal(str)
    shelf_asked = Signal(str)

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__(look)
        self._add_welcome()
        if self.look.short:
            self.body.setSpacing(self.look.px(3))
        self._add_intents()
        self._add_catalogue(settings)
        self.below.addLayout(self._promise(settings))

    def _add_welcome(self) -> None:
        if self.look.density == "portrait":
            self._add_hall()
            return
        words = self._greeting("ink", "ink-soft")
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if self.look.size != "xlarge" and not self.look.short:
            row.addWidget(Welcome(self.look.px(16) * 2, self.look), 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addLayout(row)

    def _add_hall(self) -> None:
        """In portrait the top of the screen is out of reach: it greets, in the colours of the rail."""
        hall = QWidget()
        column = QVBoxLayout(paper(hall, "rail", self.look))
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(6))
        words = self._greeting("on-rail", "on-rail-soft")
        words.setContentsMargins(self.look.layout("margin"), self.look.px(4), self.look.layout("margin"), 0)
        column.addLayout(words)
        if not self.look.contrast:
            column.addWidget(Arcade(self.look.px(16) * 2, self.look))
        self.crown(hall)

    def _greeting(self, ink: str, soft: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self.look.px(2))
        words.addStretch(1)
        words.addWidget(Label(_("Bonjour, que voulez-vous faire ?"), self.look, "display", ink, name="title"))
        words.addWidget(
            Label(_("Touchez une case. Vous pourrez revenir en arrière."), self.look, "lead", soft, name="hint")
        )
        words.addStretch(1)
        return words

    def _add_intents(self) -> None:
        start = IntentTile(
            _("Faire une demande"),
            _("Ouvrir vos droits, payer moins vos soins, inscrire vos enfants, être accompagné."),
            "note-pencil", self.look, "start", filled=True,
        )  # fmt: skip
        start.clicked.connect(self.start_asked)
        resume = IntentTile(
            _("Reprendre ma demande"),
            _("Avec le code de votre ticket. Exemple : KX7F-4PMQ"),
            "ticket", self.look, "resume",
        )  # fmt: skip
        resume.clicked.connect(self.resume_asked)
        direction = QBoxLayout.Direction.TopToBottom if self._narrow() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(direction)
        row.setSpacing(self.look.px(5))
        row.addWidget(start, 1)
        row.addWidget(resume, 1)
        self.body.addLayout(row)

    def _add_catalogue(self, settings: Settings) -> None:
        self.body.addWidget(Label(_("Trouver un service ou un droit"), self.look, "h2"))
        door = SearchDoor(self.look)
        door.asked.connect(self.search_asked)
        self.body.addWidget(door)
        grid = QGridLayout()
        grid.setSpacing(self.look.px(3))
        across = 2 if self._narrow() else 4
        for place, (key, icon, title) in enumerate(SUBJECTS if settings.mode == "borne" else CATEGORIES):
            tile = SubjectTile(title, icon, self.look, f"shelf.{key}")
            tile.clicked.connect(lambda _checked, key=key: self.shelf_asked.emit(key))
            grid.addWidget(tile, place // across, place % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def _narrow(self) -> bool:
        """Whether words are large for the width there is."""
        return self.look.density == "portrait" or (self.look.density == "kiosk" and self.look.size != "normal")

    def _promise(self, settings: Settings) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(3))
        row.addWidget(
            Picture("bold/shield-check", self.look.type("body").line, self.look, "success"),
            0, Qt.AlignmentFlag.AlignTop,
        )  # fmt: skip
        row.addWidget(Label(promise(settings.days), self.look, "body"), 1)
        return row


def promise(days: int) -> Text:
    """What happens to answers when one leaves, in one breath."""
    return Plural(
        "C’est gratuit. Quand vous partez, l’écran est effacé. "
        "Une demande commencée est gardée {count} jour avec votre code.",
        "C’est gratuit. Quand vous partez, l’écran est effacé. "
        "Une demande commencée est gardée {count} jours avec votre code.",
        days,
    )
