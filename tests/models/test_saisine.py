"""A request that is ready to leave does not change any more."""

from dataclasses import FrozenInstanceError
from datetime import datetime, timedelta, timezone

import pytest

from app.models.reference import reference
from app.models.saisine import Saisine
from tests.models.trip import FORM, WHOLE, way

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
