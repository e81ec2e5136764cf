"""A page of questions: progress, what is to repair, the question, its fields, and where to go from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.forms.notice import Paragraph
from app.models.fields import Choice, Choices
from app.models.filling import Filling
from app.models.form import Problem
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, Remark
from app.models.text import Text, _
from app.ui.screens.frame import Frame
from app.ui.screens.listing import Listing
from app.ui.theme import Look
from app.ui.widgets.answers import Heard, PadAnswer
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Primary, Raised, Secondary, TextButton
from app.ui.widgets.fields import Editor, tie_towns
from app.ui.widgets.helpcard import HelpCard
from app.ui.widgets.labels import Label
from app.ui.widgets.progress import Progress
from app.ui.widgets.summary import Summary

WayOn = tuple[Text, str]
"""The words of the main button, and the icon after them."""
CONTINUE: WayOn = (_("Continuer"), "bold/arrow-right")
READ = _("Voir la page qui explique quoi faire")
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
    page_asked = Signal(str)
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
        self.page, self._filling = page, filling
        self.editors: dict[str, Editor] = {}
        self._heard = Heard(self)
        self._heard.typed.connect(self.answered)
        self._heard.left.connect(self.left_field)
        self._heard.grown.connect(self._keep_in_view)
        self._summary: Summary | None = None
        self._told: tuple[Remark, ...] = ()
        self._doors: list[QWidget] = []
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
        tie_towns(self.editors, filling.typed, self._heard)
        if page.note:
            self.body.addWidget(HelpCard(_("À savoir"), page.note, look, "info"))
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
        here = (remark.finding.page for remark in remarks if remark.path in self.editors)
        self._show_doors(tuple(dict.fromkeys(filter(None, here))))
        if self._summary is not None:
            self._summary.hide()
            self._summary.deleteLater()
            self._summary = None
        if problems := self._summed_up(remarks):
            self._summary = Summary(problems, self.look)
            self._summary.go.connect(lambda path: self._repair(found[path]))
            self.head.insertWidget(0, self._summary)

    def _summed_up(self, remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
        """The problems among *remarks*; where rows are listed, only the first of each, by name."""
        stops = (remark for remark in remarks if remark.stops)
        first: dict[str, Remark] = {}
        for remark in stops:
            here = remark.path in self.editors or "/" not in remark.path
            row = remark.path if here else remark.path.rpartition("/")[0]
            first.setdefault(row, remark if here else self._of_row(row, remark))
        return tuple(first.values())

    def _of_row(self, row: str, remark: Remark) -> Remark:
        repeat = self.page.repeat
        name = " ".join(self._filling.way.shown(f"{row}/", repeat.headline)) if repeat else ""
        said = _("{who} : {what}").with_(who=name, what=remark.finding.message) if name else remark.finding.message
        return Remark(remark.path, Problem(said))

    def _show_doors(self, pages: tuple[str, ...]) -> None:
        """A way to each of the *pages* that say what to do instead."""
        for door in self._doors:
            door.hide()
            door.deleteLater()
        self._doors = [self._door(page) for page in pages]

    def _door(self, page: str) -> QWidget:
        door = Raised(READ, self.look, f"read.{page}", icon="bold/info")
        door.clicked.connect(lambda _checked: self.page_asked.emit(page))
        self.body.addWidget(door)
        return door

    def focus_summary(self) -> None:
        """After « Continuer » with something to repair: the summary is read first."""
        if self._summary is not None:
            self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pager.go_to(0)

    def _add_editor(self, asked: Asked, filling: Filling) -> None:
        alone = len(self.page.asked) == 1 and isinstance(asked.field, Choice | Choices)
        headline = alone or asked.field is self.page.step.headline
        typed = filling.typed.get(asked.path, "")
        made = Editor(asked, typed, self.look, today=filling.today, heard=self._heard, labelled=not headline)
        self.editors[asked.path] = made
        self.body.addWidget(made)

    def _keep_in_view(self, path: str) -> None:
        """What has come under an answer is seen, once it has its place, and still what is being typed."""
        if path in self.editors:  # a draft opened again proposes as soon as its answers are made
            QTimer.singleShot(0, partial(self._see, self.editors[path]))

    def _see(self, shown: Editor) -> None:
        if isValid(self) and self.isVisible():
            focused = QApplication.focusWidget()
            self.pager.show_widget(shown)
            if focused is not None and any(one.isAncestorOf(focused) for one in self.editors.values()):
                self.pager.show_widget(focused)

    def _add_listing(self, listing: Listing) -> None:
        self.body.addWidget(listing)
        listing.row_asked.connect(self.row_asked)
        listing.add_asked.connect(self.add_asked)
        listing.remove_asked.connect(self.remove_asked)
        listing.removed.connect(self.removed)

    def caption(self, path: str, words: str) -> None:
        """Who signs, and the day, under the pad of the signature at *path*, if it is on this page."""
        pad = self.editors.get(path)
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
        if remark.path in self.editors:
            self.editors[remark.path].focus_part(getattr(remark.finding, "part", ""))
        elif "/" in remark.path:
            self.row_asked.emit(remark.path.split("/")[1])
        elif add := self.findChild(QWidget, f"{remark.path}.add"):
            add.setFocus(Qt.FocusReason.OtherFocusReason)

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
