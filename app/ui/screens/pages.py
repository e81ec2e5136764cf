"""The pages of a document, one at a time, with what can be done beside them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.text import Text, _
from app.ui.preview import Preview
from app.ui.screens.frame import Frame
from app.ui.theme import Look
from app.ui.widgets.buttons import Secondary
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label


class Shown(NamedTuple):
    """What is shown: the document, once it is there, and which of its pages, from 0."""

    heading: Text
    lead: Text | None
    preview: Preview | None
    page: int
    large: bool


class PagesScreen(Frame):
    """A kind says what stands beside the page (``_add_aside``), above it (``_add_said``) and in the bar."""

    page_asked = Signal(int)
    zoom_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, shown: Shown) -> None:
        super().__init__(look)
        self._shown = shown
        self.title(shown.heading, shown.lead)
        self._add_said(self.head)
        narrow = self._narrow = look.density == "portrait" or look.size == "xlarge" or shown.large
        across = QVBoxLayout() if narrow else QHBoxLayout()
        across.setSpacing(look.layout("gutter"))
        aside = QVBoxLayout()
        aside.setSpacing(look.px(4))
        self._add_aside(aside)
        if narrow:
            across.addLayout(aside)
        if shown.preview:
            across.addWidget(self._page(shown.preview), 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        if not narrow:
            across.addLayout(aside, 1)
        self.body.addLayout(across)
        self._add_bar()

    def _page(self, preview: Preview) -> QWidget:
        page = QLabel()
        paper(page, "sheet", self.look)
        page.setObjectName("preview")
        drawn = preview.page(self._shown.page, self._width(), self.devicePixelRatio())
        page.setPixmap(drawn)
        page.setFixedSize(drawn.deviceIndependentSize().toSize())
        page.setAccessibleName(str(self._page_words(preview.pages)))
        return page

    def _width(self) -> int:
        """Of the page: larger letters beside it leave it less."""
        if self._shown.large:
            return self._whole_width()
        beside = not self._narrow and self.look.size == "large"
        return self.look.layout("reading") * (6 if beside else 7) // 8

    def _whole_width(self) -> int:
        """What is left of the column by a wider rail, and by the arrows: a page as wide is longer than the screen."""
        look = self.look
        wider = look.rail_width - look._replace(size="normal").rail_width if look.density == "kiosk" else 0
        return look.layout("column") - look.layout("pager") - look.px(6) - wider

    def _page_words(self, total: int) -> Text:
        return _("Page {page} sur {total}").with_(page=self._shown.page + 1, total=total)

    def _add_pages(self, aside: QVBoxLayout) -> None:
        """Which page it is, and the ways to the others, once they are there."""
        if self._shown.preview is None:
            return
        total = self._shown.preview.pages
        before = Secondary(_("Page précédente"), self.look, "page.before", icon="bold/caret-left")
        before.clicked.connect(lambda: self.page_asked.emit(self._shown.page - 1))
        after = Secondary(_("Page suivante"), self.look, "page.after", after="bold/caret-right")
        after.clicked.connect(lambda: self.page_asked.emit(self._shown.page + 1))
        aside.addWidget(Label(self._page_words(total), self.look, "label", name="page"))
        if self._shown.page > 0:  # one under the other: side by side they do not fit beside the page
            aside.addWidget(before, 0, Qt.AlignmentFlag.AlignLeft)
        if self._shown.page + 1 < total:
            aside.addWidget(after, 0, Qt.AlignmentFlag.AlignLeft)
        words = _("Réduire la page") if self._shown.large else _("Agrandir la page")
        zoom = Secondary(words, self.look, "zoom", icon="bold/magnifying-glass-plus")
        zoom.clicked.connect(self.zoom_asked)
        aside.addWidget(zoom, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_said(self, head: QVBoxLayout) -> None:
        """What is to be said of the whole, above the page."""

    def _add_aside(self, aside: QVBoxLayout) -> None:
        raise NotImplementedError

    def _add_bar(self) -> None:
        raise NotImplementedError
