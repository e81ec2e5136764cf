"""Our own list of the folders and files of a stick: no window of the system is ever opened (security.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal

from app.actions.folders import Entry
from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Raised, Secondary
from app.ui.widgets.piecerow import FileName

PAGE = 12
"""The entries shown at a time."""
KILO, MEGA = 1_000, 1_000_000


@dataclass(frozen=True)
class Listed:
    """What is shown: the folder called *where* (``""``: the first one), its *entries* once they are read, from which
    one on; *said*: why there are none.
    """

    for_: Text
    where: str = ""
    entries: Sequence[Entry] | None = None
    start: int = 0
    said: Text | None = None


class Chooser(Frame):
    """A button for each folder and file; touching a file takes it."""

    folder_asked = Signal(str)
    chosen = Signal(str)
    up_asked = Signal()
    page_asked = Signal(int)
    again_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, listed: Listed) -> None:
        super().__init__(look)
        self._listed = listed
        self.title(_("Choisissez un fichier"), _("Pour : {paper}").with_(paper=listed.for_))
        self.body.setSpacing(look.px(2))
        self._add_where()
        if said := self._said():
            self.body.addWidget(Banner("info", said, look))
        for entry in (listed.entries or ())[listed.start : listed.start + PAGE]:
            self._add_entry(entry)
        self._add_turns()
        self._add_bar()

    def _said(self) -> Text | None:
        listed = self._listed
        if listed.said:
            return listed.said
        if listed.entries is None:
            return _("La liste arrive…")
        if listed.entries:
            return None
        return EMPTY if listed.where else NO_STICK

    def _add_where(self) -> None:
        if self._listed.where:
            self.body.addWidget(FileName(self._listed.where, self.look, "label", name="where"))
            up = Secondary(_("Dossier précédent"), self.look, "up", icon="bold/arrow-up")
            up.clicked.connect(self.up_asked)
            self.body.addWidget(up, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_entry(self, entry: Entry) -> None:
        icon = "bold/folder" if entry.folder else "bold/file"
        words = entry.shown if entry.folder else f"{entry.shown} · {size(entry.size)}"
        button = Line(words, self.look, f"entry:{entry.name}", icon=icon)
        said = _("Dossier : {name}") if entry.folder else _("Fichier : {name}")
        button.setAccessibleName(str(said.with_(name=words)))
        button.clicked.connect(partial(self._take, entry))
        self.body.addWidget(button)

    def _take(self, entry: Entry, _checked: bool = False) -> None:
        (self.folder_asked if entry.folder else self.chosen).emit(entry.name)

    def _add_turns(self) -> None:
        listed, total = self._listed, len(self._listed.entries or ())
        if listed.start + PAGE < total:
            after = Secondary(_("Voir les suivants"), self.look, "after", icon="bold/caret-down")
            after.clicked.connect(lambda: self.page_asked.emit(listed.start + PAGE))
            self.body.addWidget(after)
        if listed.start:
            before = Secondary(_("Voir les précédents"), self.look, "before", icon="bold/caret-up")
            before.clicked.connect(lambda: self.page_asked.emit(max(0, listed.start - PAGE)))
            self.body.addWidget(before)

    def _add_bar(self) -> None:
        back = self.left(Secondary(_("Retour"), self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        again = self.right(Secondary(_("Regarder à nouveau"), self.look, "again", icon="bold/arrows-clockwise"))
        again.clicked.connect(self.again_asked)


class Line(Raised):
    """One entry; a name that is one long word is broken where there is no room for it."""

    centred = False
    lines = 0

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), 4 * self.look.target("min")), least.height())


EMPTY = _("Ce dossier est vide.")
NO_STICK = _("Branchez votre clé USB, puis touchez « Regarder à nouveau ».")


def size(count: int) -> Text:
    """How large a file is, as people say it."""
    if count >= MEGA:
        return _("{size} Mo").with_(size=round(count / MEGA))
    return _("{size} Ko").with_(size=max(1, round(count / KILO)))
