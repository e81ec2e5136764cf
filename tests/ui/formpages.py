"""Every page of every form but the MAS, as the made-up people of the situations see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.forms import FORMS
from app.models import text
from app.models.filling import Filling
from app.models.form import Repeat
from app.models.path import rows
from tests.forms.official import Situation, situations
from tests.forms.official.filled_c2s import typed as c2s
from tests.forms.official.filled_s1106 import typed as s1106
from tests.forms.official.filled_s1110 import typed as s1110
from tests.forms.official.filled_s3705 import typed as s3705
from tests.journeys.person import Person
from tests.ui.dressed import TERMINALS, Dress, dress, settled
from tests.ui.screens import go

TYPED = {"s1106": ("1106", s1106), "s1110": ("s1110", s1110), "s3705": ("s3705", s3705), "c2s": ("c2s", c2s)}
"""The form of a table, by its id, and how its people answer."""
FORMATS = (("borne", (1280, 1024)), ("poste", (1366, 768)), ("borne", (1080, 1920)))


def pages(person: Person, table: str) -> Iterator[str]:
    """Each page of the form of *table*, once whatever it asks, then with what is wrong when nothing is answered."""
    form, typed = TYPED[table]
    shown: set[tuple[str, ...]] = set()
    for situation in (one for one in situations() if one.form == table):
        person.visit.start(form)
        person.until(lambda: bool(person.visit.request and person.visit.request.work.code), "the code")
        whole = _filled(person, typed(situation), situation)
        for step in _stops(whole):
            page = whole.to(step).page
            key = (
                step.partition("/")[0] + "/" * ("/" in step),
                *(_shape(asked.path) for asked in (page.asked if page else ())),
            )
            if key not in shown:
                shown.add(key)
                go(person, whole, step)
                yield f"{form} {step} ({situation.name})"
                if page and page.repeat and "/" not in step:
                    yield from _removing(person, page.repeat, step, whole)
                if page:
                    yield from _empty(person, whole, step)


def _shape(path: str) -> str:
    group, *row = path.split("/")
    return "/".join((group, *row[1:]))


def _stops(filling: Filling) -> Iterator[str]:
    for stop in filling.stops[:-1]:
        yield stop
        page = filling.to(stop).page
        if page and page.repeat:
            yield from (f"{stop}/{row}" for row in rows(page.repeat, filling.typed)[:2])


def _filled(person: Person, typed: dict[str, str], situation: Situation) -> Filling:
    filling = person.visit.filling
    assert filling
    whole = {**filling.typed, **typed}
    return Filling(filling.form, whole, situation.today, "nowhere")


def _removing(person: Person, repeat: Repeat, step: str, whole: Filling) -> Iterator[str]:
    for row in rows(repeat, whole.typed)[:1]:
        person.touches(f"{repeat.name}.{row}.remove")
        yield f"{step}, is a row to go?"
        person.touches(f"{repeat.name}.{row}.keep")


def _empty(person: Person, whole: Filling, step: str) -> Iterator[str]:
    page = whole.to(step).page
    assert page
    bare = whole
    for asked in page.asked:
        bare = bare.answer(asked.path, "")
    go(person, bare, step)
    if person.visit.filling and person.visit.filling.step == step:
        person.touches("continue")
        yield f"{step}, nothing answered"


def unroomy(folder: Path, table: str, dressed: Dress) -> list[str]:
    """What is to be complained of, on all those pages."""
    text.speak(dressed.language)
    person = Person(folder, TERMINALS[dressed.terminal], dressed.size)
    dress(person.shell, dressed.look)
    return [f"{name}: {complaint}" for name in pages(person, table) for complaint in settled(person.shell)]


assert set(FORMS) == {"mas", *(form for form, _typed in TYPED.values())}
