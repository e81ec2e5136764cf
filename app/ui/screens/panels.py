"""The panels over a screen: leaving, still there?, help, « Mes informations »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.forms.notice import Paragraph
from app.models.text import Plural, Text, _
from app.ui.theme import Look
from app.ui.widgets.buttons import Leave, Primary, Secondary
from app.ui.widgets.labels import Label
from app.ui.widgets.pager import Pager
from app.ui.widgets.panel import Panel
from app.ui.widgets.ring import Ring
from app.ui.widgets.words import Phrase

Act = Callable[[], None]
B = TypeVar("B", bound=QAbstractButton)


def leaving(window: QWidget, look: Look, days: int, keep: Act, erase: Act, stay: Act) -> Panel:
    """Leaving with answers present asks once (people.md P15)."""
    content, column = _content(look, _("Voulez-vous garder votre demande ?"))
    words = Plural("Garder {count} jour avec mon code", "Garder {count} jours avec mon code", days)
    keeping = _button(Primary(words, look, "leave.keep", icon="bold/ticket"), keep)
    column.addWidget(keeping)
    column.addWidget(_button(Leave(_("Tout effacer et quitter"), look, "leave.erase", icon="bold/trash"), erase))
    staying = _button(Secondary(_("Continuer ma demande"), look, "leave.stay", icon="bold/arrow-left"), stay)
    column.addWidget(staying)
    return Panel(window, look, "panel.leave", content, way_out=staying, first=keeping)


def refusing(window: QWidget, look: Look, erase: Act, stay: Act) -> Panel:
    """Without agreement nothing is sent, and refusing erases (forms.md 4)."""
    content, column = _content(
        look, _("Sans votre accord, la demande est effacée."), _("Vous pouvez aussi en parler à un agent, à l’accueil.")
    )
    column.addWidget(_button(Leave(_("Tout effacer et quitter"), look, "leave.erase", icon="bold/trash"), erase))
    staying = _button(Secondary(_("Revenir à mon accord"), look, "leave.stay", icon="bold/arrow-left"), stay)
    column.addWidget(staying)
    return Panel(window, look, "panel.refuse", content, way_out=staying, first=staying)


@dataclass(frozen=True)
class Answers:
    """What may be answered to « Êtes-vous toujours là ? »; *slip* is None when there is no code to print."""

    stay: Act
    leave: Act
    slip: Act | None


def still_there(window: QWidget, look: Look, ring: Ring, words: Text, answers: Answers) -> Panel:
    """« Êtes-vous toujours là ? »: any key or touch inside means yes."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setSpacing(look.px(5))
    row = QHBoxLayout()
    row.setSpacing(look.px(8))
    row.addWidget(ring)
    beside = QVBoxLayout()
    beside.addWidget(Label(_("Êtes-vous toujours là ?"), look, "h1", name="panel.title"))
    beside.addWidget(Label(words, look, "body"))
    row.addLayout(beside, 1)
    column.addLayout(row)
    staying = _button(Primary(_("Oui, je continue"), look, "idle.stay", after="bold/arrow-right"), answers.stay)
    column.addWidget(staying)
    column.addWidget(
        _button(Secondary(_("J’ai besoin de plus de temps"), look, "idle.more", icon="bold/clock"), answers.stay)
    )
    if answers.slip:
        column.addWidget(
            _button(Secondary(_("Imprimer mon code"), look, "idle.print", icon="bold/ticket"), answers.slip)
        )
    column.addWidget(
        _button(Leave(_("Quitter et effacer l’écran"), look, "idle.leave", icon="bold/sign-out"), answers.leave)
    )
    return Panel(window, look, "panel.idle", content, way_out=staying, first=staying)


def helping(window: QWidget, look: Look, title: Phrase, words: Phrase, close: Act) -> Panel:
    """An agent is called, or the person is told where to go (people.md P22)."""
    content, column = _content(look, title, words)
    closing = _button(Primary(_("Revenir à l’écran"), look, "help.close", icon="bold/arrow-left"), close)
    column.addWidget(closing)
    return Panel(window, look, "panel.help", content, way_out=closing)


def information(window: QWidget, look: Look, paragraphs: tuple[Paragraph, ...], close: Act) -> Panel:
    """« Mes informations »: the notice, again, at any moment (people.md P3)."""
    inside = QWidget()
    text = QVBoxLayout(inside)
    text.setSpacing(look.px(2))
    for paragraph in paragraphs:
        text.addWidget(Label(paragraph.title, look, "label"))
        text.addWidget(Label(paragraph.text, look, "body"))
        text.addSpacing(look.px(2))
    content, column = _content(look, _("Mes informations"))
    pager = Pager(inside, look)
    pager.setMinimumHeight(window.height() * 2 // 5)
    column.addWidget(pager, 1)
    closing = _button(Primary(_("Fermer"), look, "information.close", icon="bold/x"), close)
    column.addWidget(closing)
    return Panel(window, look, "panel.information", content, way_out=closing)


def _content(look: Look, title: Phrase, words: Phrase | None = None) -> tuple[QWidget, QVBoxLayout]:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    column.addWidget(Label(title, look, "h1", name="panel.title"))
    if words:
        column.addWidget(Label(words, look, "lead"))
    return content, column


def _button(button: B, act: Act) -> B:
    button.clicked.connect(lambda _checked: act())
    return button
