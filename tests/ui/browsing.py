"""The screens of the catalogue, one after the other: subjects, offers, the search."""

from collections.abc import Iterator

from tests.journeys.person import Person, wait

PAUSE_MS = 400
"""Longer than the search waits for another letter."""


def browsing(person: Person) -> Iterator[tuple[str, Person]]:
    """The name of each screen, once it is shown, and the person in front of it."""
    agents = bool(person.sees("shelf.tools"))
    for shelf, offer in (("complementary" if agents else "costs", "c2s"), ("support" if agents else "help", "mas")):
        person.touches(f"shelf.{shelf}")
        yield f"shelf-{shelf}", person
        person.touches(f"offer.{offer}")
        yield f"offer-{offer}", person
        person.touches("home")
    person.touches("search.open")
    yield "search", person
    for name, typed in (("found", "c2s"), ("nothing-found", "xyzxyz")):
        person.types("search", typed)
        wait(PAUSE_MS)
        yield f"search-{name}", person
        person.shell.close_keyboard()
        wait(10)
        yield f"search-{name}-whole", person
    person.touches("home")
