"""Whatever people do with a form: no visible answer is lost, no hidden one is sent, a way leads to the end.

``python -m tests.faults --long`` walks thousands of times.
"""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.forms import FORMS
from app.models.form import Form
from tests.forms.holding import walk

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())


@every_form
@given(seed=st.integers(0, 2**32 - 1), turns=st.integers(0, 60))
@settings(max_examples=20, deadline=None)
def test_in_whatever_order_a_form_is_filled_it_keeps_what_is_asked_sends_only_that_and_ends(
    form: Form, seed: int, turns: int
) -> None:
    # Dice from a seed: those of ``st.randoms`` once said in mid-run that a walk had been thrown in another way.
    assert walk(form, Random(seed), turns) == []  # noqa: S311  to be played again
