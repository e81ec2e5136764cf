"""The commune: those of the postal code are proposed, and any other may be written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.models import postcode
from app.models.folding import LIGATURES, MARKS
from app.models.form import Unreadable
from app.models.text import Plural, _
from app.ui.theme import Look
from app.ui.widgets.answers import Answer, Given
from app.ui.widgets.cards import ChoiceCard
from app.ui.widgets.deck import Deck
from app.ui.widgets.inputs import Box
from app.ui.widgets.labels import Label
from app.ui.widgets.proposals import Offered, Proposals, announce

FEW = 3
"""Communes that stand as cards (visual.md 5, Address); more are looked for by their beginning."""
MOST = 6
"""Of those that are seen at once."""
OTHER = "other"
SHORT = {"st": "saint", "ste": "sainte"}
CHOOSE = _("Choisissez votre commune")
BEGIN = _("Écrivez le début du nom de votre commune, puis choisissez-la")

Communes = Callable[[str], Sequence[str]]
"""The communes of a postal code; none when nobody knows it."""


class TownAnswer(Answer):
    """*box* always holds the answer; with few communes it hides behind their cards, until « Autre commune »."""

    def __init__(self, given: Given, box: Box, known: Communes, *, code: str) -> None:
        """*code* is the path of the postal code, whose communes are *known*."""
        super().__init__(given)
        look = given.look
        self.box, self._look, self._known, self.code = box, look, known, code
        self._near: Sequence[str] = ()
        self._cards: Cards | None = None
        self._proposals: Proposals | None = None
        box.setText(given.typed)
        self.parts = {"town": box}
        self._column = QVBoxLayout()
        given.column.addLayout(self._column)
        self._column.setSpacing(look.px(3))
        self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        box.textEdited.connect(self._edited)
        box.left.connect(self._leave)

    def show_code(self, typed: str) -> None:
        """Propose the communes of the postal code *typed*; what was answered stays."""
        near = communes_of(typed, self._known)
        if near == self._near:
            return
        self._near = near
        self._replace_cards()
        self._show_box()
        self._propose()
        if self._here():
            if self._cards is not None:
                announce(self.box, str(_proposed(len(near))))
            self._heard.grown.emit(self.path)

    def _here(self) -> bool:
        """Whether the question is seen: the box itself may be hidden behind the cards."""
        page = self.box.parentWidget()
        return page is not None and page.isVisible()

    def hear_code(self, path: str, typed: str) -> None:
        """The same, of the answer *typed* at *path*, if it is that postal code."""
        if path == self.code:
            self.show_code(typed)

    def text(self) -> str:
        return self.box.text()

    def first(self) -> QWidget:
        return self.box if self._cards is None or not self.box.isHidden() else self._cards.first()

    def describe(self, words: str) -> None:
        super().describe(words)
        if self._cards is not None:
            self._cards.describe(f"{self.box.accessibleName()}. {words}")

    def _edited(self, _text: str) -> None:
        self._propose()
        self._tell()

    def _replace_cards(self) -> None:
        """Cards for few communes; the focus of those that go is the box's."""
        old, self._cards = self._cards, None
        if old is not None:
            if old.focused():
                self.box.show()
                self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if 0 < len(self._near) <= FEW:
            self._cards = Cards(self._near, self.box.objectName(), self._look)
            self._cards.choose(self.box.text())
            self._cards.describe(f"{self.box.accessibleName()}. {self.box.accessibleDescription()}")
            for key, card in self._cards.cards.items():
                card.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            self._column.insertWidget(0, self._cards)
            self._cards.come_before(self.box)
            self._cards.show()

    def _choose(self, key: str) -> None:
        if key != OTHER:
            self.box.setText(key)
        elif self.box.text() in self._near:
            self.box.clear()
        self._show_box()
        self._tell()
        self._leave()
        self._heard.grown.emit(self.path)

    def _show_box(self) -> None:
        self.box.setVisible(self._cards is None or self._cards.cards[OTHER].isChecked())

    def _propose(self) -> None:
        """Many communes: under the box, those that begin as what is written."""
        offered = beginning(self.box.text(), self._near) if len(self._near) > FEW else None
        if offered is None and self._proposals is None:
            return
        if self._proposals is None:
            self._proposals = Proposals(self.box, self._look)
            self._proposals.chosen.connect(self._take)
            self._column.addWidget(self._proposals)
        if self._proposals.show_offered(offered):
            self._heard.grown.emit(self.path)

    def _take(self, town: str) -> None:
        self.box.setText(town)
        self._propose()
        self._tell()
        self._leave()


class Cards(QWidget):
    """« Choisissez votre commune »: a card for each of *near*, and one for any other."""

    def __init__(self, near: Sequence[str], name: str, look: Look) -> None:
        super().__init__()
        labels = {**{town: town for town in near}, OTHER: str(_("Autre commune"))}
        self.cards = {key: ChoiceCard(label, look, f"{name}.{key}", several=False) for key, label in labels.items()}
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(Label(CHOOSE, look, "hint", "ink-soft"))
        column.addWidget(Deck(list(self.cards.values()), look, columns=len(labels), gap=3))

    def choose(self, town: str) -> None:
        """Show *town*: on its card, or as another; no card when there is none yet."""
        if town:
            self.cards.get(town, self.cards[OTHER]).setChecked(True)

    def first(self) -> QWidget:
        """The one chosen, else the first."""
        return next((card for card in self.cards.values() if card.isChecked()), next(iter(self.cards.values())))

    def focused(self) -> bool:
        """Whether one of them has the focus."""
        return any(card.hasFocus() for card in self.cards.values())

    def describe(self, words: str) -> None:
        """Say *words* with each."""
        for card in self.cards.values():
            card.setAccessibleDescription(words)

    def come_before(self, box: Box) -> None:
        """Tab comes to them from what stands before the box, as the eyes do."""
        before = box.previousInFocusChain()
        while before is not None and before is not box and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        for card in self.cards.values():
            if before is not None and before is not box:
                QWidget.setTabOrder(before, card)
            before = card


def communes_of(typed: str, known: Communes) -> Sequence[str]:
    """The communes of the postal code *typed*; none while it is none."""
    try:
        return known(postcode.read(typed))
    except Unreadable:
        return ()


def beginning(typed: str, near: Sequence[str]) -> Offered | None:
    """At most MOST of *near* that begin as *typed*, then those of which another word does; nothing new, no proposal.

    Of a commune that is written in full, only longer names: Villers, and Villers-le-Sec.
    """
    wanted = _plain(typed)
    first = [town for town in near if _plain(town).startswith(wanted)]
    whole = typed.strip()
    late = [town for town in near if whole not in near and town not in first and f" {wanted}" in _plain(town)]
    towns = [town for town in (*first, *late) if town != whole]
    if not towns:
        return None
    words = BEGIN if len(towns) > MOST else CHOOSE
    return Offered(words, {town: town for town in towns[:MOST]}, _proposed(len(towns)))


def _plain(name: str) -> str:
    """Small letters without accents, words parted by a space, « St » in full: « saint leger »."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(LIGATURES))
    words = re.findall("[^\\W_]+", MARKS.sub("", letters))
    return " ".join(SHORT.get(word, word) for word in words)


def _proposed(count: int) -> Plural:
    return Plural("{count} commune proposée", "{count} communes proposées", count)
