"""Sums, months, communes and names proposed: no word is cut, nothing overlaps, in any language, format or look."""

from dataclasses import replace
from itertools import product

import pytest

from app.demo.waiting import wait
from app.models import text
from app.models.filling import begin
from app.ui.widgets.proposals import Proposals
from tests.journeys.terminals import BORNE, POSTE
from tests.models import stay
from tests.ui.room import complaints
from tests.ui.standing import Standing

FORMATS = ((BORNE, (1280, 1024)), (BORNE, (1366, 768)), (POSTE, (1366, 768)), (BORNE, (1080, 1920)))
PAGES = (
    ("names", {"name": "Шевчук-Коваленко", "first": "Оксана"}),
    ("home", {"postcode": "75001", "town": "Valmont"}),
    ("home", {"postcode": "01210"}),
    ("home", {"postcode": "51800", "town": "sai"}),
    ("rent", {"rent": "1 640,50"}),
    ("money", {"money": ";".join(["123456,78"] * 11)}),
)


@pytest.mark.parametrize(("language", "terminal"), list(product(text.LANGUAGES, FORMATS)))
def test_every_answer_has_room(styled, language, terminal):
    text.speak(language)
    person = Standing("rent", *terminal)
    found = []
    for look in ("normal", "contrast", "xlarge"):
        if look == "xlarge":
            person.shell.set_size("xlarge")
        elif look == "contrast":
            person.shell.toggle_contrast()
        for step, typed in PAGES:
            found += [f"{look} {step} {complaint}" for complaint in _shown(person, step, typed)]
    person.leaves()
    assert found == []


def _shown(person, step, typed):
    person.filling = replace(begin(stay.FORM, typed, stay.TODAY), step=step)
    person.shell.rebuild()
    for _turn in range(10):
        wait(5)
        if not (found := [*complaints(person.shell), *_spilt(person)]):
            break
    return found


def _spilt(person):
    """What does not stand in its band."""
    return [
        f"spilt: {part.objectName() or part}"
        for band in person.page.findChildren(Proposals)
        for part in band.children()
        if part.isWidgetType() and part.isVisible() and not band.rect().contains(part.geometry())
    ]
