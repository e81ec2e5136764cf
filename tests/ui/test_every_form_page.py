"""Every page of every form, in every language and format: nothing is cut, nothing overlaps, nothing lies outside.

Each form in each language, formats and looks taking turns; ``python -m tests.faults --long`` has them all.
"""

from itertools import product

import pytest

from app.models.text import LANGUAGES
from tests.ui.formpages import FORMATS, LOOKS, TYPED, unroomy

TURNS = [
    (table, FORMATS[turn][0], tuple(LANGUAGES)[(turn + place) % 3], FORMATS[turn][1], LOOKS[(turn + 2 * place) % 3])
    for (place, table), turn in product(enumerate(TYPED), range(3))
]


@pytest.mark.parametrize("turn", TURNS, ids=str)
def test_every_page_has_room(tmp_path, qtbot, turn):
    assert unroomy(tmp_path, *turn) == []
