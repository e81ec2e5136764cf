"""A whole request changed in no order at all, in the real window: nothing is lost, the screen shows what is kept."""

from __future__ import annotations

from random import Random

import pytest

from tests.forms.holding import lost, nowhere, steered, unchecked
from tests.forms.official import Situation, situations
from tests.journeys.applicant import Applicant, form_of, typed
from tests.journeys.walker import Walker, unseen

TURNS = 25
LONGEST = ("ukrainian-domiciled-after-a-year", "sixteen-on-29-february", "two-parents-second-day", "ten-people")
WHOLE = [one for one in situations() if one.name in LONGEST]


@pytest.mark.parametrize("situation", WHOLE, ids=lambda one: one.form)
def test_whatever_is_touched_the_screen_shows_what_is_kept(tmp_path, qtbot, situation: Situation):
    form = form_of(situation)
    person = Applicant(tmp_path)
    person.starts(form.id)
    assert person.visit.filling
    person.opens(form, {**person.visit.filling.typed, **typed(situation)}, "review")
    walker = Walker(person, form, Random(situation.name))  # noqa: S311  to be played again
    for _act in walker.goes(TURNS):
        wrong = [*lost(walker), *nowhere(walker), *steered(walker), *unchecked(walker), *unseen(walker)]
        assert not wrong, walker.told
