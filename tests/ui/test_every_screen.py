"""Every screen, in every language, format and look: no word is cut, nothing overlaps, nothing lies outside.

Each format in each language, looks taking turns; ``python -m tests.faults --long`` has them all.
"""

from itertools import product

import pytest

from app.models import text
from tests.ui.dressed import IN_TURN, LOOKS, unroomy_screens


@pytest.mark.parametrize("dressed", IN_TURN, ids=str)
def test_everything_on_every_screen_has_room(tmp_path, qtbot, dressed):
    assert unroomy_screens(tmp_path, dressed) == []


def test_each_look_is_seen_in_each_language():
    assert {(dressed.language, dressed.look) for dressed in IN_TURN} == set(product(text.LANGUAGES, LOOKS))
