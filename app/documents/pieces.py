"""The parts of an offer as measured pieces, and columns filled with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from app.documents.blocks import Block, stack
from app.documents.grid import address, table, text
from app.documents.paper import INK, REGULAR, SEMIBOLD, SOFT, Canvas, width
from app.models.reading import Grid, Leads, Part, Way
from app.models.text import _

MARK = _("Pour les agents seulement")
ENDS = 2
"""The items of a list that stay together at its beginning, and at its end."""


class Piece(NamedTuple):
    """What stays together, with the white *above* it unless it begins a column."""

    above: float
    block: Block


def pieces(read: Sequence[Part], room: float, size: float) -> list[Piece]:
    """Every part of *read* in letters of *size*; a title stays with what it announces, a note with what it is about."""
    return list(chain.from_iterable(_part(part, room, size) for part in read))


def filled(found: Sequence[Piece], columns: int, height: float) -> list[Block] | None:
    """*found* in at most so many columns of *height*; None when it takes more."""
    done: list[Block] = []
    for above, block in found:
        longer = _under(done[-1], above, block) if done else block
        if longer.height <= height:
            done[-1:] = [longer]
        elif block.height > height or len(done) == columns:
            return None
        else:
            done.append(block)
    return done


def balanced(found: Sequence[Piece], columns: int, height: float) -> list[Block] | None:
    """*found* in columns as low as they can be, so that all are about as long; None when they take more."""
    best, low, high = filled(found, columns, height), 0.0, height
    while best is not None and high - low > 1:
        middle = (low + high) / 2
        if lower := filled(found, columns, middle):
            best, high = lower, middle
        else:
            low = middle
    return best


def _under(first: Block, gap: float, second: Block) -> Block:
    return stack(first, second, gap=gap)


def _part(part: Part, room: float, size: float) -> Iterator[Piece]:
    heads = list(_heads(part, room, size))
    bodies = list(_bodies(part, room, size))
    notes = [text(note.words, room, size, SEMIBOLD if note.kind == "over" else REGULAR, SOFT) for note in part.notes]
    if notes and bodies:
        bodies[-1] = bodies[-1]._replace(block=stack(bodies[-1].block, *notes, gap=1))
    elif notes:
        bodies = [Piece(0, stack(*notes, gap=1))]
    if bodies:
        yield Piece(size * (0.8 if part.title else 0.5), stack(*heads, bodies[0].block, gap=1.5))
    yield from bodies[1:]


def _heads(part: Part, room: float, size: float) -> Iterator[Block]:
    if part.title:
        yield text(part.title, room, size + 1.5, SEMIBOLD)
    if part.agents:
        yield text(str(MARK), room, size, SEMIBOLD, SOFT)
    if part.heading:
        yield text(part.heading, room, size, SEMIBOLD)


def _bodies(part: Part, room: float, size: float) -> Iterator[Piece]:
    """What stands under the heads; the first holds enough for them not to stand alone."""
    near, far = size * 0.15, size * 0.4
    said = [text(part.text, room, size)] if part.text else []
    grid = [_grid(part.grid, room, size)] if part.grid else []
    leads = [_leads(leads, room, size) for leads in part.leads]
    if part.items:
        first, *others = _kept(list(_items(part, room, size)), near)
        yield Piece(0, stack(*said, first, gap=near))
        yield from (Piece(near, block) for block in others)
    elif together := [*said, *(grid or leads[:1])]:
        yield Piece(0, stack(*together, gap=far))
        grid, leads = [], leads if grid else leads[1:]
    yield from (Piece(far, block) for block in (*grid, *leads))


def _items(part: Part, room: float, size: float) -> Iterator[Block]:
    for number, item in enumerate(part.items, 1):
        yield _item(f"{number}." if part.numbered else "•", item, room, size)


def _kept(items: list[Block], gap: float) -> list[Block]:
    """*items*, the first two together and the last two: none is alone at the foot or at the top of a column."""
    if len(items) <= ENDS + 1:
        return [stack(*items, gap=gap)]
    return [stack(*items[:ENDS], gap=gap), *items[ENDS:-ENDS], stack(*items[-ENDS:], gap=gap)]


def _grid(grid: Grid, room: float, size: float) -> Block:
    caption = [text(grid.caption, room, size, SEMIBOLD)] if grid.caption else []
    return stack(*caption, table(grid, room, size), gap=2)


def _item(mark: str, said: str, room: float, size: float) -> Block:
    inset = size * 0.5 + width(mark, REGULAR, size)
    body = text(said, room - inset, size)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFont(REGULAR, size)
        canvas.setFillColor(INK)
        canvas.drawString(x, y - size, mark)
        body.draw(canvas, x + inset, y)

    return Block(body.height, draw)


def _leads(leads: Leads, room: float, size: float) -> Block:
    return stack(text(leads.name, room, size, SEMIBOLD), *(_way(way, room, size) for way in leads.ways), gap=0)


def _way(way: Way, room: float, size: float) -> Block:
    """A number says what it is of: there is no icon on paper."""
    if way.icon == "phone":
        return text(str(_("Téléphone : {number}").with_(number=way.words)), room, size)
    return text(way.words, room, size) if " " in way.words else address(way.words, room, size)
