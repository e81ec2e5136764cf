"""A form being filled: where the person is in it, and the moves from there. Every move gives a new value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from app.models.fields import Notice
from app.models.form import Form
from app.models.kinds import SigningDay
from app.models.path import Page, Path, Remark, path, problems, remarks, rows
from app.models.pieces import Piece, pieces
from app.models.text import Text, _

PIECES = "pieces"
REVIEW = "review"
PRINT = "print"
"""Places that are no step of a form: the papers to add; check your answers; the sheets."""
DOCUMENTS = _("Vos documents")


@dataclass(frozen=True)
class Filling:
    """What was typed, and the place: the name of a step, ``<step>/<row id>``, or one of the places above.

    *told*: the problems of this page are shown, since « Continuer » was touched. *reviewed*: the person has been at the
    review, so that going on leads back to it.
    """

    form: Form
    typed: Mapping[str, str]
    today: date
    step: str
    field: str = ""
    told: bool = False
    reviewed: bool = False

    @cached_property
    def way(self) -> Path:
        return path(self.form, self.typed, self.today)

    @cached_property
    def stops(self) -> tuple[str, ...]:
        """Every place in order: the pages asked, the papers, the review, the pages of signing, the sheets."""
        asked = [page.step.name for page in self.way.pages if page.section is not self.form.signing]
        signing = [page.step.name for page in self.way.pages if page.section is self.form.signing]
        return (*asked, *([PIECES] if self.pieces else []), REVIEW, *signing, PRINT)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The papers that these answers call for."""
        return pieces(self.form, self.way.answers)

    @property
    def stop(self) -> str:
        """The place among ``stops``: that of a row is the page that lists it."""
        return self.step.partition("/")[0]

    @property
    def row(self) -> str:
        """The row in hand, when there is one."""
        return self.step.partition("/")[2]

    @property
    def page(self) -> Page | None:
        """The page to show; None at the papers, at the review and at the sheets."""
        page = self._listing
        return page.of(self.row) if page and self.row else page

    @property
    def _listing(self) -> Page | None:
        return next((page for page in self.way.pages if page.step.name == self.stop), None)

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows that this page lists, in the order they were made."""
        repeat = self._listing.repeat if self._listing else None
        return rows(repeat, self.typed) if repeat else ()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is said on this page: cautions always, problems once told."""
        found = remarks(self.page, self.way.answers) if self.page else ()
        return tuple(remark for remark in found if self.told or not remark.stops)

    @property
    def cautions(self) -> tuple[Remark, ...]:
        """What is unusual before the review, wherever: said there again, since a page may be left before it is read."""
        pages = (page for page in self.way.pages if page.section is not self.form.signing)
        found = (remark for page in pages for remark in self.way.said[page.step.name])
        return tuple(remark for remark in found if not remark.stops)

    @property
    def unfinished(self) -> tuple[Page, ...]:
        """The pages before the review where an answer is missing or to repair."""
        pages = (page for page in self.way.pages if page.section is not self.form.signing)
        return tuple(page for page in pages if any(remark.stops for remark in self.way.said[page.step.name]))

    @property
    def notice_read(self) -> bool:
        """From here on answers are kept (people.md P3)."""
        fields = (asked for page in self.way.pages for asked in page.asked)
        notice = next((asked for asked in fields if isinstance(asked.field, Notice)), None)
        return notice is None or self.typed.get(notice.path) == "yes"

    @property
    def outline(self) -> tuple[Text, ...]:
        """The titles of the progress bar: sections still on the way, the papers, the review, the signature."""
        titles = {id(page.section): page.section.title for page in self.way.pages if page.section in self.form.sections}
        papers = [DOCUMENTS] if self.pieces else []
        return (*titles.values(), *papers, _("Relire"), self.form.signing.title)

    @property
    def progress(self) -> int:
        """Where ``outline`` stands now, from 0."""
        titles = self.outline
        if self.page is None:
            return len(titles) - {PIECES: 3, REVIEW: 2}.get(self.step, 1)
        return titles.index(self.page.section.title)

    def answer(self, path: str, text: str) -> Filling:
        """*text* typed at *path*; told problems stay told and are judged anew. A signature is kept with its day."""
        return replace(self, typed={**self.typed, path: text, **self._dated(path, text)}, field=path)

    def _dated(self, path: str, text: str) -> dict[str, str]:
        return {
            asked.path: SigningDay.typed(self.today) if text else ""
            for asked in (self.page.asked if self.page else ())
            if isinstance(asked.field, SigningDay) and asked.field.of == path
        }

    def at(self, path: str) -> Filling:
        """The same page, with the field at *path* in hand."""
        return self._moved(field=path)

    def go_on(self) -> Filling:
        """« Continuer »: the next place, or here with its problems told; from a row to the list of them."""
        if self.stop not in self.stops:
            return self.to(self.step)
        if self.row:
            stay = self.page and problems(self.page, self.way.answers)
            return self._moved(told=True) if stay else self._close()
        here = self._notice_acknowledged()
        if here.page and problems(here.page, here.way.answers):
            return self._moved(told=True)
        filling_in = here.step in here.stops[: here.stops.index(REVIEW)]
        if not filling_in and here.unfinished:
            return here.to(here.unfinished[0].step.name)
        if here.reviewed and filling_in:
            return here.to(here.unfinished[0].step.name if here.unfinished else REVIEW)
        following = here.stops[here.stops.index(here.step) + 1 :]
        return here.to(following[0]) if following else here

    def back(self) -> Filling:
        """« Retour »: the place before, or here at the first; from a row to the list of them."""
        if self.stop not in self.stops:
            return self.to(self.step)
        if self.row:
            return self._close()
        before = self.stops[: self.stops.index(self.step)]
        return self.to(before[-1]) if before else self

    def to(self, step: str, field: str = "") -> Filling:
        """Go to *step*; a step that is no longer on the way gives the first place that still wants an answer."""
        place = self._existing(step)
        return self._moved(step=place, field=field, told=False, reviewed=self.reviewed or place == REVIEW)

    def add(self, row: str) -> Filling:
        """A new *row* in the list of this page, and its page."""
        repeat = self._listing.repeat if self._listing else None
        if repeat is None:
            return self
        made = {f"{repeat.name}/{row}/{repeat.fields[0].name}": ""}
        return replace(self, typed={**self.typed, **made}).to(f"{self.stop}/{row}")

    def remove(self, row: str) -> Filling:
        """The list of this page without *row*, and nothing of it left."""
        repeat = self._listing.repeat if self._listing else None
        prefix = f"{repeat.name}/{row}/" if repeat else "/"
        mine = prefix, f"{PIECES}/{prefix}"  # what was said of their papers, too (pieces.mark)
        left = {path: text for path, text in self.typed.items() if not path.startswith(mine)}
        return replace(self, typed=left, step=self.stop, field="", told=False)

    def _close(self) -> Filling:
        """Back to the list; a row in which nothing was written goes."""
        row, page = self.row, self.page
        written = page and any(self.typed.get(asked.path, "").strip() for asked in page.asked)
        return self.to(self.stop, row) if written else self.remove(row)

    def _existing(self, step: str) -> str:
        """*step*, if it is on the way; without its row if that is gone; else the first place that wants an answer."""
        stop, _slash, row = step.partition("/")
        if stop not in self.stops:
            return self._first_open()
        return step if not row or row in replace(self, step=stop).rows else stop

    def _first_open(self) -> str:
        return self.unfinished[0].step.name if self.unfinished else REVIEW

    def _notice_acknowledged(self) -> Filling:
        """Going on from the page of the notice says that it was read."""
        shown = [asked for asked in self.page.asked if isinstance(asked.field, Notice)] if self.page else []
        return replace(self, typed={**self.typed, **{asked.path: "yes" for asked in shown}}) if shown else self

    def _moved(self, **place: Any) -> Filling:
        """The same answers at another place: the way, long to find, is the same too."""
        moved = replace(self, **place)
        moved.__dict__["way"] = self.way
        return moved


def begin(form: Form, typed: Mapping[str, str], today: date) -> Filling:
    """A form just opened, on its first page."""
    return Filling(form, dict(typed), today, form.sections[0].steps[0].name)


def resume(form: Form, typed: Mapping[str, str], step: str, field: str, today: date) -> Filling:
    """A draft opened again, on the page and field where it was left."""
    return begin(form, typed, today).to(step, field)
