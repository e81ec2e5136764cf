"""A terminal in a format, a language and a look; every screen on it; and what has no room there."""

from __future__ import annotations

import gc
from itertools import product
from pathlib import Path
from typing import NamedTuple

from app.models import text
from app.ui.shell import Shell
from tests.journeys.person import BORNE, POSTE, wait
from tests.ui.room import complaints
from tests.ui.screens import screens

FORMATS = (
    ("borne", (1280, 1024)),
    ("borne", (1366, 768)),
    ("borne", (1080, 1920)),
    ("poste", (1366, 768)),
)
LOOKS = ("normal", "largest", "large", "contrast")
TERMINALS = {
    "borne": BORNE._replace(site=BORNE.site._replace(printer="accueil", help="screen")),
    "poste": POSTE._replace(site=POSTE.site._replace(printer="accueil")),
}
TURNS = 50
"""Looks at a screen that has not come to rest, at most."""


class Dress(NamedTuple):
    """What a person sees the program in."""

    terminal: str
    size: tuple[int, int]
    language: str
    look: str


ALL = [Dress(*form, language, look) for form, language, look in product(FORMATS, text.LANGUAGES, LOOKS)]
IN_TURN = [
    Dress(*form, language, LOOKS[(place + number) % len(LOOKS)])
    for (place, form), (number, language) in product(enumerate(FORMATS), enumerate(text.LANGUAGES))
]
"""Each format in each language; each look in each language, and in three formats."""


def unroomy_screens(folder: Path, dressed: Dress) -> list[str]:
    """What is to be complained of on any screen but the forms' own, with its name."""
    text.speak(dressed.language)
    found = []
    for name, person in screens(folder, TERMINALS[dressed.terminal], dressed.size):
        if name == "home":
            dress(person.shell, dressed.look)
        gc.collect(1)  # as ``ui.tidy`` does while it is read: nothing that is shown may go
        found += [f"{name}: {complaint}" for complaint in settled(person.shell)]
    return found


def settled(shell: Shell) -> list[str]:
    """What is still to be complained of once the layouts have come to rest."""
    for _turn in range(TURNS):
        if not complaints(shell):
            return []
        wait(10)
    return complaints(shell)


def dress(shell: Shell, look: str) -> None:
    """As a person who asks for this *look*."""
    if look == "large":
        shell.set_size("large")
    elif look == "largest":
        shell.set_size("xlarge")
    elif look == "contrast":
        shell.toggle_contrast()
