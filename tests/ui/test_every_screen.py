"""Every screen, in every language, format and look: no word is cut, nothing overlaps, nothing lies outside.

Each format in each language, looks taking turns; ``python -m tests.faults --long`` has them all.
"""

from itertools import product

import pytest

from app.models import text
from tests.ui.dressed import FORMATS, IN_TURN, LOOKS, TERMINALS, dress, settled, unroomy_screens
from tests.ui.screens import screens


@pytest.mark.parametrize("dressed", IN_TURN, ids=str)
def test_everything_on_every_screen_has_room(tmp_path, qtbot, dressed):
    assert unroomy_screens(tmp_path, dressed) == []


@pytest.mark.parametrize(("language", "form"), list(product(text.LANGUAGES, FORMATS)))
def test_home_has_room_at_the_middle_size_too(tmp_path, qtbot, language, form):
    terminal, size = form
    text.speak(language)
    name, person = next(screens(tmp_path, TERMINALS[terminal], size))
    dress(person.shell, "large")
    assert (name, settled(person.shell)) == ("home", [])


def test_each_look_is_seen_in_each_language_and_each_format():
    seen = {(dressed.language, dressed.look) for dressed in IN_TURN}
    assert seen == set(product(text.LANGUAGES, LOOKS))
    assert {(dressed.terminal, dressed.size, dressed.look) for dressed in IN_TURN} == {
        (*form, look) for form, look in product(FORMATS, LOOKS)
    }
