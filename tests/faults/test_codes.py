"""Wrong codes, through the real screens."""

import pytest

from tests.journeys.person import Person

WRONG = ("2222-2222", "3333-3333", "4444-4444", "5555-5555", "6666-6666")
NOTHING = "Ce code n’ouvre rien ici"


@pytest.fixture
def kept(tmp_path, qtbot):
    """Somebody in front of the boxes for the code, and the code of a draft that was kept in the visit before."""
    before = Person(tmp_path)
    before.starts()
    before.fills({"caisse": "here", "for_whom": "me"}, until="motives")
    before.touches("motives.rights")
    before.touches("later")
    before.until(lambda: before.sees("kept.code") is not None, "the code")
    code = before.code
    before.touches("kept.leave")
    before.until(lambda: before.ended, "the end of that visit")
    person = Person(tmp_path)
    person.touches("resume")
    yield person, code
    person.visit.end()


def tries(person: Person, code: str, answer: str) -> None:
    """Type *code* and wait for a new screen that says *answer*."""
    person.types("code", code.replace("-", ""))
    asked = person.shell.content
    person.touches("continue")
    person.until(lambda: person.shell.content is not asked and answer in person.reads(), answer)


def test_five_wrong_codes_wait_even_for_the_right_one(kept):
    person, code = kept
    for wrong in WRONG:
        tries(person, wrong, NOTHING)
    tries(person, code, "Attendez")
    assert person.step == ""


def test_a_right_code_after_four_wrong_ones_opens_the_same_page(kept):
    person, code = kept
    for wrong in WRONG[:4]:
        tries(person, wrong, NOTHING)
    tries(person, code, "Quelles sont vos difficultés")
    assert person.step == "motives"
    assert person.finds("motives.rights").hasFocus()
