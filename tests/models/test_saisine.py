"""A request that is ready to leave does not change any more."""

from dataclasses import FrozenInstanceError, replace
from datetime import datetime, timedelta, timezone

import pytest

from app.models.form import Paper
from app.models.pieces import LATER, Kept
from app.models.reference import reference
from app.models.saisine import Saisine
from app.models.text import Text
from tests.models.trip import FORM, WHOLE, people, way

MADE_AT = datetime(2026, 2, 12, 11, 5, tzinfo=timezone(timedelta(hours=1)))


def test_a_saisine_is_frozen():
    made = Saisine(bytes(16), reference(bytes(16)), FORM, way(**WHOLE), MADE_AT, "Mairie de Valmont")
    with pytest.raises(FrozenInstanceError):
        made.place = "ailleurs"  # type: ignore[misc]


def test_two_saisines_of_the_same_answers_are_told_apart_by_their_id():
    first, second = (
        Saisine(own, reference(own), FORM, way(**WHOLE), MADE_AT, "Mairie") for own in (bytes(16), bytes(range(16)))
    )
    assert first.way.answers == second.way.answers
    assert first != second
    assert first.reference != second.reference


def test_needed_papers_that_stay_behind_and_those_that_were_promised_are_to_be_brought_once_each():
    papers = (
        Paper(key="ticket", label=Text("Le billet")),
        Paper(key="school", label=Text("Le certificat"), of=people),
        Paper(key="card", label=Text("La carte"), needed=False),
        Paper(key="photo", label=Text("La photo"), needed=False),
    )
    family = WHOLE | {"traveller": "family", "people/a/first": "Danylo", "people/b/first": "Olena"}
    made = Saisine(
        bytes(16), reference(bytes(16)), replace(FORM, papers=papers), way(**family), MADE_AT, "Mairie",
        kept={"ticket": Kept("ticket", 1, 900, "0f" * 32, "scanner")}, marks={"pieces/photo": LATER},
    )  # fmt: skip
    assert made.to_bring == (Text("Le certificat"), Text("La photo"))
    assert replace(made, kept={}).to_bring == (Text("Le billet"), Text("Le certificat"), Text("La photo"))
