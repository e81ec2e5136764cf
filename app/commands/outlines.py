"""An offer page without a screen, as plain lines for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.offer import Block
from app.models.page import Page
from app.models.reading import Grid, Leads, Part, parts


def outline(shown: Page) -> str:
    """Everything that the reader of *shown* may see."""
    card = shown.offer.card
    lines = [f"{card.slug} : {card.title}", str(card.purpose)]
    for part, block in zip(parts(shown), shown.offer.blocks, strict=True):
        lines += ["", *_part(part), f"  ({' ; '.join(_around(block))})"]
    return "\n".join([*lines, ""])


def _part(part: Part) -> Iterator[str]:
    yield from filter(None, (part.title, part.heading, part.text and f"  {part.text}"))
    for number, item in enumerate(part.items, 1):
        yield f"  {f'{number}.' if part.numbered else '-'} {item}"
    if part.grid:
        yield from _grid(part.grid)
    yield from (f"  {_leads(leads)}" for leads in part.leads)
    yield from (f"  {note.words}" for note in part.notes)


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield f"  {grid.caption}"
    yield from (f"  {' | '.join(row)}" for row in (grid.head, *grid.rows))


def _leads(leads: Leads) -> str:
    return f"{leads.name} : {', '.join(way.words for way in leads.ways)}" + (" [agents]" if leads.agents else "")


def _around(block: Block) -> Iterator[str]:
    """Where it comes from, for whom and where it holds."""
    yield f"sources {', '.join(block.sources)}"
    if block.audience == "agents":
        yield "agents"
    if block.caisses:
        yield f"caisses {', '.join(block.caisses)}"
