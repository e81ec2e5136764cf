"""A page of questions: progress, what is to repair, the question, its fields, and where to go from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.forms.notice import Paragraph
from app.models.fields import Choice, Choices
from app.models.filling import Filling
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, Remark
from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.screens.listing import Listing
from app.ui.theme import Look
from app.ui.widgets.answers import PadAnswer
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.fields import Editor, editor
from app.ui.widgets.helpcard import HelpCard
from app.ui.widgets.labels import Label
from app.ui.widgets.progress import Progress
from app.ui.widgets.summary import Summary

WayOn = tuple[Text, str]
"""The words of the main button, and the icon after them."""
CONTINUE: WayOn = (_("Continuer"), "bold/arrow-right")
SEND: WayOn = (_("Envoyer ma demande"), "bold/paper-plane-tilt")


class Question(Frame):
    """Tells what is typed and where the person wants to go; decides nothing."""

    answered = Signal(str, str)
    left_field = Signal(str)
    entered = Signal(str)
    next_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()
    refused = Signal()
    row_asked = Signal(str)
    add_asked = Signal()
    remove_asked = Signal(str)
    removed = Signal(str)

    def __init__(
        self,
        filling: Filling,
        page: Page,
        look: Look,
        *,
        paragraphs: tuple[Paragraph, ...] = (),
        way_on: WayOn = CONTINUE,
        removing: str = "",
    ) -> None:
        super().__init__(look)
        self.page = page
        self.editors: dict[str, Editor] = {}
        self._summary: Summary | None = None
        self._told: tuple[Remark, ...] = ()
        add_progress(self, filling)
        self.title(page.title, page.hint)
        if page.alert:
            self.head.addWidget(Banner("warning", page.alert, look))
        for paragraph in paragraphs:
            self._add_paragraph(paragraph)
        if page.repeat and not filling.row:
            self._add_listing(Listing(filling, page.repeat, look, removing=removing))
        for asked in page.asked if filling.row else page.whole:
            if not isinstance(asked.field, SigningDay):
                self._add_editor(asked, filling)
        if page.why:
            self.body.addWidget(HelpCard(_("Pourquoi cette question ?"), page.why, look))
        self._add_actions(filling, way_on)
        self.tell(filling.remarks)
        self._go_to(filling.field)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def tell(self, remarks: tuple[Remark, ...]) -> None:
        """Show *remarks* beside their fields, and the problems among them above the question."""
        if remarks == self._told:
            return
        self._told = remarks
        found = {remark.path: remark for remark in remarks}
        for path, shown in self.editors.items():
            shown.show_remark(found.get(path))
        if self._summary is not None:
            self._summary.hide()
            self._summary.deleteLater()
            self._summary = None
        if problems := tuple(remark for remark in remarks if remark.stops):
            self._summary = Summary(problems, self.look)
            self._summary.go.connect(lambda path: self._repair(found[path]))
            self.head.insertWidget(0, self._summary)

    def focus_summary(self) -> None:
        """After « Continuer » with something to repair: the summary is read first."""
        if self._summary is not None:
            self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pager.go_to(0)

    def _add_editor(self, asked: Asked, filling: Filling) -> None:
        alone = len(self.page.asked) == 1 and isinstance(asked.field, Choice | Choices)
        headline = alone or asked.field is self.page.step.headline
        made = editor(asked, filling.typed.get(asked.path, ""), self.look, labelled=not headline)
        made.typed.connect(partial(self.answered.emit, asked.path))
        made.left.connect(partial(self.left_field.emit, asked.path))
        self.editors[asked.path] = made
        self.body.addWidget(made)

    def _add_listing(self, listing: Listing) -> None:
        self.body.addWidget(listing)
        listing.row_asked.connect(self.row_asked)
        listing.add_asked.connect(self.add_asked)
        listing.remove_asked.connect(self.remove_asked)
        listing.removed.connect(self.removed)

    def caption(self, words: str) -> None:
        """Who signs, and the day, under the pad."""
        pad = self.editors.get("signature")
        if pad is not None and isinstance(pad.answer, PadAnswer):
            pad.answer.pad.caption(words)

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        self.body.addWidget(Label(paragraph.title, self.look, "label"))
        self.body.addWidget(Label(paragraph.text, self.look, "body"))

    def _add_actions(self, filling: Filling, way_on: WayOn) -> None:
        look = self.look
        if filling.row or filling.stops.index(filling.stop) > 0:
            back = self.left(Secondary(_("Retour"), look, "back", icon="bold/arrow-left"))
            back.clicked.connect(self.back_asked)
        if self.page.step.name == "consent":
            refuse = self.right(TextButton(_("Je n’accepte pas"), look, "refuse"))
            refuse.clicked.connect(self.refused)
        elif filling.notice_read:
            later = self.right(TextButton(_("Garder et finir plus tard"), look, "later"))
            later.clicked.connect(self.later_asked)
        words, icon = way_on
        go_on = self.right(Primary(words, look, "continue", after=icon))
        go_on.clicked.connect(self.next_asked)

    def _go_to(self, path: str) -> None:
        """A draft opened again: the focus goes to the field where it was left."""
        if path in self.editors:
            self.entrance = self.editors[path].first_focus()

    def _repair(self, remark: Remark) -> None:
        if remark.path not in self.editors:
            self.row_asked.emit(remark.path.split("/")[1])
            return
        self.editors[remark.path].focus_part(getattr(remark.finding, "part", ""))

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        for path, shown in self.editors.items():
            if new is not None and shown.isAncestorOf(new):
                self.entered.emit(path)


def add_progress(screen: Frame, filling: Filling) -> None:
    """« Étape 2 sur 5 · Vos difficultés », but on the very first page."""
    if filling.stops.index(filling.stop) == 0:
        return
    titles, here = filling.outline, filling.progress
    following = titles[here + 1] if here + 1 < len(titles) else None
    screen.head.addWidget(Progress(here + 1, len(titles), titles[here], following, screen.look))
