"""Somebody who fills a form in no order at all, and in the end does what it asks; the engine alone, no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from app.forms.given import given
from app.models.ceilings import Ceilings
from app.models.fields import Notice
from app.models.filling import PIECES, PRINT, REVIEW, Filling, begin, resume
from app.models.form import Form
from app.models.kinds import SigningDay
from app.models.path import Asked, Page, problems
from app.models.pieces import LATER, mark
from app.models.text import LANGUAGES, speak
from tests.builders import valmont
from tests.forms.replies import WRONG, fitting
from tests.journeys.terminals import BORNE, POSTE

TODAYS = (date(2026, 2, 28), date(2024, 2, 29), date(2026, 3, 1), date(2025, 12, 31))
"""Days on which ages turn; a draft opened again later has another one."""
TABLE = Ceilings(
    date(2025, 4, 1), date(2026, 3, 31), Decimal("646.52"),
    tuple((Decimal(free), Decimal(high)) for free, high in
          ((10339, 13957), (15508, 20936), (18610, 25123), (21711, 29310), (4135, 5583))),
)  # fmt: skip
"""Of the C2S; a terminal may not have one."""
TRIES = 1500
"""Answers that somebody tries on one page before they give up: with the dice, each problem is met by many."""


class Walk:
    """*here*: the form and the place; *written*: what they wrote last at each path, and believe to find again."""

    wrong: tuple[str, ...] = WRONG

    def __init__(self, form: Form, dice: Random) -> None:
        self.form, self.dice = form, dice
        self.known = _terminal(form, dice)
        self.here = begin(form, self.known, dice.choice(TODAYS))
        self.written: dict[str, str] = {}
        self.told: list[str] = []
        self._rows = count(1)

    def goes(self, turns: int) -> Iterator[None]:
        """*turns* acts, most of them sensible; after each one something may be looked at."""
        acts: dict[Callable[[], None], int] = {
            self.does_what_is_asked: 12, self._writes: 6, self.goes_on: 2, self.goes_back: 2, self.changes: 4,
            self.adds: 4, self._removes: 2, self._opens: 1, self.speaks: 1, self.comes_back: 1,
        }  # fmt: skip
        for _turn in range(turns):
            self.dice.choices(tuple(acts), tuple(acts.values()))[0]()
            yield

    def ends(self) -> bool:
        """Does what is asked until the sheets come; whether they do. With fair dice: luck may be against nobody."""
        self.dice, unfair = Random(self.dice.randrange(1_000_000)), self.dice  # noqa: S311  no secret
        for _try in range(TRIES):
            if self.here.step == PRINT:
                break
            self.does_what_is_asked()
        self.dice = unfair
        return self.here.step == PRINT

    def does_what_is_asked(self) -> None:
        """Repairs one thing of the page, or goes on when nothing is to repair; a paper is brought later, or not."""
        here, page = self.here, self.here.page
        if here.step == PIECES and self.dice.random() < 0.5:
            self.answers(mark(self.dice.choice(here.pieces)), self.dice.choice((LATER, "")))
        wrong = [remark.path for remark in problems(page, here.way.answers)] if page else []
        wrong = [path for path in wrong if page and not _is_notice(page, path)]
        if page is None or not wrong:
            self.goes_on()
            return
        path = wrong[0]
        rest = path.partition("/")[2]
        if page.repeat and not page.row and path == page.repeat.name:
            self.adds()
        elif page.repeat and not page.row and rest:
            self.opens(rest.split("/")[0])
        else:
            self._repairs(path)

    def _repairs(self, path: str) -> None:
        """The answer that is wrong; now and then another of the page, or the row goes, for it may not be its fault."""
        asked = {asked.path: asked for asked in _boxes(self.here.page)}
        luck = self.dice.random()
        if self.here.row and luck < 0.05:
            row = self.here.row
            self.goes_back()
            if row in self.here.rows:
                self.removes(row)
        else:
            chosen = asked[path] if path in asked and luck < 0.8 else self.dice.choice([*asked.values()])
            self.answers(chosen.path, self.dice.choice(fitting(chosen, self.here.today)))

    def _writes(self) -> None:
        """Anything, in any box of the page."""
        if boxes := _boxes(self.here.page):
            asked = self.dice.choice(boxes)
            texts = fitting(asked, self.here.today) if self.dice.random() < 0.7 or not self.wrong else self.wrong
            self.answers(asked.path, self.dice.choice(texts))

    def answers(self, path: str, text: str) -> None:
        """*text*, in the box of *path*."""
        self.written[path] = text
        self._moves(self.here.answer(path, text), f"{path}={text}")

    def goes_on(self) -> None:
        """« Continuer »."""
        if self.here.step != PRINT:
            self._moves(self.here.go_on(), "on", self._blank())

    def goes_back(self) -> None:
        """« Retour »."""
        self._moves(self.here.back(), "back", self._blank())

    def changes(self) -> None:
        """« Modifier », at the review or after it: any page before, most of all one that lists rows."""
        if self.here.reviewed:
            before = self.here.stops[: self.here.stops.index(REVIEW)]
            lists = [page.step.name for page in self.here.way.pages if page.repeat]
            stop = self.dice.choice([*before, *(lists * 10)])
            self._moves(self.here.to(stop), f"to {stop}")

    def adds(self) -> None:
        """« Ajouter », where there is a list."""
        page = self.here.page
        if page and page.repeat and not self.here.row:
            self._moves(self.here.add("r" * next(self._rows)), "add")

    def _opens(self) -> None:
        if rows := self._listed():
            self.opens(self.dice.choice(rows))

    def _removes(self) -> None:
        if rows := self._listed():
            self.removes(self.dice.choice(rows))

    def _listed(self) -> tuple[str, ...]:
        return () if self.here.row else self.here.rows

    def opens(self, row: str) -> None:
        """« Modifier », in the list."""
        self._moves(self.here.to(f"{self.here.stop}/{row}"), f"open {row}")

    def removes(self, row: str) -> None:
        """« Retirer », in the list."""
        self._moves(self.here.remove(row), f"remove {row}", row)

    def speaks(self) -> None:
        """Another language."""
        spoken = self.dice.choice([*LANGUAGES])
        speak(spoken)
        self.told.append(spoken)

    def comes_back(self) -> None:
        """With the code, the same day or another; sheets are those of the day they were signed."""
        here, later = self.here, timedelta(days=self.dice.choice((0, 0, 1, 30)))
        if here.notice_read and here.step != PRINT:
            self._moves(resume(self.form, here.typed, here.step, here.field, here.today + later), "comes back")

    def _blank(self) -> str:
        """The row in hand, when nothing is written on its page: it goes by itself."""
        asked = _boxes(self.here.page) if self.here.row else []
        return self.here.row if not any(self.written.get(one.path, "").strip() for one in asked) else ""

    def _moves(self, here: Filling, told: str, gone: str = "") -> None:
        """To *here*; the row *gone* takes with it what was written in it, and nothing else goes."""
        self.written = {path: text for path, text in self.written.items() if not gone or gone not in path.split("/")}
        self.here = here
        self.told.append(told)


def _terminal(form: Form, dice: Random) -> dict[str, str]:
    """What a terminal of Valmont knows when *form* begins there; some caisses take only one kind of signature."""
    known = given(dice.choice((BORNE, POSTE)), valmont(), form.id, dice.choice((None, TABLE)))
    without = dice.choice(("", "", "drawn", "paper"))
    asked = {field.name for field in form.given}
    return {name: text for name, text in known.items() if name != without and name in asked}


def _boxes(page: Page | None) -> list[Asked]:
    """What can be answered on *page*: a notice is read, the day of a signature writes itself; the list has no boxes."""
    asked = (page.asked if page.row or not page.repeat else page.whole) if page else ()
    return [asked for asked in asked if not isinstance(asked.field, Notice | SigningDay)]


def _is_notice(page: Page, path: str) -> bool:
    """Going on says that it was read."""
    return any(asked.path == path and isinstance(asked.field, Notice) for asked in page.asked)
