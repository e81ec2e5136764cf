"""Check your answers: every answer, section by section, with « Modifier »."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.models.filling import Filling
from app.models.form import Section
from app.models.review import Row, review
from app.models.text import Plural, _
from app.ui.screens.frame import Frame
from app.ui.screens.question import add_progress
from app.ui.theme import Look
from app.ui.widgets.buttons import Primary, Secondary, TextButton
from app.ui.widgets.ground import paper
from app.ui.widgets.labels import Label, Picture


class Review(Frame):
    """Nothing is sent from here; « Tout est exact, je signe » goes on, or leads to what is missing."""

    change_asked = Signal(str, str)
    next_asked = Signal()
    back_asked = Signal()
    later_asked = Signal()

    def __init__(self, filling: Filling, look: Look) -> None:
        super().__init__(look)
        add_progress(self, filling)
        self.title(
            _("Relisez votre demande"),
            _("Rien n’est envoyé pour le moment. Touchez « Modifier » pour changer une réponse."),
        )
        cards = review(filling.form, filling.way)
        for section, rows in cards:
            self.body.addWidget(self._card(section, rows))
        self._add_actions(sum(row.missing for _section, rows in cards for row in rows))

    def _card(self, section: Section, rows: tuple[Row, ...]) -> QWidget:
        card = QFrame()
        paper(card, "card", self.look)
        column = QVBoxLayout(card)
        column.setContentsMargins(self.look.px(5), self.look.px(3), self.look.px(5), self.look.px(2))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(self.look.px(3))
        head.addWidget(Picture(section.icon, self.look.type("h2").line, self.look))
        head.addWidget(Label(section.title, self.look, "h2"), 1)
        column.addLayout(head)
        for row in rows:
            column.addWidget(self._rule())
            column.addWidget(self._row(row))
        return card

    def _rule(self) -> QWidget:
        rule = paper(QFrame(), "line", self.look)
        rule.setFixedHeight(self.look.border("hair"))
        return rule

    def _row(self, row: Row) -> QWidget:
        line = QWidget()
        if row.missing:
            paper(line, "lacking", self.look)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, self.look.px(1), 0, self.look.px(1))
        across.setSpacing(self.look.px(4))
        answer = row.answer or str(_("À compléter"))
        words = QVBoxLayout() if self.look.size == "xlarge" else QHBoxLayout()
        words.addWidget(Label(row.label, self.look, "hint", "ink-soft"), 3)
        words.addWidget(Label(answer, self.look, "body", name=f"answer:{row.path}"), 5)
        across.addLayout(words, 1)
        change = TextButton(_("Modifier"), self.look, f"change:{row.path}", icon="bold/pencil-simple")
        change.setAccessibleName(str(_("Modifier : {label}").with_(label=row.label)))
        change.clicked.connect(partial(self.change_asked.emit, row.step, row.path))
        across.addWidget(change)
        return line

    def _add_actions(self, lacking: int) -> None:
        back = self.left(Secondary(_("Retour"), self.look, "back", icon="bold/arrow-left"))
        back.clicked.connect(self.back_asked)
        later = self.right(TextButton(_("Garder et finir plus tard"), self.look, "later"))
        later.clicked.connect(self.later_asked)
        words = (
            Plural("Compléter {count} réponse", "Compléter {count} réponses", lacking)
            if lacking
            else _("Tout est exact, je signe")
        )
        go_on = self.right(Primary(words, self.look, "continue", after="bold/arrow-right"))
        go_on.clicked.connect(self.next_asked)
