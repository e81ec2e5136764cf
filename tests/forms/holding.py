"""What must hold of a form that is being filled, wherever the person is in it and whatever they have written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from random import Random

from app.actions import papers
from app.models.fields import Choice, Choices, Notice
from app.models.filling import PIECES, PRINT, REVIEW
from app.models.form import Form
from app.models.kinds import SigningDay
from app.models.path import Asked, Path, path, problems
from app.models.pieces import LATER, Piece
from app.models.pieces import mark as mark_of
from app.models.review import review
from app.models.saisine import Saisine
from app.models.text import LANGUAGES, speaking
from tests.builders import valmont
from tests.forms.replies import mark
from tests.forms.walking import Walk


def walk(form: Form, dice: Random, turns: int) -> list[str]:
    """Fill *form* for *turns* acts, then to its end; what did not hold, and the way there. Nothing is what we want."""
    return walked(Walk(form, dice), turns)


def walked(person: Walk, turns: int) -> list[str]:
    """The same of somebody; half of the people have been at the end before, and have a whole request to change."""
    with speaking("fr"):
        wrong = _walked(person, turns)
    return [*wrong, str(person.told)] if wrong else []


def _walked(person: Walk, turns: int) -> list[str]:
    if person.dice.random() < 0.5 and not person.ends():
        return [f"dead end at {person.here.step}", *_said(person)]
    for _act in person.goes(turns):
        if wrong := [*lost(person), *unchecked(person), *nowhere(person), *steered(person)]:
            return wrong
    if not person.ends():
        return [f"dead end at {person.here.step}", *_said(person)]
    return [*lost(person), *_said(person), *sent(person)]


def leaving(person: Walk) -> Saisine:
    """What they have made, signed this morning."""
    made_at = datetime.combine(person.here.today, time(11, 5), UTC)
    return papers.saisine(person.form, person.here.typed, bytes(16), made_at)


def lost(person: Walk) -> Iterator[str]:
    """What was written last at each path is kept, asked for now or not; what is asked for now counts."""
    here = person.here
    for at, text in person.written.items():
        if here.typed.get(at, "") != text:
            yield f"{at}: {text!r} was written, {here.typed.get(at)!r} is kept"
    for asked in _asked(here.way):
        text = person.written.get(asked.path, person.known.get(asked.path, ""))
        if here.way.answers.typed[asked.path] != _counts(asked, text):
            yield f"{asked.path}: {text!r} was written, {here.way.answers.typed[asked.path]!r} counts"


def unchecked(person: Walk) -> Iterator[str]:
    """At the review every answer is there to check."""
    here = person.here
    checked = {row.path for card in review(here.form, here.way) for row in card.rows}
    for page in here.way.pages if here.step == REVIEW else ():
        if page.section is not here.form.signing:
            found = (asked.path for asked in page.asked if not isinstance(asked.field, Notice))
            yield from (f"{at} is not at the review" for at in found if _given(here.way, at) and at not in checked)


def nowhere(person: Walk) -> Iterator[str]:
    """There is a place to be, and it can be shown."""
    here = person.here
    if here.stop not in here.stops or (here.row and here.row not in here.rows):
        yield f"{here.step} is not on the way"
    elif (here.page is None) != (here.step in (PIECES, REVIEW, PRINT)):
        yield f"nothing to show at {here.step}"
    elif not 0 <= here.progress < len(here.outline):
        yield f"{here.step} is beyond the bar of progress"
    for asked in here.page.asked if here.page else ():
        asked.show(here.way.answers.typed[asked.path])


def steered(person: Walk) -> Iterator[str]:
    """What is written where nothing is asked any more changes nothing: neither what is asked, nor what counts."""
    here = person.here
    seen = {field.name for field in here.form.given} | {asked.path for page in here.way.pages for asked in page.asked}
    other = path(here.form, {at: text if at in seen else "" for at, text in here.typed.items()}, here.today)
    if _outline(other) != _outline(here.way) or other.answers.typed != here.way.answers.typed:
        yield "a hidden answer has steered the form"


def sent(person: Walk) -> Iterator[str]:
    """What leaves is what is asked and written, and nothing else; the same in each language."""
    here = person.here
    saisine = leaving(person)
    told = _told(saisine, "fr")
    asked = {asked.path for asked in _asked(here.way)}
    given = {field.name for field in here.form.given}
    signs = {asked.path for page in here.way.pages for asked in page.asked if not _typed_by_hand(asked)}
    wanted = {at for at in asked | given | signs if _given(here.way, at)}
    answers: Mapping[str, Mapping[str, object]] = json.loads(told)["answers"]
    if answers.keys() != wanted:
        yield f"sent and not asked, or asked and not sent: {answers.keys() ^ wanted}"
    for at in person.written.keys() - asked:
        if mark(at) in person.written[at] and mark(at) in told:
            yield f"{at} is sent and not asked"
    if [one["state"] for one in json.loads(told)["pieces"]] != [_becomes(person, piece) for piece in here.pieces]:
        yield "what is said of a pièce is not what was said"
    if any(_told(saisine, spoken) != told for spoken in LANGUAGES):
        yield "what is sent depends on the language"


def _becomes(person: Walk, piece: Piece) -> str:
    return "later" if person.written.get(mark_of(piece)) == LATER else "missing"


def _told(saisine: Saisine, spoken: str) -> str:
    with speaking(spoken):
        return papers.told(saisine, valmont()).decode()


def _said(person: Walk) -> list[str]:
    """What still stands in the way."""
    way = person.here.way
    return [f"{remark.path}: {remark.finding.message}" for page in way.pages for remark in problems(page, way.answers)]


def _asked(way: Path) -> list[Asked]:
    """What people answer themselves."""
    return [asked for page in way.pages for asked in page.asked if _typed_by_hand(asked)]


def _typed_by_hand(asked: Asked) -> bool:
    return not isinstance(asked.field, Notice | SigningDay)


def _counts(asked: Asked, text: str) -> str:
    """Of a choice, the options that are offered here."""
    if isinstance(asked.field, Choice | Choices):
        return " ".join(option for option in text.split() if option in asked.options)
    return text


def _given(way: Path, at: str) -> bool:
    return bool(way.answers.typed.get(at, "").strip())


def _outline(way: Path) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    return [(page.step.name, [(asked.path, tuple(asked.options)) for asked in page.asked]) for page in way.pages]
