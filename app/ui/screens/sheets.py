"""The sheets: what they look like, printing them, and saying that they came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.settings import Site
from app.models.text import Plural, Text, _
from app.ui.preview import Preview
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.banner import Banner, Kind
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label

Stage = Literal["making", "ready", "printing", "printed", "no-printer"]


@dataclass(frozen=True)
class Sheets:
    """What there is to show: the pages, once they are made, and how far printing has come."""

    preview: Preview | None
    reference: str
    to: Text
    stage: Stage = "making"
    page: int = 0
    large: bool = False
    by_hand: bool = False


class SheetsScreen(Frame):
    """The draft is still there: only « J’ai toutes les feuilles » destroys it."""

    heading = _("Votre demande est prête à imprimer")
    lead = _("Elle n’est pas envoyée : elle part sur papier.")

    page_asked = Signal(int)
    zoom_asked = Signal()
    print_asked = Signal()
    confirmed = Signal()
    back_asked = Signal()
    later_asked = Signal()

    def __init__(self, look: Look, sheets: Sheets, site: Site) -> None:
        super().__init__(look)
        self._sheets, self._site = sheets, site
        self.title(self.heading, self.lead)
        self._add_said(self.head)
        narrow = look.density == "portrait" or look.size == "xlarge" or sheets.large
        across = QVBoxLayout() if narrow else QHBoxLayout()
        across.setSpacing(look.layout("gutter"))
        aside = QVBoxLayout()
        aside.setSpacing(look.px(4))
        self._add_aside(aside)
        if narrow:
            across.addLayout(aside)
        if sheets.preview:
            across.addWidget(self._page(sheets.preview), 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        if not narrow:
            across.addLayout(aside, 1)
        self.body.addLayout(across)
        self._add_bar()

    def _page(self, preview: Preview) -> QWidget:
        page = QLabel()
        paper(page, "sheet", self.look)
        page.setObjectName("preview")
        width = self.look.layout("column") if self._sheets.large else self.look.layout("reading") * 7 // 8
        drawn = preview.page(self._sheets.page, width, self.devicePixelRatio())
        page.setPixmap(drawn)
        page.setFixedSize(drawn.deviceIndependentSize().toSize())
        page.setAccessibleName(str(self._page_words(preview.pages)))
        return page

    def _page_words(self, total: int) -> Text:
        return _("Page {page} sur {total}").with_(page=self._sheets.page + 1, total=total)

    def _add_aside(self, aside: QVBoxLayout) -> None:
        look, sheets = self.look, self._sheets
        aside.addWidget(Label(_("Numéro de demande"), look, "label"))
        aside.addWidget(Label(sheets.reference, look, "h2", "primary", name="reference"))
        self._add_use(aside)
        if sheets.preview:
            self._add_pages(aside, sheets.preview.pages)
        aside.addWidget(Label(_("Ce document est en français : votre caisse le lira ainsi."), look, "hint", "ink-soft"))
        aside.addStretch(1)

    def _add_use(self, aside: QVBoxLayout) -> None:
        """Where the sheets have to go."""
        aside.addWidget(
            Label(_("À donner à : {body}").with_(body=self._sheets.to), self.look, "body", name="recipient")
        )
        if self._sheets.by_hand:
            aside.addWidget(Banner("warning", _("Signez la feuille après l’impression."), self.look))

    def _add_said(self, head: QVBoxLayout) -> None:
        if said := self._said(self._sheets.stage):
            head.addWidget(Banner(*said, self.look))

    def _said(self, stage: Stage) -> tuple[Kind, Text] | None:
        if stage == "ready" and not self._site.printer:
            return "warning", NOWHERE
        said: dict[Stage, tuple[Kind, Text]] = {
            "making": ("info", _("Vos feuilles se préparent…")),
            "printing": ("info", _("Impression en cours…")),
            "printed": ("success", where(self._site)),
            "no-printer": ("warning", NO_PRINTER),
        }
        return said.get(stage)

    def _add_pages(self, aside: QVBoxLayout, total: int) -> None:
        before = Secondary(_("Page précédente"), self.look, "page.before", icon="bold/caret-left")
        before.clicked.connect(lambda: self.page_asked.emit(self._sheets.page - 1))
        after = Secondary(_("Page suivante"), self.look, "page.after", after="bold/caret-right")
        after.clicked.connect(lambda: self.page_asked.emit(self._sheets.page + 1))
        aside.addWidget(Label(self._page_words(total), self.look, "label", name="page"))
        if self._sheets.page > 0:  # one under the other: side by side they do not fit beside the page
            aside.addWidget(before, 0, Qt.AlignmentFlag.AlignLeft)
        if self._sheets.page + 1 < total:
            aside.addWidget(after, 0, Qt.AlignmentFlag.AlignLeft)
        words = _("Réduire la page") if self._sheets.large else _("Agrandir la page")
        zoom = Secondary(words, self.look, "zoom", icon="bold/magnifying-glass-plus")
        zoom.clicked.connect(self.zoom_asked)
        aside.addWidget(zoom, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_bar(self) -> None:
        look, stage = self.look, self._sheets.stage
        back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        if stage != "printed":
            later = self.right(TextButton(_("Garder et finir plus tard"), look, "later"))
            later.clicked.connect(self.later_asked)
        else:
            again = self.left(Secondary(_("Imprimer encore"), look, "print", icon="bold/printer"))
            again.clicked.connect(self.print_asked)
            total = self._sheets.preview.pages if self._sheets.preview else 1
            words = Plural("J’ai {count} feuille", "J’ai mes {count} feuilles", total)
            done = self.right(Primary(words, look, "continue", icon="bold/check"))
            done.clicked.connect(self.confirmed)
        if stage in ("ready", "no-printer") and self._site.printer:
            start = self.right(Primary(_("Imprimer"), look, "continue", icon="bold/printer"))
            start.clicked.connect(self.print_asked)


NO_PRINTER = _(
    "L’imprimante ne répond pas. Votre demande reste gardée : "
    "touchez « Garder et finir plus tard » et donnez votre code à l’accueil."
)


NOWHERE = _(
    "Cet appareil n’a pas d’imprimante. Touchez « Garder et finir plus tard » et donnez votre code à l’accueil."
)


WHERE = {
    "right": _("Les feuilles sortent à droite de l’écran."),
    "left": _("Les feuilles sortent à gauche de l’écran."),
    "below": _("Les feuilles sortent sous l’écran."),
    "desk": _("Les feuilles sortent à l’accueil."),
}


def where(site: Site) -> Text:
    """Where the sheets come out, and that they are to be taken, all of them (people.md P24)."""
    taken = _("Vos nom et numéro sont sur ces feuilles : reprenez-les toutes.")
    if not site.paper:
        return taken
    return _("{where} {taken}").with_(where=WHERE[site.paper], taken=taken)
