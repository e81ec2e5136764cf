"""Filling a form: from page to page, to the review, to the signature. The only code that moves between its screens."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.forms.notice import notice
from app.forms.recipient import may_be_made_alone, recipient
from app.forms.signing import signatures, signer
from app.models.draft import PLACE, Place
from app.models.fields import Notice
from app.models.filling import PIECES, PRINT, REVIEW, Filling
from app.ui import place
from app.ui.flows.documents import Documents
from app.ui.parts import Parts
from app.ui.screens.kept import day
from app.ui.screens.question import CONTINUE, SEND, Question, WayOn
from app.ui.screens.review import Review
from app.ui.shell import Shell
from app.ui.theme import Look
from app.ui.view import View
from app.ui.work import Work

Asks = tuple[list[tuple[str, tuple[str, ...]]], WayOn]
"""The fields of a page, each with its options, and the words of its main button."""


class Fill(QObject):
    """One form being filled; what is typed once the notice is read is kept by *work*."""

    later_asked = Signal()
    page_asked = Signal(str)
    refused = Signal()
    agent_needed = Signal()
    signed = Signal()

    def __init__(
        self, shell: Shell, parts: Parts, filling: Filling, work: Work, can_be_sent: Callable[[Filling], bool]
    ) -> None:
        super().__init__()
        self.filling, self._can_be_sent = filling, can_be_sent
        self._shell, self._parts, self._work, self._keeper = shell, parts, work, work.keeper
        self._shown: Asks | None = None
        self._removing = ""
        documents = self.documents = Documents(shell, parts, work, lambda: self.filling, can_be_sent)
        documents.marked.connect(self._mark)
        documents.shown_again.connect(self.show)
        documents.next_asked.connect(self._go_on)
        documents.back_asked.connect(self._back)
        documents.later_asked.connect(self.later_asked)
        parts.line.changed.connect(self._refresh)

    def show(self) -> None:
        """The page, or the review, where the person is."""
        form = self.filling.form
        title = form.short_title if self._shell.look.size == "xlarge" else form.title
        code = self._work.code if self.filling.notice_read else ""
        self._shell.show_view(View(self._screen, title, code, information=True, brief=form.short_title))

    def go_to(self, step: str) -> None:
        """Show the place *step*."""
        self._move(self.filling.to(step))

    def close(self) -> None:
        """The request is over."""
        self.documents.close()
        self.deleteLater()

    def _screen(self, look: Look) -> QWidget:
        page = self.filling.page
        if self.filling.step == PIECES:
            return self.documents.screen(look)
        if page is None:
            return self._review(look)
        self._shown = self._asked()
        told = any(isinstance(asked.field, Notice) for asked in page.asked)
        to = recipient(self.filling.way.answers, self._parts.caisse)
        paragraphs = notice(self.filling.form, to, self._parts.settings.days) if told else ()
        screen = Question(
            self.filling, page, look, paragraphs=paragraphs, way_on=self._way_on(), removing=self._removing
        )
        screen.answered.connect(self._answered)
        screen.left_field.connect(self._left)
        screen.entered.connect(self._entered)
        screen.next_asked.connect(self._go_on)
        screen.back_asked.connect(self._back)
        screen.later_asked.connect(self.later_asked)
        screen.refused.connect(self.refused)
        screen.page_asked.connect(self._read)
        screen.row_asked.connect(lambda row: self._move(self.filling.to(f"{self.filling.stop}/{row}")))
        screen.add_asked.connect(lambda: self._move(self.filling.add(secrets.token_hex(3))))
        screen.remove_asked.connect(self._ask_to_remove)
        screen.removed.connect(self._remove)
        self._caption(screen)
        return screen

    def _caption(self, screen: Question) -> None:
        """Under the pad: who signs, and the day that is kept with what they drew; today until they do."""
        answers = self.filling.way.answers
        for who, how in signatures(answers):
            screen.caption(who.signature.name, f"{signer(answers, who)} · {day(how.day or self.filling.today)}")

    def _read(self, offer: str) -> None:
        self._keeper.flush()
        self.page_asked.emit(offer)

    def _way_on(self) -> WayOn:
        """The last page before the way out says which way that is."""
        last = self.filling.stops[-2] == self.filling.step
        return SEND if last and self._can_be_sent(self.filling) else CONTINUE

    def _review(self, look: Look) -> QWidget:
        screen = Review(self.filling, self.documents.gathering.kept, look)
        screen.change_asked.connect(lambda step, field: self._move(self.filling.to(step, field)))
        screen.next_asked.connect(self._go_on)
        screen.back_asked.connect(self._back)
        screen.later_asked.connect(self.later_asked)
        return screen

    def _answered(self, path: str, text: str) -> None:
        before, self.filling = self.filling, self.filling.answer(path, text)
        self._keep({path: text, **_changed(before, self.filling)})
        if isinstance(self._shell.content, Question):
            self._caption(self._shell.content)
        self._refresh()

    def _mark(self, path: str, text: str) -> None:
        """What is said of a pièce, kept as an answer is."""
        self.filling = self.filling.answer(path, text)
        self._keep({path: text})

    def _keep(self, changes: Mapping[str, str | None]) -> None:
        """Nothing before the notice is read; then everything with the first change (people.md P3)."""
        if self.filling.notice_read:
            before = {} if self._keeper.begun else self.filling.typed
            self._keeper.change({**before, **changes, PLACE: self._place().kept()})

    def _refresh(self) -> None:
        """Build the page again when something on it has come or gone."""
        if isinstance(self._shell.content, Question) and self._asked() != self._shown:
            self._shell.rebuild()

    def _asked(self) -> Asks:
        """What the page asks, and where it leads: an answer, or the network, may show or hide some of it."""
        page = self.filling.page
        return [(asked.path, tuple(asked.options)) for asked in page.asked] if page else [], self._way_on()

    def _left(self, path: str) -> None:
        self._keeper.flush()
        if isinstance(self._shell.content, Question):
            self._shell.content.tell(self.filling.remarks)

    def _entered(self, path: str) -> None:
        if path != self.filling.field:
            self.filling = self.filling.at(path)
            self._keeper.move(self._place())

    def _go_on(self) -> None:
        if self.filling.step == REVIEW and not self.filling.unfinished and self._needs_agent():
            self._keeper.flush()
            self.agent_needed.emit()
        else:
            self._move(self.filling.go_on())

    def _needs_agent(self) -> bool:
        return not may_be_made_alone(self.filling.way.answers, self._parts.caisse)

    def _back(self) -> None:
        self._move(self.filling.back())

    def _ask_to_remove(self, row: str) -> None:
        """*row* is about to be taken away; ``""``: none is, after all."""
        asked, self._removing = self._removing, row
        here = place.remember(self._shell)
        button = f"{row}.keep" if row else f"{asked}.remove"
        self._shell.rebuild()
        repeat = self.filling.page.repeat if self.filling.page else None
        if repeat:  # the hand goes from the button that is gone to the one in its place
            place.restore(self._shell, here._replace(name=f"{repeat.name}.{button}"))

    def _remove(self, row: str) -> None:
        """Somebody is no longer part of it, nor are their papers."""
        repeat = self.filling.page.repeat if self.filling.page else None
        if repeat:
            self.documents.gathering.forget(f"{repeat.name}/{row}/")
        self._move(self.filling.remove(row))

    def _move(self, filling: Filling) -> None:
        before, self.filling, self._removing = self.filling, filling, ""
        stayed = filling.step == before.step and filling.rows == before.rows
        if changed := _rows_changed(before, filling):
            self._keep(changed)
        self._keeper.move(self._place())
        self._keeper.flush()
        if filling.step == PRINT:
            self.signed.emit()
        elif stayed:
            self._tell_problems()
        else:
            self.show()

    def _tell_problems(self) -> None:
        if self.filling.rows and not self.filling.row:
            self._shell.rebuild()  # a row says itself that something of it is lacking
        screen = self._shell.content
        if isinstance(screen, Question):
            screen.tell(self.filling.remarks)
            screen.focus_summary()

    def _place(self) -> Place:
        return Place(self.filling.step, self.filling.field)


def _changed(before: Filling, after: Filling) -> Mapping[str, str]:
    """The answers that are other now: the one that was given, and what is kept with it."""
    return {path: text for path, text in after.typed.items() if before.typed.get(path, "") != text}


def _rows_changed(before: Filling, after: Filling) -> Mapping[str, str | None]:
    """What adding or removing a row changes of the draft: a path that is gone is told as None."""
    gone = dict.fromkeys(path for path in before.typed if path not in after.typed)
    return {**gone, **{path: text for path, text in after.typed.items() if path not in before.typed}}
