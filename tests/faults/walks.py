"""Every form filled in no order at all, very often: what ``tests/forms/test_properties.py`` does a few times."""

from __future__ import annotations

from random import Random

from app import paths
from app.actions import papers
from app.forms import FORMS
from app.models import text
from tests.builders import valmont
from tests.forms.holding import leaving, walked
from tests.forms.walking import Walk

LONGEST = 80
"""Acts before the person does what is asked."""
PRINTED = 10
"""One request in so many is put on paper too, which takes as long as the walk."""


def run(count: int, seed: int) -> list[str]:
    """*count* walks through each form; what did not hold, with the dice that play it again."""
    text.install(paths.TRANSLATIONS)
    return [wrong for name in FORMS for number in range(count) if (wrong := _tried(name, seed, number))]


def _tried(form: str, seed: int, number: int) -> str:
    dice = f"{seed} {number}"
    person = Walk(FORMS[form], Random(dice))  # noqa: S311  to be played again from its seed
    try:
        wrong = walked(person, number % LONGEST)
        if not wrong and number % PRINTED == 0:
            papers.document(leaving(person), valmont())
    except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
        wrong = [repr(error), str(person.told)]
    return f"{form}, dice {dice!r}: {', '.join(wrong)}" if wrong else ""
