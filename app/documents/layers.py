"""What is laid over a blank official form: one layer a page for what has a place there, one for each field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.documents.answered import INSTEAD, Answered
from app.documents.mapping import SIZE, Filled, Plan, SigningPlace, Written
from app.documents.overdrawn import ELSEWHERE, INSIDE, Over, comb, cross, line, lines, signature
from app.documents.paper import MM, Canvas, Size
from app.documents.widgets import Widget, widgets
from app.forms.signing import Signed

BASE = 0.36
"""Half the height of capitals: what stands on one line is set in the middle of its field."""


@dataclass(frozen=True)
class Layer:
    """Something drawn on a page of its own *size*, and how it is laid; *short*: answers that had no room."""

    size: Size
    draw: Callable[[Canvas], None]
    lay: Callable[[Any], None]
    short: tuple[str, ...] = ()


def over_pages(file: Any, plan: Plan, answered: Answered) -> Iterator[Layer]:
    """What *plan* places on the pages of *file*."""
    for number, page in enumerate(file.pages, 1):
        left, top = float(page.cropbox.left), float(page.cropbox.top)
        found = list(_placed(plan, answered, number, (left, top)))
        if found:
            draws = [over.draw for _answer, over in found]
            short = tuple(answer for answer, over in found if not over.whole)
            yield Layer((float(page.cropbox.right), top), partial(_each, draws), page.merge_page, short)


def _each(draws: list[Callable[[Canvas], None]], canvas: Canvas) -> None:
    for draw in draws:
        draw(canvas)


def _placed(plan: Plan, answered: Answered, page: int, corner: tuple[float, float]) -> Iterator[tuple[str, Over]]:
    def at(x: float, y: float) -> tuple[float, float]:
        return corner[0] + x * MM, corner[1] - y * MM

    for text in plan.texts:
        if text.page == page and answered.words(text.answer, text.part):
            yield text.answer, _text(text, answered, at(text.x, text.y))
    for box in plan.ticks:
        if box.page == page and box.option in answered.options(box.answer):
            yield box.answer, cross(at(box.x, box.y), box.size)
    for place in plan.signatures:
        if place.page == page and (how := answered.signature(place.answer)):
            said = answered.words(place.answer) if how.mode in INSTEAD else ""
            yield from ((place.answer, over) for over in _signature(how, said, at(place.x, place.y), place))


def _signature(how: Signed, said: str, corner: tuple[float, float], place: SigningPlace) -> Iterator[Over]:
    """What stands where somebody signs: their strokes, or what is *said* instead; nothing when a hand will sign."""
    if how.strokes:
        yield signature(how.strokes, corner, (place.width * MM, place.height * MM))
    elif said:
        below = corner[0], corner[1] - place.height * MM / 2
        yield line(said, below, place.width * MM, SIZE)


def _text(text: Written, answered: Answered, at: tuple[float, float]) -> Over:
    if text.comb:
        letters = answered.letters(text.answer, text.part)
        over = comb(letters, at, text.comb * MM, text.cells, text.size)
        return over if letters else Over(over.draw, whole=False)
    return line(answered.words(text.answer, text.part), at, text.room * MM, text.size)


def tell(file: Any, plan: Plan, answered: Answered) -> None:
    """Tick the boxes among the fields of *file*."""
    for filled, widget in _of(file, plan):
        chosen = [filled.states[option] for option in answered.options(filled.answer) if option in filled.states]
        if chosen:
            widget.tick(chosen[0])


def in_fields(file: Any, plan: Plan, answered: Answered) -> Iterator[Layer]:
    """What *plan* writes in the fields of *file*."""
    for filled, widget in _of(file, plan):
        if not filled.states and answered.words(filled.answer, filled.part):
            yield _field(filled, widget, answered, file)


def _of(file: Any, plan: Plan) -> list[tuple[Filled, Widget]]:
    return [(filled, widget) for widget in widgets(file.pages) for filled in plan.fields if filled.name == widget.name]


def _field(filled: Filled, widget: Widget, answered: Answered, file: Any) -> Layer:
    said, over = _shown(filled, widget, answered)
    short = () if over.whole and said else (filled.answer,)
    value = said if over.whole else ELSEWHERE
    return Layer(widget.size, over.draw, lambda drawn: widget.show(value, drawn, file), short)


def _shown(filled: Filled, widget: Widget, answered: Answered) -> tuple[str, Over]:
    words, (across, height), size = answered.words(filled.answer, filled.part), widget.size, widget.letters
    if widget.cells:
        letters = answered.letters(filled.answer, filled.part)
        middle = (0.0, height / 2 - size * BASE)
        return letters, comb(letters, middle, across / widget.cells, widget.cells, size)
    if widget.lines:
        return words, lines(words, widget.size, size)
    return words, line(words, (INSIDE, height / 2 - size * BASE), across - 2 * INSIDE, size)
