"""Every screen, in every language, format and look: no word is cut, nothing overlaps, nothing lies outside."""

import gc
from itertools import product

import pytest

from app.models import text
from tests.journeys.person import BORNE, POSTE, wait
from tests.ui.room import complaints
from tests.ui.screens import screens

FORMATS = ((1280, 1024), (1366, 768), (1080, 1920))
LOOKS = ("normal", "largest", "contrast")
TERMINALS = {
    "borne": BORNE._replace(site=BORNE.site._replace(printer="accueil", help="screen")),
    "poste": POSTE._replace(site=POSTE.site._replace(printer="accueil")),
}


@pytest.mark.parametrize(("language", "size", "look"), list(product(text.LANGUAGES, FORMATS, LOOKS)))
def test_everything_on_a_borne_has_room(tmp_path, qtbot, language, size, look):
    assert _complaints(tmp_path, "borne", language, size, look) == []


@pytest.mark.parametrize(("language", "size"), list(product(text.LANGUAGES, FORMATS)))
def test_home_has_room_at_the_middle_size_too(tmp_path, qtbot, language, size):
    text.speak(language)
    name, person = next(screens(tmp_path, TERMINALS["borne"], size))
    dress(person.shell, "large")
    assert (name, _settled(person.shell)) == ("home", [])


@pytest.mark.parametrize(("language", "look"), list(product(text.LANGUAGES, LOOKS)))
def test_everything_on_a_poste_has_room(tmp_path, qtbot, language, look):
    assert _complaints(tmp_path, "poste", language, (1366, 768), look) == []


def _complaints(folder, terminal, language, size, look):
    text.speak(language)
    found = []
    for name, person in screens(folder, TERMINALS[terminal], size):
        if name == "home":
            dress(person.shell, look)
        gc.collect(1)  # as ``ui.tidy`` does while it is read: nothing that is shown may go
        found += [f"{name}: {complaint}" for complaint in _settled(person.shell)]
    return found


def _settled(shell):
    """What is still to complain of once the layouts have come to rest."""
    for _turn in range(10):
        if not complaints(shell):
            return []
        wait(50)
    return complaints(shell)


def dress(shell, look):
    if look == "large":
        shell.set_size("large")
    elif look == "largest":
        shell.set_size("xlarge")
    elif look == "contrast":
        shell.toggle_contrast()
