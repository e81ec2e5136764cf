"""Every page of every form, in every language and format: nothing is cut, nothing overlaps, nothing lies outside.

Each form in each language, formats and looks taking turns; ``python -m tests.faults --long`` has them all.
"""

from itertools import product

import pytest

from app.models.text import LANGUAGES
from tests.ui.dressed import LOOKS, Dress
from tests.ui.formpages import FORMATS, TYPED, unroomy

TURNS = [
    (table, Dress(*FORMATS[turn], tuple(LANGUAGES)[(turn + place) % 3], LOOKS[(turn + 2 * place) % len(LOOKS)]))
    for (place, table), turn in product(enumerate(TYPED), range(3))
]


@pytest.mark.parametrize(("table", "dressed"), TURNS, ids=str)
def test_every_page_has_room(tmp_path, qtbot, table, dressed):
    assert unroomy(tmp_path, table, dressed) == []
